import { importModel } from '@roentgen/runtime';
import { expect, it } from 'vitest';
import { freshName, withOpenSizes, withOutput } from './surgery.ts';
import { model, node, value } from './testing/model.ts';

const chain = model({
  inputs: [value('x', [1, 1, 8, 8])],
  outputs: [value('z', [1, 1, 8, 8])],
  nodes: [node('Relu', ['x'], 'y'), node('Sigmoid', ['y'], 'z')],
});

/** Names and shapes of the outputs for an input of this shape. */
function outputsFor(of: typeof chain, shape: readonly number[]) {
  const graph = importModel(of, new Map([['x', { type: { dtype: 'float32', shape } }]]));
  return Object.fromEntries(
    graph.outputs.map(({ name, value: id }) => [name, graph.values.get(id)?.type.shape]),
  );
}

it('adds an inner value to the outputs, once', () => {
  const more = withOutput(withOutput(chain, 'y'), 'y');
  expect(outputsFor(more, [1, 1, 8, 8])).toEqual({ z: [1, 1, 8, 8], y: [1, 1, 8, 8] });
  expect(chain.graph.outputs).toHaveLength(1);
  expect(() => withOutput(chain, 'nowhere')).toThrow(/no node makes 'nowhere'/);
});

it('opens sizes that the exporter fixed', () => {
  expect(() => outputsFor(chain, [2, 1, 6, 10])).toThrow(/\[2,1,6,10\]/);
  expect(outputsFor(withOpenSizes(chain), [2, 1, 6, 10])).toEqual({ z: [2, 1, 6, 10] });
});

it('opens the three axes of a volume too, and leaves other inputs', () => {
  const relu = (shape: readonly number[]) =>
    model({ inputs: [value('x', shape)], outputs: [value('z', shape)], nodes: [node('Relu', ['x'], 'z')] });
  expect(outputsFor(withOpenSizes(relu([1, 1, 8, 8, 8])), [1, 1, 2, 4, 6])).toEqual({ z: [1, 1, 2, 4, 6] });
  expect(() => outputsFor(withOpenSizes(relu([1, 8])), [2, 8])).toThrow(/\[2,8\]/);
});

it('finds a name that is free', () => {
  expect(freshName(chain, 'y')).toBe('y.2');
  expect(freshName(chain, 'a')).toBe('a');
});
