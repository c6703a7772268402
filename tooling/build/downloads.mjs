/** What pages download: for the library alone, and to run each of the systems. Bytes are gzipped at level 9, code minified. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { conditions } from './resolve.mjs';

/** @typedef {import('vite').Rolldown.OutputChunk | import('vite').Rolldown.OutputAsset} Output */
/** @typedef {{ code: number, weights: number, codecs: number }} Download */

/** Limits in kilobytes: of the library the design's; of a system's code that and what the system adds; of the rest what there is and a tenth. */
export const limits = {
  library: 150,
  pneumonia: { code: 200, weights: 7_500, codecs: 510 },
  'super-resolution': { code: 185, weights: 235, codecs: 410 },
  'cell-segmentation': { code: 195, weights: 9_500, codecs: 460 },
};

/**
 * From a file to an answer: what a page imports of `@roentgen/models`, and the weights.
 * @type {Readonly<Record<Exclude<keyof typeof limits, 'library'>, { names: readonly string[], weights: readonly string[] }>>}
 */
const systems = {
  pneumonia: {
    names: ['loadPneumoniaClassifier', 'readRadiograph', 'sessionHost'],
    weights: ['densenet121.onnx'],
  },
  'super-resolution': {
    names: ['loadSuperResolver', 'readNifti', 'readSeries', 'writeNifti', 'sessionHost'],
    weights: ['sr-hw-x2.onnx', 'sr-d-x2.onnx'],
  },
  'cell-segmentation': {
    names: ['loadCellSegmenter', 'readTiff', 'readPng', 'writeLabelTiff', 'sessionHost'],
    weights: ['rau-net.onnx'],
  },
};

const root = new URL('../../', import.meta.url);

/** @param {string | Uint8Array} content */
const gzipped = (content) => gzipSync(content, { level: 9 }).length;

/** @param {Output} file */
const sizeOf = (file) => gzipped(file.type === 'chunk' ? file.code : file.source);

/**
 * Builds a module as a page's build would, without writing it.
 * @param {string} source
 * @returns {Promise<readonly Output[]>}
 */
async function bundled(source) {
  const id = '\0entry';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('packages/models', root)),
    resolve: { conditions },
    plugins: [
      {
        name: 'entry',
        resolveId: (name) => (name === 'entry' ? id : null),
        load: (name) => (name === id ? source : null),
      },
    ],
    build: {
      target: 'es2023',
      minify: true,
      write: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: 'entry' },
    },
  });
  return /** @type {import('vite').Rolldown.RolldownOutput} */ (result).output;
}

/**
 * The entry with what it imports at once, and the files that are fetched only for some inputs: codecs and their WebAssembly.
 * @param {readonly Output[]} files
 */
function split(files) {
  const chunks = new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  const at = new Set(
    files.filter((file) => file.type === 'chunk' && file.isEntry).map(({ fileName }) => fileName),
  );
  for (const name of at) for (const next of chunks.get(name)?.imports ?? []) at.add(next);
  return {
    first: files.filter(({ fileName }) => at.has(fileName)),
    later: files.filter(({ fileName }) => !at.has(fileName)),
  };
}

/** @param {readonly Output[]} files */
const total = (files) => files.reduce((sum, file) => sum + sizeOf(file), 0);

/** Bytes of a page's whole import of the runtime, kernels included. */
async function libraryDownload() {
  return total(await bundled("import * as all from '@roentgen/runtime'; globalThis.roentgen = all;"));
}

/**
 * Bytes to run a system: its code, its weights, and at most the codecs, of which a file needs one or none.
 * @param {keyof typeof systems} name
 * @returns {Promise<Download>}
 */
async function systemDownload(name) {
  const { names, weights } = systems[name];
  const { first, later } = split(
    await bundled(`import { ${names} } from '@roentgen/models'; globalThis.roentgen = [${names}];`),
  );
  const files = weights.map((file) => readFileSync(new URL(`packages/models/weights/${file}`, root)));
  return {
    code: total(first),
    weights: files.reduce((sum, bytes) => sum + gzipped(bytes), 0),
    codecs: total(later),
  };
}

/** The names of the systems. */
export const systemNames = /** @type {(keyof typeof systems)[]} */ (Object.keys(systems));

/** @param {number} bytes */
const text = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

/**
 * What the library takes, in a line, and whether that is too much.
 * @returns {Promise<{ line: string, over: boolean }>}
 */
export async function reportLibrary() {
  const bytes = await libraryDownload();
  const line = `the library in a page: ${text(bytes)} gzipped, kernels included (limit ${limits.library} kB)`;
  return { line, over: bytes > 1000 * limits.library };
}

/**
 * What a system takes, in a line, and whether any part of that is too much.
 * @param {keyof typeof systems} name
 * @returns {Promise<{ line: string, over: boolean }>}
 */
export async function reportSystem(name) {
  const { code, weights, codecs } = await systemDownload(name);
  const most = limits[name];
  const line = `${name} in a page: ${text(code + weights)} gzipped (code ${text(code)} of ${most.code}, weights ${text(weights)} of ${most.weights}); all codecs, of which an image needs one or none, ${text(codecs)} of ${most.codecs}`;
  return {
    line,
    over: code > 1000 * most.code || weights > 1000 * most.weights || codecs > 1000 * most.codecs,
  };
}
