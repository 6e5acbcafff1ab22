// Prints what a first visit fetches: each file of a built site, raw and as brotli sends it. A visit takes the texts of
// one language: the longest counts. The module with everything (more…) and the Method document come when they are asked
// for; what keeps the site for visits without a network comes later, and then takes all the rest along.
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
const later = (name) => /^(more|method|offline|update|manifest|icon-\d+[-.])/.test(name);
const fetched = rows.filter((row) => !texts.slice(1).includes(row) && !later(row[0]));
const sum = (some, column) => some.reduce((total, row) => total + row[column], 0);
const total = (name, some) => [`**${name}**`, sum(some, 1), sum(some, 2)];
const [first, all] = [total("first visit", fetched), total("kept for visits without a network", rows)];
rows.push(first, all);

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
console.log("| file | raw | brotli |\n|---|--:|--:|");
for (const [name, raw, brotli] of rows) console.log(`| ${name} | ${kilobytes(raw)} | ${kilobytes(brotli)} |`);
