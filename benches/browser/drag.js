// Moves a slider in every frame, many times, as a finger does that does not let go. Gives the milliseconds from each
// frame to the next, how many moves had changed a figure by the end of their own frame, and the fewest draws behind a
// band. Arguments: selector of the slider; number of moves; seed; the driver's callback.
const [slider, count, seed, done] = arguments;
const frame = () => new Promise(requestAnimationFrame);
const figures = () => [...document.querySelectorAll("[data-figure]")].map((figure) => figure.dataset.value).join();
let state = seed;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
random();

(async () => {
  const intervals = [];
  let [shown, draws] = [0, null];
  let [last, before] = [await frame(), figures()];
  for (let i = 0; i < count; i++) {
    const input = document.querySelector(slider);
    input.value = Number(input.min) + random() * (input.max - input.min);
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const now = await frame();
    intervals.push(now - last);
    const after = figures();
    shown += after !== before;
    const behind = document.querySelector("[data-draws]")?.dataset.draws;
    if (behind) draws = Math.min(draws ?? Infinity, behind);
    [last, before] = [now, after];
  }
  return { intervals, shown, draws };
})().then(done);
