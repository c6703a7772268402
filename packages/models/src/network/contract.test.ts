import { describe, expect, it } from 'vitest';
import { checkContract, compareContract, type NetworkContract } from './contract.ts';
import { model, node, value } from './testing/model.ts';

const contract: NetworkContract = { system: 'cells', input: [3, null, null], output: [1, null, null] };
type Dims = readonly (number | string | null)[] | null;
const relu = (input: Dims, output: Dims) =>
  model({ inputs: [value('x', input)], outputs: [value('y', output)], nodes: [node('Relu', ['x'], 'y')] });

describe('checkContract', () => {
  it('takes any names, and open or fixed sizes', () => {
    expect(checkContract(relu(['n', 3, 'h', 'w'], ['n', 1, 'h', 'w']), contract)).toEqual({
      input: 'x',
      output: 'y',
      batch: null,
    });
    expect(checkContract(relu([2, 3, 256, 256], null), contract).batch).toBe(2);
  });

  it('prefers the named output', () => {
    const two = model({
      inputs: [value('x', null)],
      outputs: [value('mid', null), value('y', null)],
      nodes: [],
    });
    expect(checkContract(two, { ...contract, outputName: 'y' }).output).toBe('y');
    expect(checkContract(two, { ...contract, outputName: 'absent' }).output).toBe('mid');
  });

  it('says what is wanted and what is there', () => {
    const wrong = relu(['n', 1, 'h', 'w'], ['n', 5]);
    expect(() => checkContract(wrong, contract)).toThrow(/no cells network/);
    const hint =
      /wanted: .*\[\?, 3, \?, \?\].*the file has inputs 'x' \[n, 1, h, w\] and outputs 'y' \[n, 5\]/;
    expect(() => checkContract(wrong, contract)).toThrow(
      expect.objectContaining({ code: 'model', hint: expect.stringMatching(hint) }),
    );
  });

  it('compares line by line', () => {
    const rows = compareContract(relu(['n', 1, 'h', 'w'], ['n', 1, 'h', 'w']), contract);
    expect(rows.map(({ what, fits }) => [what, fits])).toEqual([
      ['Inputs', true],
      ['Input type', true],
      ['Input shape', false],
      ['Output type', true],
      ['Output shape', true],
    ]);
    expect(rows[2]).toMatchObject({ wanted: '[?, 3, ?, ?]', found: '[n, 1, h, w]' });
    const two = model({ inputs: [value('a', null), value('b', null)], outputs: [], nodes: [] });
    expect(compareContract(two, contract)).toEqual([
      { what: 'Inputs', wanted: 'one', found: "'a', 'b'", fits: false },
      { what: 'Outputs', wanted: 'one', found: 'none', fits: false },
    ]);
  });

  it('does not count weights that old files list as inputs', () => {
    const old = model({
      inputs: [value('x', null), value('w', [1])],
      outputs: [value('y', null)],
      nodes: [],
      weights: [{ name: 'w', dtype: 'float32', dims: [1], data: new Float32Array(1) }],
    });
    expect(checkContract(old, contract).input).toBe('x');
  });
});
