// Has the browser keep the site for visits without a network (static/offline.js), and tells quietly when a newer build
// has come. It is fetched by static/start.js once the page has been open for a while.

const TEXTS = {
  da: { ready: "En nyere udgave af siden er klar.", load: "Indlæs den nye udgave", later: "Senere" },
  en: { ready: "A newer version of the page is ready.", load: "Load the new version", later: "Later" },
};
const page = document.documentElement;
let registration;
let ready = false;

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

// In the language of the page; never while something is presented.
function tell() {
  const due = ready && page.dataset.stage !== "on";
  page.toggleAttribute("data-update", due);
  const { ready: text, load, later } = TEXTS[page.lang] ?? TEXTS.da;
  if (!due || notice.lang !== page.lang) notice.replaceChildren();
  notice.lang = page.lang;
  if (due && !notice.firstChild) notice.append(element("p", text), element("button", load, takeOver), element("button", later, putOff));
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

await new Promise((idle) => (self.requestIdleCallback ?? setTimeout)(idle));
try {
  // There is no such thing where the address is not secure, and a sandboxed window refuses the question.
  if (navigator.serviceWorker) {
    showPlace();
    await keep();
  }
} catch {
  // The page works on, only not without a network.
}
