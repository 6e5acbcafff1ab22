// One round of what visitors do, in one document: sliders, pages, languages, colours, embeds, a run on stage. Fails with the
// name of what did not come. Arguments: selector of the slider; moves of it; seed; the driver's callback.
const [slider, count, seed, done] = arguments;
const PAGES = ["cases", "evidence", "questions", "method", "embed", "about", "present", "explore"];
const PATIENCE = 15000;
// By then a page has shown what it shows by itself.
const LOOK = 600;
const STEPS = 60;

const frame = () => new Promise(requestAnimationFrame);
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
let state = seed;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
random();

async function until(selector) {
  for (const end = performance.now() + PATIENCE; performance.now() < end; await frame()) {
    const found = document.querySelector(selector);
    if (found) return found;
  }
  throw new Error(`${selector} did not come; there is: ${document.querySelector("main")?.innerText.slice(0, 300)}`);
}
const click = async (selector) => (await until(selector)).click();
const key = (name) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));

async function drag() {
  for (let i = 0; i < count; i++) {
    await frame();
    const input = document.querySelector(slider);
    input.value = Number(input.min) + random() * (input.max - input.min);
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

// Every step of a run until its last, and back to the list.
async function present() {
  await click("[data-run='laerkevej'] [data-do='show']");
  const stage = await until("[data-at]");
  let before;
  for (let i = 0; i < STEPS; i++) {
    const now = stage.dataset.at + stage.dataset.phase;
    if (now === before) break;
    before = now;
    key("PageDown");
    await sleep(100);
  }
  key("Escape");
  await until("[data-run='laerkevej']");
  // Nobody is gone within the frame in which the list appears.
  await sleep(LOOK);
}

(async () => {
  await drag();
  for (const page of PAGES) {
    await click(`[data-to='${page}']`);
    await until(`main[data-page='${page}']`);
    await sleep(LOOK);
    if (page === "present") await present();
    // Its previews are embeds.
    if (page === "embed") await until("iframe");
  }
  for (const language of ["en", "da"]) {
    await click(`[data-language='${language}']`);
    await until(`html[lang='${language}']`);
  }
  for (let i = 0; i < 2; i++) {
    await click(".header-tools > .button");
    await sleep(LOOK);
  }
})().then(
  () => done(null),
  (error) => done(error.message),
);
