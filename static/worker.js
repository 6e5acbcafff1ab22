// The page's own module in another thread: the first message names its script, brings the compiled module and the ports
// to the other threads, and says which part of the work is this one's.
onmessage = async ({ data: [script, module, part], ports }) => {
  onmessage = null;
  try {
    const page = await import(script);
    await page.default({ module_or_path: module });
    page.serve(part, ports);
  } catch (error) {
    // Out here the page hears of it, and does without.
    setTimeout(() => {
      throw error;
    });
  }
};
// A module that cannot be handed over.
onmessageerror = () => {
  throw new Error("the module did not come");
};
