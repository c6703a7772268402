import { existsSync, readFileSync } from 'node:fs';
import { describe } from 'vitest';
import type { OnnxModel } from '../model.ts';

/** The material that lies beside a checkout and is not part of it. */
const shared = new URL('../../../../../../shared/', import.meta.url);

/** A `describe` for tests over shared material; where it is absent, says so and skips. */
export function describeShared(folder: string, title: string, body: (folder: URL) => void): void {
  const at = new URL(`${folder}/`, shared);
  if (existsSync(at)) {
    describe(title, () => body(at));
    return;
  }
  console.warn(`SKIPPED: ${title}: ../shared/${folder} is not beside this checkout`);
  describe.skip(title, () => {});
}

export function bytesAt(file: URL): Uint8Array {
  return new Uint8Array(readFileSync(file));
}

/** The model with sizes in space of its inputs left open, and nothing declared of what follows from them. */
export function resizable(model: OnnxModel): OnnxModel {
  const inputs = model.graph.inputs.map((input) => {
    const { type } = input;
    if (type.kind !== 'tensor' || !type.shape) return input;
    return { ...input, type: { ...type, shape: type.shape.map((dim, axis) => (axis < 2 ? dim : null)) } };
  });
  const outputs = model.graph.outputs.map((output) =>
    output.type.kind === 'tensor' ? { ...output, type: { ...output.type, shape: null } } : output,
  );
  return { ...model, graph: { ...model.graph, inputs, outputs, valueInfo: new Map() } };
}
