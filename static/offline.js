// The service worker: keeps the whole site in the browser, so that it opens without a network. Before these lines
// script/lib/keep_offline.sh writes BUILD, the number of the build, and FILES, each file's name and checksum.

// Caches belong to the whole host: ours begin with the folder of the site.
const OURS = `raaderum ${registration.scope} `;
const NAME = OURS + BUILD;
const NAMES = new Set(FILES.map(([name]) => name));

// Whether a name follows the content: such a file is the same wherever it comes from.
const followsContent = (name) => /-[0-9a-f]{6,}(_bg)?\.\w+$/.test(name);

async function keep(cache, [name, integrity]) {
  // The first visit has left most files in the browser's own cache; the checksum refuses what is of another build.
  const answer = await fetch(name, { integrity, cache: followsContent(name) ? "default" : "no-cache" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  // A page may not be answered with what came by way of another address.
  await cache.put(name, answer.redirected ? new Response(answer.body, answer) : answer);
}

// All or nothing: half a site would not open.
async function keepAll() {
  const cache = await caches.open(NAME);
  try {
    await Promise.all(FILES.map((file) => keep(cache, file)));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

const older = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);

// Older builds go when no page can be of them: one that is open may yet fetch more of its own. `newest` is the page
// that has just begun on this build.
async function tidy(newest) {
  const names = await older();
  // What comes next keeps its files beside ours.
  if (registration.installing || registration.waiting) return;
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.some(({ id }) => id !== newest)) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}

// The name in FILES of what an address asks for; nothing for what is another site's.
function nameOf(url) {
  const [path] = url.split(/[?#]/, 1);
  if (!path.startsWith(registration.scope)) return undefined;
  const name = path.slice(registration.scope.length);
  return name === "" || name === "index.html" ? "./" : name;
}

async function answer(request, name) {
  const places = followsContent(name) ? [NAME, ...(await older())] : [NAME];
  for (const cacheName of places) {
    const kept = await caches.match(name, { cacheName, ignoreVary: true });
    if (kept) return kept;
  }
  return fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keepAll()));
// The page of the first visit is taken care of too: it has yet to fetch what it left out.
addEventListener("activate", (event) => event.waitUntil(Promise.all([clients.claim(), tidy()])));
addEventListener("message", (event) => {
  event.waitUntil(event.data === "take over" ? skipWaiting() : tidy(event.source.id));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const name = nameOf(request.url);
  // static/start.js asks past every cache when something is missing.
  const past = request.cache === "reload" && request.mode !== "navigate";
  if (request.method !== "GET" || past || !name) return;
  if (NAMES.has(name) || followsContent(name)) event.respondWith(answer(request, name));
});
