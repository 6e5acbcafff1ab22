// Moves a slider some times and measures, each time, until the frame is painted that shows the change.
// Arguments: selector of the slider; number of moves; seed of the moves; draws that are to be behind a band before it
// counts; whether to look closely, at the bands' own corners (that takes time, so not while measuring); the driver's
// callback.
const [slider, count, seed, least, closely, done] = arguments;

// Later than this, a change is taken for lost.
const MOST_FRAMES = 60;
// The browser rounds shorter timers up to this; a random time on top of it hits any moment of a frame alike.
const SHORTEST_TIMER = 4;
const FRAME = 1000 / 60;
// Only a band has so many corners; those on a straight line between others are left out.
const BAND_CORNERS = 12;
const FRAMES_TO_BE_LATE = 5;

const { port1, port2 } = new MessageChannel();
// A message sent within a frame's callback arrives when that frame has been painted.
const painted = () =>
  new Promise((resolve) => {
    port1.onmessage = () => resolve(performance.now());
    requestAnimationFrame(() => port2.postMessage(null));
  });
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const figures = () => [...document.querySelectorAll("[data-figure]")].map((figure) => figure.dataset.value).join();
const draws = () => Number(document.querySelector("[data-draws]")?.dataset.draws ?? NaN);

// The same moves at the same moments in every run.
let state = seed;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
random();

const hasCharts = document.querySelector("canvas") !== null;
const context = CanvasRenderingContext2D.prototype;
const { stroke, fill, lineTo, beginPath } = context;
let drawn, corners, path;
let bands = [];
context.stroke = function (...path) {
  drawn = true;
  return stroke.apply(this, path);
};
if (closely) {
  context.beginPath = function () {
    [corners, path] = [0, 0];
    return beginPath.call(this);
  };
  context.lineTo = function (x, y) {
    path += ++corners * y;
    return lineTo.call(this, x, y);
  };
  context.fill = function (...rule) {
    if (corners >= BAND_CORNERS) bands.push({ path, draws: draws() });
    return fill.apply(this, rule);
  };
}

let longest = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
}).observe({ type: "longtask" });

// Whether the frame has bands that the last move's had not, and whether it is followed by others of as many draws: then
// they were late.
let last = new Set();
async function lookAtBands(draws) {
  const shown = new Set(bands.map((band) => band.path));
  const moved = [...shown].some((band) => !last.has(band));
  [bands, last] = [[], shown];
  for (let i = 0; i < FRAMES_TO_BE_LATE; i++) await painted();
  const late = bands.some((band) => band.draws === draws && !shown.has(band.path));
  return { moved, late };
}

async function move(input) {
  await painted();
  await sleep(SHORTEST_TIMER + random() * FRAME);
  const before = figures();
  const [low, high] = [Number(input.min), Number(input.max)];
  const old = input.value;
  while (input.value === old) input.value = low + random() * (high - low);
  [drawn, bands] = [!hasCharts, []];
  const begin = performance.now();
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  for (let frames = 1; frames <= MOST_FRAMES; frames++) {
    const end = await painted();
    const now = draws();
    if (!drawn || figures() === before || now < least) continue;
    return { milliseconds: end - begin, frames, draws: now, bands: closely && (await lookAtBands(now)) };
  }
  throw new Error(
    `slider from ${old} to ${input.value}: no frame of ${MOST_FRAMES} showed another figure, a chart drawn anew and ` +
      `${least} draws; chart drawn: ${drawn}, figures changed: ${figures() !== before}, draws: ${draws()}`,
  );
}

(async () => {
  const moves = [];
  for (let i = 0; i < count; i++) moves.push(await move(document.querySelector(slider)));
  return { moves, longest };
})()
  .catch((error) => ({ error: error.message }))
  .then((result) => {
    Object.assign(context, { stroke, fill, lineTo, beginPath });
    done(result);
  });
