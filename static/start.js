// Starts the page, or says why it cannot. Trunk.toml and script/lib/finish_site.sh write the elements that name the files.

// A module of one function that makes a 128-bit vector: valid only where WebAssembly and its vectors are known.
const VECTOR_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

const file = (language) => document.querySelector(`link[rel=texts][hreflang="${CSS.escape(language)}"]`);

async function texts(language) {
  const { href } = file(language);
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
  return answer.text();
}

async function load() {
  const page = await import(document.getElementById("page-script").href);
  await page.default({ module_or_path: document.getElementById("page-module").href });
  return page;
}

function sayWhyNot() {
  const notice = document.getElementById("cannot-start");
  if (notice) notice.hidden = false;
}

if (typeof WebAssembly === "object" && WebAssembly.validate(VECTOR_MODULE)) {
  try {
    const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
    const language = file(asked) ? asked : document.documentElement.lang;
    const [page, ours] = await Promise.all([load(), texts(language)]);
    if (!page.open(ours, texts)) throw new Error("the texts are of another build than the module");
  } catch (error) {
    sayWhyNot();
    throw error;
  }
} else {
  sayWhyNot();
}
