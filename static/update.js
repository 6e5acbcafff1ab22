// Has the browser keep the site for visits without a network (static/offline.js), and tells quietly when a newer build
// has come, or that the page has stopped. It is fetched by static/start.js once the page has been open for a while.

const TEXTS = {
  da: {
    ready: "En nyere udgave af siden er klar.",
    load: "Indlæs den nye udgave",
    later: "Senere",
    stopped: "Siden er gået i stå. Det, du sidst har sat, står i adressen.",
    again: "Genindlæs siden",
  },
  en: {
    ready: "A newer version of the page is ready.",
    load: "Load the new version",
    later: "Later",
    stopped: "The page has stopped. What you last set is in the address.",
    again: "Reload the page",
  },
};
const page = document.documentElement;
let registration;
let ready = false;
let stopped = false;

// There before it says something: a screen reader tells what comes into it.
const notice = document.createElement("div");
notice.className = "update";
notice.setAttribute("role", "status");

function element(tag, text, onclick) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (onclick) Object.assign(made, { type: "button", className: "button", onclick });
  return made;
}

// In the language of the page. Of a newer build never while something is presented.
function tell() {
  const due = stopped || (ready && page.dataset.stage !== "on");
  page.toggleAttribute("data-update", due);
  const texts = TEXTS[page.dataset.language] ?? TEXTS.da;
  if (!due || notice.lang !== page.dataset.language) notice.replaceChildren();
  notice.lang = page.dataset.language;
  if (!due || notice.firstChild) return;
  if (stopped) notice.append(element("p", texts.stopped), element("button", texts.again, () => location.reload()));
  else notice.append(element("p", texts.ready), element("button", texts.load, takeOver), element("button", texts.later, putOff));
}

// WebAssembly that has failed once answers no more, as where the machine has no memory left.
function stop(error) {
  if (stopped || !(error instanceof WebAssembly.RuntimeError)) return;
  stopped = true;
  notice.replaceChildren();
  tell();
}

function putOff() {
  ready = false;
  tell();
}

// Only the tab that asks is loaded anew; others find the files of their own build where they were.
function takeOver() {
  const again = () => location.reload();
  if (!registration.waiting) return again();
  navigator.serviceWorker.addEventListener("controllerchange", again, { once: true });
  registration.waiting.postMessage("take over");
}

// The first one of all brings nothing newer.
function watch(worker) {
  if (!worker || !registration.active) return;
  worker.addEventListener("statechange", () => {
    if (worker.state !== "installed") return;
    ready = true;
    tell();
  });
}

async function keep() {
  registration = await navigator.serviceWorker.register("./offline.js", { updateViaCache: "none" });
  ready = registration.waiting !== null && registration.active !== null;
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  navigator.serviceWorker.controller?.postMessage("begun");
  document.addEventListener("visibilitychange", () => {
    // Without a network there is nothing newer.
    if (!document.hidden) registration.update().catch(() => {});
  });
  new MutationObserver(tell).observe(page, { attributeFilter: ["lang", "data-stage"] });
  tell();
}

function showPlace() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("./update.css", import.meta.url).href;
  document.head.append(style);
  document.body.append(notice);
}

// A picture that the browser had taken away is drawn anew: it follows the size of what it stands in.
function redraw({ target }) {
  const { style } = target.parentElement;
  style.width = "99%";
  setTimeout(() => (style.width = ""), 100);
}

await new Promise((idle) => (self.requestIdleCallback ?? setTimeout)(idle));
showPlace();
addEventListener("error", ({ error }) => stop(error));
addEventListener("unhandledrejection", ({ reason }) => stop(reason));
document.addEventListener("contextrestored", redraw, true);
try {
  // There is no such thing where the address is not secure, and a sandboxed window refuses the question.
  if (navigator.serviceWorker) await keep();
} catch {
  // The page works on, only not without a network.
}
