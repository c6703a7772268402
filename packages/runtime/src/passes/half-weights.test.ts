import { recordedDevices } from '@roentgen/kernels';
import { expect, it } from 'vitest';
import type { Graph, Node } from '../graph/graph.ts';
import { Sketch } from '../graph/testing/sketch.ts';
import { halfWeights } from './half-weights.ts';
import { allPasses } from './optimize.ts';

const { lavapipe, nvidia } = recordedDevices;
/** Chrome on NVIDIA under Linux. */
const without = { ...nvidia, features: new Set([...nvidia.features].filter((name) => name !== 'f16')) };

function weightTypes(graph: Graph): string[] {
  return graph.nodes.map(({ inputs }) => graph.values.get(inputs[1]!)!.type.dtype);
}

const pass = halfWeights(without);

it('halves the weights of convolutions, and nothing else', () => {
  const s = new Sketch();
  const graph = pass.run(s.build(s.conv(s.conv(s.input('x', [1, 16, 4, 4]), 24, 3), 32)));
  expect(weightTypes(graph)).toEqual(['float16', 'float16']);
  const weights = new Set(graph.nodes.map(({ inputs }) => inputs[1]));
  for (const { id, type } of graph.values.values()) if (!weights.has(id)) expect(type.dtype).toBe('float32');
});

it('leaves those that one of two readers gains nothing by', () => {
  const s = new Sketch();
  const [near, far] = [s.input('x', [1, 64, 4, 4]), s.input('z', [1, 64, 64, 64])];
  const graph = s.build(s.conv(near, 64, 1, false), s.conv(far, 64, 1, false));
  const [w] = graph.nodes.map(({ inputs }) => inputs[1]!);
  const nodes = graph.nodes.map((node) => ({ ...node, inputs: node.inputs.with(1, w) }) as Node);
  expect(weightTypes(pass.run({ ...graph, nodes: nodes.slice(0, 1) }))).toEqual(['float16']);
  expect(weightTypes(pass.run({ ...graph, nodes }))).toEqual(['float32', 'float32']);
});

it('leaves weights that are read elsewhere, and those beyond what a half holds', () => {
  const s = new Sketch();
  const x = s.input('x', [1, 4, 4, 4]);
  const graph = s.build(s.conv(x, 4));
  const w = graph.nodes[0].inputs[1]!;
  const shared: Graph = { ...graph, outputs: [...graph.outputs, { name: 'w', value: w }] };
  expect(weightTypes(pass.run(shared))).toEqual(['float32']);
  for (const large of [65505, Number.POSITIVE_INFINITY, Number.NaN]) {
    const values = Float32Array.from({ length: 16 }, (_, i) => (i === 7 ? large : 65504));
    const constants = new Map([...graph.constants, [w, values] as const]);
    expect(weightTypes(pass.run({ ...graph, constants }))).toEqual(['float32']);
  }
});

it('where there is shader-f16 everything is half, as before', () => {
  const names = (caps: typeof lavapipe) => allPasses(caps, 'f16').map(({ name }) => name);
  expect(names(lavapipe)).toContain('to-half');
  expect(names(lavapipe)).not.toContain('half-weights');
  expect(names(without)).not.toContain('to-half');
  expect(names(without)).toEqual(expect.arrayContaining(['winograd', 'half-weights']));
});
