// Inside the page's head, before all that is fetched: which module this visit begins with, and its files at once (WebKit
// would fetch a preloaded module a second time). What has been put aside is shown on the first page, by the module that
// can. Where this is not run, static/start.js takes the module with everything.
var first, fetched;
{
  const asked = new URLSearchParams(location.hash.slice(1));
  let pins;
  try {
    pins = localStorage.getItem("raaderum.pins");
  } catch {
    // A sandboxed frame refuses even the question.
  }
  first = (asked.get("page") ?? "explore") === "explore" && !pins && !asked.has("surroundings") ? "page" : "more";
  if (asked.get("view") !== "embed") {
    document.getElementById(`${first}-script`).rel = "modulepreload";
    fetched = fetch(document.getElementById(`${first}-module`).href);
  }
}
