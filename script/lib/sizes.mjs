// Prints what a first visit fetches: each file of a built site, raw and as brotli sends it. A visit takes the texts of
// one language: the longest counts. The rest comes when it is asked for, or when the browser keeps the whole site. An embed in
// an article fetches files of its own.
// Fails where a first visit is larger than it may be.
//   node script/lib/sizes.mjs dist
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

// Bytes of a first visit as brotli sends it.
const MOST = 217_000;

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const rows = files.map((entry) => {
  const bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name));
  return [entry.name, bytes.length, brotliCompressSync(bytes, quality).length];
});
rows.sort((a, b) => b[2] - a[2]);
const texts = rows.filter(([name]) => name.startsWith("texts-"));
// What index.html asks for by itself, and the workers' script.
const index = readFileSync(join(folder, "index.html"), "utf8");
const asked = /<script [^>]*src="|<link (?=[^>]*(?:rel="(?:icon|stylesheet|page|texts)"|id="worker-script"))[^>]*href="/;
const elements = index.split(/(?=<)/).filter((element) => asked.test(element));
const first = new Set(["index.html", ...elements.map((element) => element.match(/(?:src|href)="\.\/([^"]*)"/)[1])]);
const fetched = rows.filter((row) => first.has(row[0]) && !texts.slice(1).includes(row));
const sum = (some, column) => some.reduce((total, row) => total + row[column], 0);
const total = (name, some) => [name, sum(some, 1), sum(some, 2)];
const begins = (name, ...parts) => parts.some((part) => name.startsWith(part));
const embedTexts = rows.filter(([name]) => name.startsWith("embed-texts-"));
const embed = rows.filter((row) => begins(row[0], "embed", "tokens") && !embedTexts.slice(1).includes(row));
const presets = rows.filter(([name]) => name.startsWith("preset"));
const kept = total("**kept for visits without a network**", rows);
rows.splice(0, rows.length, ...rows.filter((row) => !presets.includes(row)));
rows.push(total(`${presets.length} pages and answers of presets`, presets));
const visit = total("**first visit**", fetched);
rows.push(visit, total("**an embed**", embed), kept);

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
console.log("| file | raw | brotli |\n|---|--:|--:|");
for (const [name, raw, brotli] of rows) console.log(`| ${name} | ${kilobytes(raw)} | ${kilobytes(brotli)} |`);
if (visit[2] > MOST) {
  console.error(`a first visit is ${visit[2]} bytes as brotli sends it, more than ${MOST}`);
  process.exitCode = 1;
}
