import { describe, expect, it } from 'vitest';
import type { Result } from '../../protocol.ts';
import { type ReportFacts, reportText } from './report.ts';

const facts: ReportFacts = {
  commit: 'abc123',
  date: new Date('2026-11-23T11:30:00Z'),
  browser: 'Chrome 150',
  screen: '1360 x 1000 at 2',
  page: { secure: 'true' },
  adapter: {
    name: 'Some GPU',
    vendor: 'maker',
    architecture: 'gen-9',
    software: false,
    features: ['shader-f16', 'subgroups'],
    limits: { maxBufferSize: 1073741824 },
  },
  obstacle: null,
  settings: { card: 'volume', scale: '4x' },
  results: [],
  errors: [],
};

const result = {
  system: 'volume',
  title: 'Miller_Anna.nii.gz',
  generated: false,
  model: 'Miller.onnx',
  notice: '',
  facts: [{ name: 'Decoded', value: 'Miller_Anna.nii.gz, 12 × 12' }],
  checks: [{ level: 'warn', message: 'Miller_Anna.nii.gz is small' }],
  times: [{ stage: 'run', ms: 12.4 }],
} as unknown as Result;

describe('a report', () => {
  it('says where the page ran', () => {
    const text = reportText(facts);
    for (const word of ['abc123', 'Chrome 150', 'Some GPU', 'shader-f16, subgroups', '1073741824', '4x'])
      expect(text).toContain(word);
  });

  it('tells of results their times, and nothing of who is on them', () => {
    const text = reportText({ ...facts, results: [result] });
    expect(text).toContain('own file, own weights; 1 of 1 checks doubtful; run 12 ms');
    expect(text).not.toMatch(/miller|anna|12 × 12/i);
  });

  it('lists errors with code, node and next step', () => {
    const error = { code: 'model', message: 'no kernel', hint: 'try f32', node: 'Conv_3' };
    const text = reportText({ ...facts, errors: [{ at: facts.date, error }] });
    expect(text).toContain('11:30:00  model: no kernel (node Conv_3; next: try f32)');
  });

  it('says why there is no GPU', () => {
    const text = reportText({ ...facts, adapter: null, obstacle: { kind: 'no-webgpu' } });
    expect(text).toContain('{"kind":"no-webgpu"}');
  });
});
