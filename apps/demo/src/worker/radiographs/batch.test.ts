import { RoentgenError } from '@roentgen/kernels';
import { pneumoniaCard } from '@roentgen/models';
import { describe, expect, it } from 'vitest';
import { batchCsv, type Scored, scoreBatch } from './batch.ts';

const files = ['a.png', 'torn, "b".png', 'c.png'].map((name) => new File([], name));
const point = pneumoniaCard.operatingPoint!;
const options = { point, signal: new AbortController().signal, onFile: () => {} };
const scores: Readonly<Record<string, number>> = { 'a.png': 0.2, 'c.png': 0.9 };

const score = (file: File): Promise<Scored> => {
  if (file.name === 'tiny.png') {
    const checks = [
      { level: 'warn' as const, message: 'the mean brightness is 0.9' },
      { level: 'refuse' as const, message: 'the short side is 40 px; expected at least 64 px' },
    ];
    return Promise.resolve({ score: null, checks, view: null });
  }
  const value = scores[file.name];
  if (value === undefined) return Promise.reject(new RoentgenError('format', `${file.name} is torn`));
  const checks = [{ level: 'warn' as const, message: `the short side is ${value} px` }];
  return Promise.resolve({ score: value, checks, view: 'PA' });
};

describe('a batch of radiographs', () => {
  it('goes on after a bad file, and says where each score lies', async () => {
    const seen: string[] = [];
    const onFile = (done: number, name: string) => seen.push(`${done} ${name}`);
    const { rows, first } = await scoreBatch(files, score, { ...options, onFile });
    expect(rows.map(({ zone }) => zone)).toEqual(['below', null, 'above']);
    expect(rows[1].error).toMatchObject({ code: 'format' });
    expect(first?.index).toBe(0);
    expect(seen).toEqual(['0 a.png', '1 torn, "b".png', '2 c.png']);
  });

  it('shows the first scored picture, else the first refused one, with the reason in its row', async () => {
    const [tiny, torn, good] = ['tiny.png', 'torn.png', 'c.png'].map((name) => new File([], name));
    const mixed = await scoreBatch([tiny, torn, good], score, options);
    expect(mixed.first?.index).toBe(2);
    expect(mixed.rows[0]).toMatchObject({ score: null, zone: null, error: null });
    const { rows, first } = await scoreBatch([torn, tiny], score, options);
    expect(first?.index).toBe(1);
    const lines = batchCsv(rows, { model: 'm.onnx', sha256: 'ab', point }).split('\r\n');
    expect(lines[2]).toBe(
      'tiny.png,refused,,,,the mean brightness is 0.9,"the short side is 40 px; expected at least 64 px",0.53,0.37,0.69,m.onnx,ab,research only',
    );
  });

  it('fails where no file could be read, or the GPU went away', async () => {
    await expect(scoreBatch(files.slice(1, 2), score, options)).rejects.toThrow('is torn');
    const lost = () => Promise.reject(new RoentgenError('device', 'the GPU was lost'));
    await expect(scoreBatch(files, lost, options)).rejects.toMatchObject({ code: 'device' });
  });

  it('stops when told to', async () => {
    const controller = new AbortController();
    const stopping = (file: File) => {
      controller.abort();
      return score(file);
    };
    const run = scoreBatch(files, stopping, { ...options, signal: controller.signal });
    await expect(run).rejects.toThrow(/abort/i);
  });

  it('does not let the name of a file, or what an error repeats of it, become a formula', async () => {
    const { rows } = await scoreBatch(
      ['a.png', '=cmd.png', '-2.png'].map((name) => new File([], name)),
      score,
      options,
    );
    const [, , first, second] = batchCsv(rows, { model: '@net.onnx', sha256: 'ab', point }).split('\r\n');
    expect(first).toBe(
      `"'=cmd.png",not read,,,,,"'=cmd.png is torn",0.53,0.37,0.69,"'@net.onnx",ab,research only`,
    );
    expect(second.startsWith(`"'-2.png",not read,`)).toBe(true);
  });

  it('becomes a table with every file in it', async () => {
    const { rows } = await scoreBatch(files, score, options);
    const text = batchCsv(rows, { model: 'densenet121.onnx', sha256: 'ab', point });
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe(
      'a.png,scored,0.2000,below,PA,the short side is 0.2 px,,0.53,0.37,0.69,densenet121.onnx,ab,research only',
    );
    expect(lines[2]).toBe(
      '"torn, ""b"".png",not read,,,,,"torn, ""b"".png is torn",0.53,0.37,0.69,densenet121.onnx,ab,research only',
    );
  });
});
