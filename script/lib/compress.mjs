// Writes name.br and name.gz beside each file of a site that gets shorter by it, and takes away those of files that are gone.
//   node script/lib/compress.mjs dist
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const site = process.argv[2];
const PACKED = /\.(br|gz)$/;
// Less than this saves no packet.
const LEAST = 256;

function forms(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { ".br": brotliCompressSync(bytes, { params }), ".gz": gzipSync(bytes, { level: 9 }) };
}

const names = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
for (const name of names.filter((name) => PACKED.test(name) && !existsSync(name.replace(PACKED, "")))) rmSync(name);
const sizes = { files: 0, plain: 0, ".br": 0, ".gz": 0 };
for (const name of names.filter((name) => !PACKED.test(name))) {
  const bytes = readFileSync(name);
  sizes.files += 1;
  sizes.plain += bytes.length;
  for (const [ending, packed] of Object.entries(forms(bytes))) {
    const shorter = packed.length < bytes.length && bytes.length >= LEAST;
    sizes[ending] += shorter ? packed.length : bytes.length;
    if (shorter) writeFileSync(name + ending, packed);
    else rmSync(name + ending, { force: true });
  }
}
const kilobytes = (count) => `${(count / 1000).toFixed(0)} KB`;
console.log(`${sizes.files} files: ${kilobytes(sizes.plain)}; brotli ${kilobytes(sizes[".br"])}, gzip ${kilobytes(sizes[".gz"])}`);
