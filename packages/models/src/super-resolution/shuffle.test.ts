import { importModel, type OnnxModel } from '@roentgen/runtime';
import { describe, expect, it } from 'vitest';
import { int64Constant, withOpenSizes } from '../network/surgery.ts';
import { floats, model, node, value } from '../network/testing/model.ts';
import { reachOf } from './reach.ts';
import { findDepthShuffle, rebuildDepthShuffle } from './shuffle.ts';

/** A 3 x 3 convolution to 2 channels, the baked shuffle of the dynamo exporter at 4 x 4, and a 5 x 5 one after it. */
const baked = model({
  inputs: [value('x', [1, 1, 4, 4])],
  outputs: [value('y', [1, 1, 4, 8])],
  nodes: [
    node('Conv', ['x', 'w1'], 'a', { pads: [1, 1, 1, 1] }),
    node('Reshape', ['a', 'split'], 'b', { allowzero: 1 }),
    node('Transpose', ['b'], 'c', { perm: [0, 1, 3, 4, 2] }),
    node('Reshape', ['c', 'join'], 'd', { allowzero: 1 }),
    node('Conv', ['d', 'w2'], 'y', { pads: [2, 2, 2, 2] }),
  ],
  weights: [
    floats('w1', [2, 1, 3, 3]),
    floats('w2', [1, 1, 5, 5]),
    int64Constant('split', [1, 1, 2, 4, 4]),
    int64Constant('join', [1, 1, 4, 8]),
  ],
});

function outputShape(of: OnnxModel, shape: readonly number[]) {
  const graph = importModel(of, new Map([['x', { type: { dtype: 'float32', shape } }]]));
  return graph.values.get(graph.outputs[0].value)?.type.shape;
}

describe('rebuildDepthShuffle', () => {
  it('takes any batch and size', () => {
    expect(findDepthShuffle(baked)?.factor).toBe(2);
    expect(() => outputShape(withOpenSizes(baked), [3, 1, 5, 7])).toThrow();
    expect(outputShape(withOpenSizes(rebuildDepthShuffle(baked)), [3, 1, 5, 7])).toEqual([3, 1, 5, 14]);
  });

  it('leaves other models alone', () => {
    const other = model({ inputs: [], outputs: [], nodes: [node('Reshape', ['a', 'b'], 'c')] });
    expect(rebuildDepthShuffle(other)).toBe(other);
  });

  it('is not fooled by a transpose that mixes other axes', () => {
    const nodes = baked.graph.nodes.map((one) =>
      one.op === 'Transpose' ? node('Transpose', ['b'], 'c', { perm: [0, 1, 4, 3, 2] }) : one,
    );
    expect(findDepthShuffle({ ...baked, graph: { ...baked.graph, nodes } })).toBeNull();
  });
});

describe('reachOf', () => {
  it('adds up half kernels, each on its own grid', () => {
    // Rows: 1 + 2. Columns: 1 before the shuffle, 2 / 2 after it.
    expect(reachOf(baked, 'x', 'y')).toEqual({ halo: [3, 2], scale: [1, 2] });
  });

  it('refuses what may look anywhere', () => {
    const pooled = model({ inputs: [], outputs: [], nodes: [node('GlobalAveragePool', ['x'], 'y')] });
    expect(() => reachOf(pooled, 'x', 'y')).toThrow(/GlobalAveragePool 'node y'/);
  });
});
