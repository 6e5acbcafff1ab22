// Starts an embed when its frame comes near the screen, or says why it cannot. script/lib/embed_site.sh writes the elements
// that name the files.

// A module of one function that makes a 128-bit vector: valid only where WebAssembly and its vectors are known.
const VECTOR_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);
// A frame beside this one that is taken away never has its module ready: after so many milliseconds this one fetches its own.
const PATIENCE = 2000;

const named = (id) => document.getElementById(id).href;
const wanted = () => new URLSearchParams(location.hash.slice(1)).get("lang") ?? "";
const texts = (language) => document.querySelector(`link[rel=embed-texts][hreflang="${CSS.escape(language)}"]`);

async function get(href) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
  return answer;
}

// Ten embeds of one article do with one module where the browser lets frames of one origin see each other.
function besides() {
  for (let place = 0; place < parent.length; place++) {
    try {
      const { raaderumModule } = parent[place];
      if (raaderumModule && parent[place] !== window) return raaderumModule;
    } catch {
      // A frame of somebody else's, or one without an origin.
    }
  }
}

async function compile() {
  const answer = await get(named("embed-module"));
  const kind = answer.headers.get("Content-Type") ?? "";
  return kind.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

async function shared(theirs) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const module = await Promise.race([theirs, late]).catch(() => undefined);
  return module ?? compile();
}

function near() {
  if (typeof IntersectionObserver !== "function") return undefined;
  return new Promise((resolve) => {
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        sight.disconnect();
        resolve();
      },
      { rootMargin: "100% 0px" },
    );
    // As high as the frame: a reader may come to its middle first.
    sight.observe(document.querySelector(".waiting"));
  });
}

async function open() {
  await near();
  const theirs = besides();
  window.raaderumModule = theirs ? shared(theirs) : compile();
  const language = wanted();
  const { href } = texts(language) ?? texts(document.documentElement.dataset.language);
  const [embed, module, ours] = await Promise.all([
    import(named("embed-script")),
    window.raaderumModule,
    get(href).then((answer) => answer.text()),
  ]);
  await embed.default({ module_or_path: module });
  if (!embed.open(ours)) throw new Error("the texts are of another build than the module");
  // Each language has its own file.
  addEventListener("hashchange", () => {
    if (wanted() !== language) location.reload();
  });
}

// An old copy of this page, kept by a cache, may name files that are gone: it is fetched once past every cache.
async function fetchAnew() {
  if (performance.getEntriesByType("navigation")[0].type === "reload") return false;
  if (!(await fetch(location.href, { cache: "reload" })).ok) return false;
  location.reload();
  return true;
}

function sayWhyNot(why) {
  const notice = document.getElementById(why);
  if (notice) notice.hidden = false;
}

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

if (typeof WebAssembly === "object" && WebAssembly.validate(VECTOR_MODULE)) {
  try {
    await open();
  } catch (error) {
    if (!(await fetchAnew().catch(() => false))) sayWhyNot("cannot-fetch");
    throw error;
  }
} else {
  sayWhyNot("cannot-start");
}
