import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectModel } from './model.ts';

const weights = new URL('../../../../../packages/models/weights/', import.meta.url);
const shared = new URL('../../../../../../shared/models/', import.meta.url);
const fileAt = (url: URL, bytes = Number.POSITIVE_INFINITY) =>
  new File([readFileSync(url).subarray(0, bytes)], url.pathname.split('/').at(-1) ?? '');

describe('a network for a card', () => {
  it.each([
    ['densenet121.onnx', ['radiograph']],
    ['sr-hw-x2.onnx', ['volume']],
    ['rau-net.onnx', ['cells']],
  ] as const)('%s fits the card that it was made for, and no other', async (name, fits) => {
    const report = await inspectModel(fileAt(new URL(name, weights)), 'volume');
    expect(report).toMatchObject({ name, fits, trouble: null });
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(report.rows.every((row) => row.fits)).toBe(name.startsWith('sr'));
    expect(report.facts.find((fact) => fact.name === 'Nodes')).toBeDefined();
  });

  it('that is cut short, or none at all, is told as that', async () => {
    const torn = await inspectModel(fileAt(new URL('sr-hw-x2.onnx', weights), 5000), 'volume');
    expect([torn.fits, torn.rows]).toEqual([[], []]);
    expect(torn.trouble).toMatch(/./);
    const none = await inspectModel(new File(['hello'], 'none.onnx'), 'cells');
    expect(none.trouble).toMatch(/./);
  });
});

if (!existsSync(shared))
  console.warn('SKIPPED: exported networks: ../shared/models is not beside this checkout');

describe.skipIf(!existsSync(shared))('networks as PyTorch exports them', () => {
  it.each([
    ['densenet121.onnx', ['radiograph']],
    ['sr-hw-x2.onnx', ['volume']],
    ['sr-d-x2.onnx', ['volume']],
    ['rau-net.onnx', ['cells']],
    ['meshnet.onnx', []],
  ] as const)('%s', async (name, fits) => {
    const report = await inspectModel(fileAt(new URL(name, shared)), 'cells');
    expect(report).toMatchObject({ fits, trouble: null });
    // The number that PyTorch counts; the exporter folds the batch normalisation of the larger ones away.
    if (name === 'sr-hw-x2.onnx')
      expect(report.facts).toContainEqual({ name: 'Weights', value: '57,573 numbers' });
    if (name === 'meshnet.onnx')
      expect(report.rows.find(({ what }) => what === 'Input shape')).toMatchObject({
        wanted: '[?, 3, ?, ?]',
        fits: false,
      });
  });
});
