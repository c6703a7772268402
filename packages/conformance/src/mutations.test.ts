import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RoentgenError, type TensorType } from '@roentgen/kernels';
import { type OnnxAttribute, type OnnxModel, type OnnxNode, random, specialise } from '@roentgen/runtime';
import { describe, expect, it } from 'vitest';
import { type BackendDataSet, readBackendTest } from './backend.ts';

/*
 * Sound models with one thing changed: an attribute, an operand, a shape, the version. Whatever that makes of them,
 * the import must end in a graph whose shapes are shapes, or in an error that says which node is at fault.
 */

type Draw = (below: number) => number;

const root = fileURLToPath(new URL('../../../../shared/onnx-node-tests', import.meta.url));
const manifest = path.join(root, 'manifest.public.json');
const listed: { path: string; suite: string }[] = existsSync(manifest)
  ? JSON.parse(readFileSync(manifest, 'utf8')).tests
  : [];
const chosen = listed.filter(({ suite }, i) => suite === 'node' && i % 3 === 0);

if (chosen.length === 0) console.warn(`SKIPPED: mutations of ONNX models, for want of ${manifest}`);

const strange = {
  int: [-5, -1, 0, 1, 2, 3, 7, 1e15],
  float: [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e30],
};

function changedValue(attribute: OnnxAttribute, draw: Draw): OnnxAttribute {
  const int = strange.int[draw(strange.int.length)];
  switch (attribute.kind) {
    case 'int':
      return { kind: 'int', value: int };
    case 'float':
      return { kind: 'float', value: strange.float[draw(strange.float.length)] };
    case 'string':
      return { kind: 'string', value: 'what' };
    case 'ints': {
      const longer = attribute.value.length === 0 || draw(2) === 0;
      const value = longer
        ? [...attribute.value, 1]
        : attribute.value.with(draw(attribute.value.length), int);
      return { kind: 'ints', value };
    }
    default:
      return attribute;
  }
}

function changedAttributes(node: OnnxNode, draw: Draw): OnnxNode {
  const attributes = new Map(node.attributes);
  const names = [...attributes.keys()];
  if (names.length === 0) return { ...node, opset: 1 + draw(28) };
  const name = names[draw(names.length)];
  if (draw(4) === 0) attributes.delete(name);
  else attributes.set(name, changedValue(attributes.get(name)!, draw));
  return { ...node, attributes };
}

function changedNode(node: OnnxNode, draw: Draw): OnnxNode {
  switch (draw(5)) {
    case 0:
      return { ...node, inputs: node.inputs.slice(0, -1) };
    case 1:
      return { ...node, inputs: node.inputs.map((name) => (draw(2) === 0 ? '' : name)) };
    case 2:
      return { ...node, inputs: node.inputs.toReversed() };
    default:
      return changedAttributes(node, draw);
  }
}

function changedModel(model: OnnxModel, draw: Draw): OnnxModel {
  const at = draw(model.graph.nodes.length);
  const nodes = model.graph.nodes.map((node, i) => (i === at ? changedNode(node, draw) : node));
  return { ...model, graph: { ...model.graph, nodes } };
}

function attempt(model: OnnxModel, { inputs }: BackendDataSet): void {
  const types = new Map<string, TensorType>([...inputs].map(([name, { type }]) => [name, type]));
  try {
    const { graph } = specialise(model, types, (name) => inputs.get(name)?.data);
    for (const { type } of graph.values.values()) {
      expect(type.shape.every((extent) => Number.isInteger(extent) && extent >= 0)).toBe(true);
    }
  } catch (error) {
    if (!(error instanceof RoentgenError)) throw error;
    expect(error.message).not.toBe('');
  }
}

describe.skipIf(chosen.length === 0)('models with one thing changed', () => {
  it('import, or are refused by a typed error', async () => {
    const next = random(5);
    const draw: Draw = (below) => Math.floor(next() * below);
    for (const test of chosen) {
      const { model, dataSets } = await readBackendTest(path.join(root, test.path));
      for (let round = 0; round < 4; round++) attempt(changedModel(model, draw), dataSets[0]);
    }
  }, 60_000);
});
