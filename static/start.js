// Starts the page, or says why it cannot. Trunk.toml and script/lib/finish_site.sh write the elements that name the files.

// A module of one function that makes a 128-bit vector: valid only where WebAssembly and its vectors are known.
const VECTOR_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

// The texts of a language, those of a first visit or all of them: each module knows its own.
const file = (language, name = "page") =>
  document.querySelector(`link[rel=${name === "more" ? "more-texts" : "texts"}][hreflang="${CSS.escape(language)}"]`);

async function texts(language, name) {
  const { href } = file(language, name);
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
  return answer.text();
}

// Takes a style sheet into use; without it the page works on, only plainer.
const style = (link) =>
  new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    link.rel = "stylesheet";
  });

// The module of a first visit is "page"; "more" has everything.
async function load(name) {
  if (name === "more") await Promise.all([...document.querySelectorAll("link[rel=more-style]")].map(style));
  const { href } = document.getElementById(`${name}-script`);
  // A browser may remember that a script did not come: by another address it asks once more.
  const module = await import(href).catch(() => import(`${href}?${Date.now()}`));
  const early = name === globalThis.first && globalThis.fetched;
  await module.default({ module_or_path: early || document.getElementById(`${name}-module`).href });
  return module;
}

// What an earlier visit has left in this browser (src/page/store.rs); a sandboxed frame refuses even the question.
function remembered(name) {
  try {
    return localStorage.getItem(`raaderum.${name}`);
  } catch {
    return null;
  }
}

let shown;

async function show(name, language, asked) {
  let before;
  const [module, ours] = await Promise.all([load(name), texts(language, name)]);
  if (shown) {
    // What was moved while this one was fetched comes along.
    before = shown.close();
    // A new element: the one before still listens for the module that has gone.
    const root = document.getElementById("page");
    root.replaceWith(root.cloneNode(false));
  }
  shown = module;
  const fetchTexts = (other) => texts(other, name);
  if (!module.open(ours, fetchTexts, more, asked, before)) throw new Error("the texts are of another build than the module");
}

// Opens everything in the place of the first module, where the visitor was.
async function more(asked) {
  const height = scrollY;
  try {
    await show("more", document.documentElement.dataset.language, asked);
  } catch (error) {
    // The one before has gone, and this one shows nothing: the address has what is set.
    if (!document.getElementById("page").firstChild) location.reload();
    throw error;
  }
  await new Promise(requestAnimationFrame);
  scrollTo(0, asked ? height : 0);
  const place = document.querySelector(asked ? `[data-asked="${CSS.escape(asked)}"]` : "main h1");
  if (!asked) place?.setAttribute("tabindex", "-1");
  place?.focus({ preventScroll: true });
  // What was asked for may stand on another page than the one the visitor came from.
  if (asked) place?.scrollIntoView({ block: "nearest" });
}

// An old copy of this page, kept by a cache, may name files that are gone: it is fetched once past every cache. The
// address keeps what is set.
async function fetchAnew() {
  if (performance.getEntriesByType("navigation")[0].type === "reload") return false;
  if (!(await fetch(location.href, { cache: "reload" })).ok) return false;
  try {
    await (await navigator.serviceWorker?.getRegistration())?.unregister();
  } catch {
    // A sandboxed frame has none.
  }
  location.reload();
  return true;
}

function sayWhyNot(why) {
  for (const notice of document.querySelectorAll(".first-paint [role=alert]")) {
    notice.hidden = notice.id !== why;
    notice.classList.remove("late");
  }
}

if (typeof WebAssembly === "object" && WebAssembly.validate(VECTOR_MODULE)) {
  try {
    const asked = new URLSearchParams(location.hash.slice(1));
    // An embed has a page of its own, which fetches no more than it shows; the single file has none.
    if (asked.get("view") === "embed" && document.querySelector("link[rel=texts]")) {
      location.replace(`embed.html${location.search}${location.hash}`);
      await new Promise(() => {});
    }
    const wanted = asked.get("lang") ?? new URLSearchParams(remembered("look")?.split("\n")[1]).get("lang");
    const language = file(wanted, "more") ? wanted : document.documentElement.dataset.language;
    // static/first.js has chosen; the single file has one module.
    const first = globalThis.first === "page" && file(language);
    await show(first ? "page" : "more", language);
    // Kept for visits without a network, a little later: but not as a part of another page, nor where data are saved.
    const update = document.getElementById("update-script");
    const whole = parent === window && asked.get("view") !== "embed";
    if (update && whole && !navigator.connection?.saveData) setTimeout(() => import(update.href), 2000);
  } catch (error) {
    if (!(await fetchAnew().catch(() => false))) sayWhyNot("cannot-fetch");
    throw error;
  }
} else {
  sayWhyNot("cannot-start");
}
