// The service worker of a debug build: takes away what a released build has kept at this address.
async function leave() {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`raaderum ${registration.scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const page of await clients.matchAll({ type: "window" })) page.navigate(page.url);
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
