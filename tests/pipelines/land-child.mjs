// Lands files in a process of its own, which a test then kills or waits for: of the compiled code, as
// what users run. Usage: land-child.mjs <workspace root> <file>...
const dist = new URL('../../dist/', import.meta.url);
const { openWorkspace } = await import(new URL('base/index.js', dist).href);
const { landFiles } = await import(new URL('pipelines/index.js', dist).href);

const [root = '', ...files] = process.argv.slice(2);
process.stdout.write('landing\n');
await landFiles(openWorkspace(root), files);
