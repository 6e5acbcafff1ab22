// Writes the single-file edition of a built site: one page with everything inside, which opens from any folder or stick
// without a server. Only the module with everything goes in, and files are packed as gzip in base64.
//   node script/lib/single_file.mjs dist dist-single/raaderum.html
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const [site, target] = process.argv.slice(2);
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml" };
const bytes = (name) => readFileSync(join(site, name));
const text = (name) => readFileSync(join(site, name), "utf8");

function fail(what) {
  console.error(`the single file cannot be made: ${what}`);
  process.exit(1);
}

// What stands once in the page of the site, and has to: another page than this script knows would be broken in silence.
function replace(page, what, by) {
  const found = page.split(what);
  if (found.length !== 2) fail(`index.html has ${JSON.stringify(String(what))} ${found.length - 1} times, not once`);
  return found.join(by);
}

const attribute = (element, name) => element.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
const named = (element) => attribute(element, "href").replace(/^\.\//, "");

// The workers' script with the module's script in it, as no module itself: a page that is a file may hire no other, and
// from within a worker nothing can be fetched.
function worker(own, script) {
  let inside = replace(script, "import.meta.url", "''").replace(/^export \{.*$/gm, "").replace(/^export /gm, "");
  inside += replace(own, "await import(script)", "{ default: __wbg_init, serve }");
  if (/\bexport\b|\bimport\b/.test(inside)) fail("the workers' script is still a module");
  return inside;
}

// What becomes of each <link>: an element that says where in the page its file lies, or nothing.
const packed = [];
const styles = [];
function place(link) {
  const rel = attribute(link, "rel");
  if (["stylesheet", "more-style"].includes(rel)) {
    styles.push(text(named(link)));
    return "";
  }
  if (rel === "icon") return `<link rel="icon" href="data:${TYPES[".svg"]};base64,${bytes(named(link)).toString("base64")}">`;
  if (!["more", "more-texts", "method"].includes(rel) || attribute(link, "id") === "update-script") return "";
  const name = named(link);
  const type = TYPES[extname(name)] ?? fail(`${name} is of an unknown kind`);
  const inside = attribute(link, "id") === "worker-script" ? worker(text(name), text(moduleScript)) : bytes(name);
  packed.push(`<script type="application/gzip" id="${name}">${gzipSync(inside, { level: 9 }).toString("base64")}</script>`);
  return link.replace(/\bhref="[^"]*"/, `data-file="${name}" data-type="${type}"`);
}

// The policy names what is inside by its checksum, and lets nothing in from anywhere.
function policy(script, style) {
  const sum = (inside) => `'sha256-${createHash("sha256").update(inside).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${sum(script)} blob: 'wasm-unsafe-eval'`,
    `style-src ${sum(style)}`,
    "img-src data: blob:",
    "connect-src blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const index = text("index.html");
const moduleScript = index.match(/id="more-script"[^>]* href="\.\/([^"]*)"/)?.[1] ?? fail("index.html names no module");
let page = index.replace(/[ \t]*<link\b[^>]*>\n?/g, place);
const start = page.match(/<script src="\.\/(start-[^"]*)"[^>]*><\/script>/) ?? fail("index.html names no start script");
// Notes and indentation are for those who write.
const unpacking = readFileSync("static/single.js", "utf8").replace(/^\s*(\/\/.*)?\n?/gm, "");
const script = `${unpacking}\n${text(start[1])}`;
const style = styles.join("\n");
if (/<\/(script|style)/i.test(script + style)) fail("a script or a style sheet would end early");
page = page.replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, before) => before + policy(script, style));
// Parts of the page that need an address others can reach may look for this.
page = replace(page, '<html lang="da" data-language="da">', '<html lang="da" data-language="da" data-single-file>');
page = replace(page, start[0], "");
page = page.replace(/<script>.*?<\/script>/s, "");
page = replace(page, "</head>", `<style>${style}</style></head>`);
page = replace(page, "</body>", `${packed.join("\n")}\n<script type="module">${script}</script>\n</body>`);
// Unpacking is younger than the rest.
page = page.replaceAll("Firefox 89", "Firefox 113");
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, page);
console.log(`${target}: ${(Buffer.byteLength(page) / 1000).toFixed(0)} KB, everything inside`);
