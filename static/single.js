// The single-file edition: what index.html of the site names lies in the page itself, packed. Each element gets the
// address of what it names before static/start.js, which stands below, asks for it.
async function unpack(link) {
  const packed = Uint8Array.from(atob(document.getElementById(link.dataset.file).textContent), (letter) => letter.charCodeAt());
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const file = await new Response(plain, { headers: { "Content-Type": link.dataset.type } }).blob();
  link.href = URL.createObjectURL(file);
}

if (typeof DecompressionStream === "function") await Promise.all([...document.querySelectorAll("link[data-file]")].map(unpack));

// What is opened as a file may hire no modules: its workers' script is none (script/lib/single_file.mjs).
window.Worker = class extends Worker {
  constructor(script) {
    super(script);
  }
};

// A picture that the browser had taken away is drawn anew: it follows the size of what it stands in.
addEventListener(
  "contextrestored",
  ({ target }) => {
    const { style } = target.parentElement;
    style.width = "99%";
    setTimeout(() => (style.width = ""), 100);
  },
  true,
);
