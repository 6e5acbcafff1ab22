// Starts the page, or says why it cannot. The two <link> elements that Trunk.toml writes name the files.

// A module of one function that makes a 128-bit vector: valid only where WebAssembly and its vectors are known.
const VECTOR_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

function sayWhyNot() {
  const notice = document.getElementById("cannot-start");
  if (notice) notice.hidden = false;
}

if (typeof WebAssembly === "object" && WebAssembly.validate(VECTOR_MODULE)) {
  const script = document.getElementById("page-script").href;
  const module = document.getElementById("page-module").href;
  try {
    const { default: start } = await import(script);
    await start({ module_or_path: module });
  } catch (error) {
    sayWhyNot();
    throw error;
  }
} else {
  sayWhyNot();
}
