import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { importModel, type OnnxModel, readModel } from '@roentgen/runtime';
import { describe, expect, it } from 'vitest';
import {
  cellSegmentationCard,
  pneumoniaCard,
  rebuildDepthShuffle,
  superResolutionCard,
  withOpenSizes,
} from '../src/index.ts';
import { readManifest, weightsFolder } from './manifest.ts';
import { shrinkFile } from './weights.ts';

const manifest = readManifest();
const cards = [pneumoniaCard, superResolutionCard, cellSegmentationCard];
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, weightsFolder)));
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function outputShapes(model: OnnxModel, shape: readonly number[]) {
  const graph = importModel(model, new Map([['input', { type: { dtype: 'float32', shape } }]]));
  return Object.fromEntries(
    graph.outputs.map(({ name, value }) => [name, graph.values.get(value)?.type.shape]),
  );
}

describe('the shipped weights', () => {
  it('are those of the manifest, each with a card to read', () => {
    const there = readdirSync(weightsFolder);
    expect(there.filter((name) => name.endsWith('.onnx')).sort()).toEqual(
      manifest.map(({ file }) => file).sort(),
    );
    for (const { file, bytes, sha256 } of manifest) {
      const found = bytesOf(file);
      expect([file, found.length, hash(found)]).toEqual([file, bytes, sha256]);
    }
    const index = readFileSync(new URL('README.md', weightsFolder), 'utf8');
    for (const { system, file, sha256 } of manifest) {
      expect(there).toContain(`${system}.card.md`);
      expect(index).toContain(`\`${file}\``);
      expect(index).toContain(sha256);
    }
  });

  it('leave room in a repository of 20 MB', () => {
    expect(manifest.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(17.1e6);
  });

  it('are the files of the model cards, whose figures are the float32 ones of the manifest', () => {
    const files = cards.flatMap(({ system, files }) =>
      files.map(({ file, parameters }) => ({ file, system, parameters })),
    );
    const listed = manifest.map(({ file, system, parameters }) => ({ file, system, parameters }));
    const byFile = (a: { readonly file: string }, b: { readonly file: string }) =>
      a.file.localeCompare(b.file);
    expect(files.sort(byFile)).toEqual(listed.sort(byFile));
    for (const card of [pneumoniaCard, cellSegmentationCard]) {
      const measured = manifest.find(({ system }) => system === card.system)?.measured ?? [];
      const figures = (list: readonly { metric: string; float32: number }[]) =>
        list.map(({ metric, float32 }) => [metric, float32]);
      expect(card.scores.map(({ metric, value }) => [metric, value])).toEqual(figures(measured));
    }
  });

  it('have the operating point of their card, from the same counts', () => {
    const entry = manifest.find(({ system }) => system === 'pneumonia')?.operatingPoint;
    if (entry === undefined) throw new Error('The manifest has no operating point of pneumonia.');
    const { command, ...stated } = entry;
    expect(pneumoniaCard.operatingPoint).toMatchObject(stated);
    expect(command).toMatch(/--choose-on val --fold test$/);
    const text = readFileSync(new URL('pneumonia.card.md', weightsFolder), 'utf8');
    for (const { hits, of } of [stated.sensitivity, stated.specificity, stated.inUnsure])
      expect(text).toContain(`${hits} of ${of}`);
  });

  it('import, at any batch', async () => {
    const read = (file: string) => readModel(bytesOf(file), { name: file });
    expect(outputShapes(await read('densenet121.onnx'), [2, 3, 224, 224])).toEqual({ scores: [2, 13] });
    expect(outputShapes(await read('rau-net.onnx'), [2, 3, 32, 48])).toEqual({ logits: [2, 1, 32, 48] });
    for (const scale of [2, 4]) {
      const plane = [3, 1, 8 * scale, 10 * scale];
      const both = (shape: readonly number[]) => ({ output: shape, intermediate: shape });
      expect(outputShapes(await read(`sr-hw-x${scale}.onnx`), [3, 1, 8, 10])).toEqual(both(plane));
      const depth = withOpenSizes(rebuildDepthShuffle(await read(`sr-d-x${scale}.onnx`)));
      expect(outputShapes(depth, [3, 1, 8, 10])).toEqual(both([3, 1, 8, 10 * scale]));
    }
  });
});

const sources = new URL('../../../../shared/models/', import.meta.url);
const there = existsSync(sources);
if (!there)
  console.warn(
    'SKIPPED: shipped weights from their sources: there is no ../shared/models beside this checkout',
  );

describe.skipIf(!there)('the script that made them', () => {
  // The two large files take ten seconds each: `npm run weights` prints their hashes.
  for (const { file, source, sha256, options } of manifest.filter(({ parameters }) => parameters < 1e6)) {
    it(`makes ${file} again, to the byte`, async () => {
      const from = new Uint8Array(readFileSync(new URL(file, sources)));
      expect(hash(from)).toBe(source.sha256);
      const job = { storage: 'f16' as const, open: options.includes('--open') };
      expect(options).toContain('--f16');
      expect(hash((await shrinkFile(from, job)).bytes)).toBe(sha256);
    });
  }
});
