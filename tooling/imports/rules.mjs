/** Which way imports may point. The text of each rule is what a person reads when it is broken. */

/**
 * The packages that a package may import; tests may import the tooling as well.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const packages = {
  kernels: [],
  runtime: ['kernels'],
  models: ['kernels', 'runtime'],
  conformance: ['kernels', 'runtime', 'models'],
  bench: ['kernels', 'runtime', 'models', 'tooling'], // for the tests' Chrome
  cli: ['kernels', 'runtime', 'models', 'conformance', 'bench'],
  demo: ['kernels', 'runtime', 'models', 'bench'],
};

/** Packages whose public face has to work in a page. */
export const forPages = ['kernels', 'runtime', 'models', 'bench', 'demo'];

/**
 * For each folder of `runtime/src`, the folders beside it that it must not know.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const strangers = {
  onnx: ['session', 'device', 'plan'],
  graph: ['session', 'device', 'plan', 'onnx', 'passes'],
  ops: ['session', 'device', 'plan'],
  passes: ['session', 'device', 'plan'],
  plan: ['session', 'device', 'onnx'],
  device: ['session', 'ops', 'onnx', 'passes'],
};
