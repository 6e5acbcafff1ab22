// Opens another link in the same page and measures until an answer is there that is another than before. Arguments:
// name of the question; the part of the link after #; the driver's callback.
const [name, link, done] = arguments;
const PATIENCE = 20_000;

const { port1, port2 } = new MessageChannel();
const painted = () =>
  new Promise((resolve) => {
    port1.onmessage = () => resolve(performance.now());
    requestAnimationFrame(() => port2.postMessage(null));
  });
const answer = () => document.querySelector(`[data-question="${name}"] .answer`);
const look = () => [answer()?.textContent, ...[...(answer()?.querySelectorAll("canvas") ?? [])].map((c) => c.toDataURL())].join();
const ready = () => answer()?.ariaBusy === "false";

(async () => {
  const before = look();
  const begin = performance.now();
  location.hash = link;
  while (performance.now() - begin < PATIENCE) {
    const end = await painted();
    if (ready() && look() !== before) return { milliseconds: end - begin };
  }
  return { error: `${name}: no other answer after ${PATIENCE} ms; busy: ${answer()?.ariaBusy}` };
})().then(done);
