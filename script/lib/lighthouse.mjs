// Serves a built site as a good static host does (brotli, whole year for names that follow the content), has Lighthouse
// visit pages of it as a throttled phone, and prints what it found. Fails where a goal is missed.
//   node script/lib/lighthouse.mjs dist
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { loadavg } from "node:os";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";

const folder = process.argv[2];
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
};
// The lowest figure that will do, and for layout shift the highest.
const GOALS = { accessibility: 100, "best-practices": 100, performance: 95, shift: 0 };
const FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking";

function serve() {
  const kept = new Map();
  const server = createServer(({ url }, answer) => {
    const path = normalize(new URL(url, "http://host").pathname);
    const file = path === "/" ? "/index.html" : path;
    try {
      if (!kept.has(file)) kept.set(file, brotliCompressSync(readFileSync(join(folder, file))));
      const named = /-[0-9a-f]+(_bg)?\.\w+$/.test(file);
      answer.writeHead(200, {
        "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
        "Content-Encoding": "br",
        "Cache-Control": named ? "max-age=31536000, immutable" : "max-age=600",
      });
      answer.end(kept.get(file));
    } catch {
      answer.writeHead(404).end();
    }
  });
  return new Promise((started) => server.listen(0, "127.0.0.1", () => started(server)));
}

// The middle one of three visits: a busy moment of the machine costs points.
async function visits(address) {
  const all = [await visit(address), await visit(address), await visit(address)];
  return all.sort((a, b) => a.categories.performance.score - b.categories.performance.score)[1];
}

async function visit(address) {
  const options = [address, "--output=json", "--quiet", `--chrome-flags=${FLAGS}`,
    "--only-categories=performance,accessibility,best-practices"];
  const { stdout } = await promisify(execFile)("lighthouse", options, {
    maxBuffer: 1 << 28,
    env: { ...process.env, CHROME_PATH: process.env.CHROME },
  });
  return JSON.parse(stdout);
}

// What cost points: the audits that count and did not get full marks.
function hindrances({ categories, audits }) {
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const poor = counted.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 0.995);
  return poor.map(({ title, displayValue, score }) => `${title}: ${displayValue ?? ""} (${Math.round(score * 100)})`);
}

const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}/`;
let missed = 0;
console.log(`Load of the machine before: ${loadavg()[0].toFixed(1)}\n`);
console.log("| page | accessibility | best practices | performance | first paint | largest paint | blocked | layout shift |");
console.log("|---|--:|--:|--:|--:|--:|--:|--:|");
const notes = [];
for (const page of ["", "#place=silkeborg&caseload.activity_ready=45", "#page=questions"]) {
  const found = await visits(origin + page);
  const score = (name) => Math.round(found.categories[name].score * 100);
  const value = (audit) => found.audits[audit].displayValue;
  const shift = found.audits["cumulative-layout-shift"].numericValue;
  const scores = ["accessibility", "best-practices", "performance"].map((name) => [name, score(name)]);
  missed += scores.filter(([name, points]) => points < GOALS[name]).length + (shift > GOALS.shift);
  const paints = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"].map(value);
  console.log(`| ${page || "first visit"} | ${scores.map(([, points]) => points).join(" | ")} | ${paints.join(" | ")} | ${shift.toFixed(3)} |`);
  notes.push(...hindrances(found).map((text) => `- ${page || "first visit"}: ${text}`));
}
server.close();
if (notes.length > 0) console.log(`\n${notes.join("\n")}`);
if (missed > 0) {
  console.error(`\n${missed} goals missed: accessibility and best practices 100, performance 95, layout shift 0`);
  process.exitCode = 1;
}
