// The page's own module in a second thread: the first message names its script and brings the compiled module.
onmessage = async ({ data: [script, module] }) => {
  onmessage = null;
  const page = await import(script);
  await page.default({ module_or_path: module });
  page.serve();
};
