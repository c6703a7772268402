/**
 * Prints, as one line of JSON, the adapter that Dawn gives for the choice in the argument, or null. A program
 * of its own because a bad driver may take the process down. Needs the build of `runtime`.
 */
const built = new URL('../../packages/runtime/dist/node.js', import.meta.url);
const { nodeGpu } = await import(built.href);

try {
  const { info, release } = await nodeGpu({ adapter: process.argv[2] });
  const { vendor, architecture, description } = info;
  console.log(JSON.stringify({ vendor, architecture, description }));
  release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('null');
}
