import { dense, type KernelFamily, type Problem } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import { Judge } from './judge.ts';

const problem: Problem<unknown> = {
  attributes: {},
  inputs: [dense({ dtype: 'float32', shape: [2] })],
  outputs: [dense({ dtype: 'float32', shape: [2] })],
};
const inputs = [Float32Array.of(1, 2)];

/** A family that doubles; `asked` counts how often the slow truth was. */
function doubling() {
  const asked: number[] = [];
  const family = {
    name: 'double',
    tolerance: () => ({ relative: 0, absolute: 0.1 }),
    reference: () => {
      asked.push(1);
      return [Float64Array.of(2, 4)];
    },
  } as unknown as KernelFamily<unknown>;
  return { family, asked };
}

const right = [Float32Array.of(2, 4)];
const wrong = [Float32Array.of(2, 5)];

describe('Judge', () => {
  it('compares small problems with the reference', () => {
    const { family } = doubling();
    const judge = new Judge(family, problem, inputs, 2);
    judge.hear('wrong', wrong);
    judge.hear('right', right);
    expect([...judge.refused]).toEqual([['wrong', expect.stringContaining('(1) actual 5 expected 4')]]);
  });

  it('asks no reference of a large problem while all agree, each within its own tolerance', () => {
    const { family, asked } = doubling();
    const judge = new Judge(family, problem, inputs, 1e12);
    for (const off of [-0.09, 0.09, 0]) judge.hear(`off by ${off}`, [Float32Array.of(2 + off, 4)]);
    expect(judge.refused.size).toBe(0);
    expect(asked).toHaveLength(0);
  });

  it.each([
    ['first', ['wrong', 'right', 'right too']],
    ['second', ['right', 'wrong', 'right too']],
    ['last', ['right', 'right too', 'wrong']],
    ['twice', ['wrong', 'wrong too', 'right']],
  ] as const)('finds the wrong one of a large problem that comes %s', (_, order) => {
    const { family, asked } = doubling();
    const judge = new Judge(family, problem, inputs, 1e12);
    for (const name of order) judge.hear(name, name.startsWith('wrong') ? wrong : right);
    expect([...judge.refused.keys()]).toEqual(order.filter((name) => name.startsWith('wrong')));
    expect(asked).toHaveLength(1);
  });
});
