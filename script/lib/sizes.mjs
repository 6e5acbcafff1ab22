// Prints what a first visit fetches: each file of a built site, raw and as brotli sends it. A visit takes the texts of
// one language: the longest counts. The module with everything (more…) and the Method document
// come when they are asked for. An embed in an article fetches files of its own.
//   node script/lib/sizes.mjs dist
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const rows = files.map((entry) => {
  const bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name));
  return [entry.name, bytes.length, brotliCompressSync(bytes, quality).length];
});
rows.sort((a, b) => b[2] - a[2]);
const texts = rows.filter(([name]) => name.startsWith("texts-"));
const begins = (name, ...parts) => parts.some((part) => name.startsWith(part));
const later = (name) => begins(name, "more", "method", "embed", "preset", "gallery", "article", "raaderum-embed");
const fetched = rows.filter((row) => !texts.slice(1).includes(row) && !later(row[0]));
const embedTexts = rows.filter(([name]) => name.startsWith("embed-texts-"));
const embed = rows.filter((row) => begins(row[0], "embed", "tokens") && !embedTexts.slice(1).includes(row));
const presets = rows.filter(([name]) => name.startsWith("preset"));
const sum = (of, column) => of.reduce((total, row) => total + row[column], 0);
const row = (name, of) => [name, sum(of, 1), sum(of, 2)];
rows.splice(0, rows.length, ...rows.filter((row) => !presets.includes(row)));
rows.push(row(`${presets.length} pages and answers of presets`, presets));
rows.push(row("**first visit**", fetched), row("**an embed**", embed));

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
console.log("| file | raw | brotli |\n|---|--:|--:|");
for (const [name, raw, brotli] of rows) console.log(`| ${name} | ${kilobytes(raw)} | ${kilobytes(brotli)} |`);
