import { describe, expect, test, vi } from 'vitest';
import { readModel } from './read.ts';
import { toNumbers } from './tensor.ts';
import { encodeModel, type TensorSpec } from './testing/encode.ts';

const weights = new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer);

function model(...tensors: TensorSpec[]): Uint8Array {
  return encodeModel({
    initializers: tensors,
    inputs: [],
    outputs: tensors.map((tensor) => ({ name: tensor.name ?? '' })),
  });
}

const at = (external: Record<string, string>, name = 'w', dims = [2]): TensorSpec => ({
  name,
  dims,
  external,
});

test('each file is fetched once, by its plain path', async () => {
  const external = vi.fn(async () => weights);
  const tensors = [
    at({ location: './deep/w.bin', offset: '8', length: '8' }),
    at({ location: 'deep/w.bin' }, 'v', [4]),
  ];
  const { graph } = await readModel(model(...tensors), { external });
  expect(external.mock.calls).toEqual([['deep/w.bin']]);
  const values = [...graph.initializers.values()].map((tensor) => [...toNumbers(tensor)]);
  expect(values).toEqual([
    [3, 4],
    [1, 2, 3, 4],
  ]);
});

test('the data of an attribute may be outside too', async () => {
  const nodes = [
    { op: 'Constant', outputs: ['y'], attributes: { value: { tensor: at({ location: 'w.bin' }) } } },
  ];
  const { graph } = await readModel(encodeModel({ nodes, outputs: [{ name: 'y' }] }), {
    external: async () => weights,
  });
  const value = graph.nodes[0].attributes.get('value');
  expect(value?.kind === 'tensor' && [...toNumbers(value.value)]).toEqual([1, 2]);
});

describe('refused', () => {
  test.each([
    '../w.bin',
    'a/../../w.bin',
    'a/%2e%2E/w.bin',
    '/etc/passwd',
    'C:\\w.bin',
    'c:/w.bin',
    '\\\\host\\w.bin',
    'a\\..\\w.bin',
    'file:///etc/passwd',
    'https://example.org/w.bin',
    '//example.org/w.bin',
    'w.bin\0.txt',
    '',
    '.',
  ])('the location %j, before anything is fetched', async (location) => {
    const external = vi.fn(async () => weights);
    const reading = readModel(model(at({ location })), { external });
    await expect(reading).rejects.toMatchObject({
      code: 'model',
      message: expect.stringContaining('outside'),
    });
    expect(external).not.toHaveBeenCalled();
  });

  test.each<[Record<string, string>, RegExp]>([
    [{}, /does not say which/],
    [{ location: 'w', offset: '-8' }, /offset '-8', no whole number/],
    [{ location: 'w', offset: '12abc' }, /offset '12abc'/],
    [{ location: 'w', offset: '' }, /offset ''/],
    [{ location: 'w', offset: 'NaN' }, /offset 'NaN'/],
    [{ location: 'w', offset: '1e99' }, /offset '1e99'/],
    [{ location: 'w', offset: '99999999999999999999' }, /no whole number/],
    [{ location: 'w', length: '4' }, /takes 8 bytes, but its external data has 4/],
    [{ location: 'w', offset: '12' }, /ends at byte 20 of 'w', which has 16/],
  ])('%j', async (external, message) => {
    await expect(readModel(model(at(external)), { external: async () => weights })).rejects.toThrow(message);
  });

  test('data in both places', async () => {
    const both = { ...at({ location: 'w' }), raw: [1, 2] };
    await expect(readModel(model(both), { external: async () => weights })).rejects.toThrow(
      /both in the model/,
    );
  });

  test('a file that cannot be read', async () => {
    const external = () => Promise.reject(new Error('no such file'));
    const reading = readModel(model(at({ location: 'w.bin' })), { external });
    await expect(reading).rejects.toMatchObject({
      code: 'file',
      message: "initializer 'w' is stored in 'w.bin', which cannot be read: no such file.",
    });
  });

  test('no way to read files', async () => {
    await expect(readModel(model(at({ location: 'w.bin' })))).rejects.toMatchObject({ code: 'file' });
  });
});
