import { recordedDevices } from '@roentgen/kernels';
import { expect, it } from 'vitest';
import type { Graph } from '../graph/graph.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { halfWeights } from './half-weights.ts';
import { allPasses } from './optimize.ts';

const { lavapipe, nvidia } = recordedDevices;
/** Chrome on NVIDIA under Linux. */
const without = { ...nvidia, features: new Set([...nvidia.features].filter((name) => name !== 'f16')) };

function weightTypes(graph: Graph): string[] {
  return graph.nodes.map(({ inputs }) => graph.values.get(inputs[1]!)!.type.dtype);
}

it('halves the weights of convolutions, and nothing else', () => {
  const s = new Sketch();
  const graph = halfWeights.run(s.build(s.conv(s.conv(s.input('x', [1, 3, 8, 8]), 6, 3), 4)));
  expect(weightTypes(graph)).toEqual(['float16', 'float16']);
  const weights = new Set(graph.nodes.map(({ inputs }) => inputs[1]));
  for (const { id, type } of graph.values.values()) if (!weights.has(id)) expect(type.dtype).toBe('float32');
});

it('leaves weights that are read elsewhere, and those beyond what a half holds', () => {
  const s = new Sketch();
  const x = s.input('x', [1, 4, 4, 4]);
  const graph = s.build(s.conv(x, 4));
  const w = graph.nodes[0].inputs[1]!;
  const shared: Graph = { ...graph, outputs: [...graph.outputs, { name: 'w', value: w }] };
  expect(weightTypes(halfWeights.run(shared))).toEqual(['float32']);
  for (const large of [65505, Number.POSITIVE_INFINITY, Number.NaN]) {
    const values = Float32Array.from({ length: 16 }, (_, i) => (i === 7 ? large : 65504));
    const constants = new Map([...graph.constants, [w, values] as const]);
    expect(weightTypes(halfWeights.run({ ...graph, constants }))).toEqual(['float32']);
  }
});

it('where there is shader-f16 everything is half, as before', () => {
  const names = (caps: typeof lavapipe) => allPasses(caps, 'f16').map(({ name }) => name);
  expect(names(lavapipe)).toContain('to-half');
  expect(names(lavapipe)).not.toContain('half-weights');
  expect(names(without)).not.toContain('to-half');
  expect(names(without)).toEqual(expect.arrayContaining(['winograd', 'half-weights']));
});
