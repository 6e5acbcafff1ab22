// Moves a slider once and measures until the page shows so many draws. Arguments: selector of the slider; the value;
// the draws; the driver's callback.
const [slider, value, most, done] = arguments;
const PATIENCE = 20_000;

const { port1, port2 } = new MessageChannel();
const painted = () =>
  new Promise((resolve) => {
    port1.onmessage = () => resolve(performance.now());
    requestAnimationFrame(() => port2.postMessage(null));
  });
const draws = () => Number(document.querySelector("[data-draws]").dataset.draws);

(async () => {
  const input = document.querySelector(slider);
  await painted();
  input.value = value;
  const begin = performance.now();
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  // Until the first frame the draws are those of the move before.
  let first = await painted();
  while (draws() >= most && performance.now() - begin < PATIENCE) first = await painted();
  while (performance.now() - begin < PATIENCE) {
    const end = await painted();
    if (draws() >= most) return { first: first - begin, all: end - begin };
  }
  return { error: `${draws()} draws after ${PATIENCE} ms` };
})().then(done);
