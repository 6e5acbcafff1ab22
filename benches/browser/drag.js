// Moves a slider once a frame, many times, as an hour of dragging does. Arguments: selector of the slider; number of
// moves; seed; the driver's callback.
const [slider, count, seed, done] = arguments;
const frame = () => new Promise(requestAnimationFrame);
let state = seed;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
random();

(async () => {
  for (let i = 0; i < count; i++) {
    await frame();
    const input = document.querySelector(slider);
    input.value = Number(input.min) + random() * (input.max - input.min);
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
})().then(done);
