import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type EnvelopeParts, makeEnvelope, SCHEMA } from './envelope.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

const context = {
  commit: 'abc',
  date: new Date('2026-11-23T10:30:00Z'),
  adapter: null,
  passes: ['dead-code'],
};

const patient = new File(['pixels'], 'Miller_Anna_1961.nii.gz');

const parts: EnvelopeParts = {
  system: 'volume',
  told: {
    title: 'Miller_Anna_1961.nii.gz',
    generated: false,
    model: null,
    notice: 'Research only',
    facts: [{ name: 'Decoded', value: 'Miller_Anna_1961.nii.gz, 2 × 2' }],
    checks: [
      { level: 'warn', message: 'a gap after MILLER_ANNA_1961 was found' },
      { level: 'warn', message: 'Left out: series Knie Frau Doe (3 images), Clinic Bonn' },
    ],
    times: [{ stage: 'run', ms: 12 }],
  },
  source: { kind: 'files', files: [patient], paths: ['Clinic Bonn/Miller_Anna_1961.nii.gz'] },
  words: ['Knie Frau Doe'],
  model: null,
  shipped: ['a.onnx', 'b.onnx'],
  weights: {
    'a.onnx': { url: 'a', bytes: 1, sha256: 'aa', measured: [] },
    'b.onnx': { url: 'b', bytes: 1, sha256: 'bb', measured: [] },
  },
  settings: { scale: 2 },
  results: { rows: [{ file: 'Miller_Anna_1961.nii.gz', value: 0.5 }] },
};

describe('the envelope of a result', () => {
  it('names weights and input by hash, and says how the result was made', async () => {
    const found = await makeEnvelope(parts, context);
    expect(found.schema).toEqual(SCHEMA);
    expect(found.date).toBe('2026-11-23T10:30:00.000Z');
    expect(found.models).toEqual([
      { file: 'a.onnx', sha256: 'aa', origin: 'shipped' },
      { file: 'b.onnx', sha256: 'bb', origin: 'shipped' },
    ]);
    expect(found.input.files).toEqual([{ bytes: 6, sha256: sha('pixels') }]);
    expect(found.settings).toEqual({ scale: 2 });
    expect(found.times).toEqual([{ stage: 'run', ms: 12 }]);
  });

  it('hashes a model of the user’s own', async () => {
    const model = new File(['weights'], 'mine.onnx');
    const { models } = await makeEnvelope({ ...parts, model }, context);
    expect(models).toEqual([{ file: 'mine.onnx', sha256: sha('weights'), origin: 'own' }]);
  });

  it('holds no name of a file or of who is on it, however deep', async () => {
    const text = JSON.stringify(await makeEnvelope(parts, context));
    expect(text).not.toMatch(/miller|anna|1961|frau|doe|bonn/i);
    expect(text).toContain('a gap after [file] was found');
    expect(text).toContain('0.5');
  });
});
