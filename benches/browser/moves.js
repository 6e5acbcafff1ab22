// Moves a slider some times and measures, each time, until the frame is painted that shows the change.
// Arguments: selector of the slider, selector of the figure, number of moves, and the driver's callback.
const [slider, figure, count, done] = arguments;

// Later than this, a change is taken for lost.
const MOST_FRAMES = 60;
// The browser rounds shorter timers up to this; a random time on top of it hits any moment of a frame alike.
const SHORTEST_TIMER = 4;
const FRAME = 1000 / 60;

const { port1, port2 } = new MessageChannel();
// A message sent within a frame's callback arrives when that frame has been painted.
const painted = () =>
  new Promise((resolve) => {
    port1.onmessage = () => resolve(performance.now());
    requestAnimationFrame(() => port2.postMessage(null));
  });
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const value = () => document.querySelector(figure).dataset.value;

// The same moves at the same moments in every run.
let state = 1;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;

const hasCharts = document.querySelector("canvas") !== null;
let drawn = false;
const { stroke } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.stroke = function (...path) {
  drawn = true;
  return stroke.apply(this, path);
};

async function move(input) {
  await painted();
  await sleep(SHORTEST_TIMER + random() * FRAME);
  const before = value();
  const [low, high] = [Number(input.min), Number(input.max)];
  const old = input.value;
  while (input.value === old) input.value = low + random() * (high - low);
  drawn = !hasCharts;
  const begin = performance.now();
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  for (let frames = 1; frames <= MOST_FRAMES; frames++) {
    const end = await painted();
    if (drawn && value() !== before) return { milliseconds: end - begin, frames };
  }
  throw new Error(`slider from ${old} to ${input.value}: figure or chart unchanged after ${MOST_FRAMES} frames`);
}

(async () => {
  const moves = [];
  for (let i = 0; i < count; i++) moves.push(await move(document.querySelector(slider)));
  return { moves };
})()
  .catch((error) => ({ error: error.message }))
  .then((result) => {
    CanvasRenderingContext2D.prototype.stroke = stroke;
    done(result);
  });
