import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Built, type Ended } from './cli.ts';

let cli: Built;
let folder: string;

beforeAll(async () => {
  cli = await Built.create();
  folder = await mkdtemp(join(tmpdir(), 'roentgen-bench-'));
});

afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

const answer = ({ stdout }: Ended) => JSON.parse(stdout);

test('times kernels: a report, as Markdown and as a picture too; another adapter’s is no baseline', async () => {
  const [json, page, picture] = ['bench.json', 'bench.md', 'bench.svg'].map((name) => join(folder, name));
  const args = ['bench', '--suite', 'kernels', '--filter', 'softmax/classes', '--rounds', '1'];
  const ended = await cli.run([...args, '--json', json, '--markdown', page, '--plot', picture]);
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('softmax/classes-densenet') });
  const report = JSON.parse(await readFile(json, 'utf8'));
  expect(report).toMatchObject({ suite: 'kernels', adapter: expect.any(String), wrong: [] });
  expect(report.peaks.f32).toBeGreaterThan(0);
  expect(report.rows.length).toBeGreaterThan(0);
  for (const row of report.rows) {
    expect(row).toMatchObject({ name: 'softmax/classes-densenet', peer: 'roentgen', dtype: 'float32' });
    for (const value of [
      ...Object.values(row.ms),
      row.gflops,
      row.gbs,
      ...(row.chosen ? [row.roofline] : []),
    ])
      expect(value).toSatisfy(Number.isFinite);
  }
  expect(await readFile(page, 'utf8')).toMatch(/^# Bench\n/);
  expect(await readFile(picture, 'utf8')).toMatch(/^<svg /);

  const foreign = join(folder, 'foreign.json');
  await writeFile(foreign, JSON.stringify({ ...report, adapter: 'another' }));
  const refused = await cli.run([...args, '--compare', foreign]);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("is of 'another'") });
  // Nor is one in which nothing is the same.
  const strange = join(folder, 'strange.json');
  await writeFile(strange, JSON.stringify({ ...report, rows: [{ ...report.rows[0], name: 'of/old' }] }));
  const nothing = await cli.run([...args, '--compare', strange]);
  expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing was compared') });
  expect(report.machine).toEqual({
    cpu: expect.any(String),
    cores: expect.any(Number),
    load: expect.any(Number),
  });
  expect(report.versions).toMatchObject({ node: process.versions.node, webgpu: expect.any(String) });
});

test('options of models are not taken for kernels, and suites that there are not are told', async () => {
  for (const flag of ['--batch', '--starts', '--budget']) {
    const ended = await cli.run(['bench', '--suite', 'kernels', flag, '2']);
    expect(ended).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${flag} says nothing of the suite kernels`),
    });
  }
  const ended = await cli.run(['bench', '--suite', 'kernel']);
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('models, kernels, large') });
});

test('peers are not set beside another adapter than theirs', async ({ skip }) => {
  const adapters = await Promise.all(
    [[], ['--adapter', 'swiftshader']].map((more) => cli.run(['doctor', '--json', ...more])),
  );
  const [first, other] = adapters.map(({ stdout }) => JSON.parse(stdout).adapter?.title);
  if (other === undefined || first === other) return skip('no second adapter here');
  const ended = await cli.run(['bench', '--peers', '--adapter', 'swiftshader', '--filter', 'sr-d-x2']);
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('ONNX Runtime would run on') });
});

describe('what is large', () => {
  test('runs what is large, smaller, in processes that tell what they took', async () => {
    const args = ['bench', '--suite', 'large', '--size', '16,32', '--json'];
    const ended = await cli.run(args);
    expect(ended.code).toBe(0);
    const { rows, leftOut } = answer(ended);
    const shapes = (variant: string) =>
      rows
        .filter((row: { variant: string }) => row.variant === variant)
        .map(({ name, shape }: { name: string; shape: readonly number[] }) => `${name} ${shape.join('x')}`);
    for (const variant of ['cold', 'warm'])
      expect(shapes(variant)).toEqual(['rau-net 1x3x16x16', 'rau-net 1x3x32x32']);
    // 120 slices of 512 x 512, at a sixteenth and a thirty-second.
    expect(shapes('whole')).toEqual(['upscale-x2 16x16x4', 'upscale-x2 32x32x8']);
    for (const { process } of rows) {
      // The network of RAU-Net alone has 8.9 million weights of 4 bytes; no process of Node is below that.
      expect(process.residentBytes).toBeGreaterThan(35e6);
      expect(process.cpuMs).toBeGreaterThan(0);
    }
    // Its weights do not ship with the project.
    expect(leftOut).toMatchObject([{ name: 'meshnet', reason: expect.stringContaining('meshnet.onnx') }]);
    expect(ended.stderr).toContain('meshnet is left out');
  });

  test('a large case that fails says why', async () => {
    const ended = await cli.run(['bench', '--suite', 'large', '--size', '3', '--filter', 'rau-net']);
    expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('error: ') });
    expect(ended.stderr).not.toContain('without an answer');
  });

  test('a stop keeps the cases that are done; one that is filtered out is not run', async () => {
    const path = join(folder, 'large.json');
    const args = ['bench', '--suite', 'large', '--filter', 'upscale', '--size', '16,24,32', '--json', path];
    let stopped = false;
    const ended = await cli.run(args, {
      onMessage: (stderr, child) => {
        if (stopped || !stderr.includes('edge 24, 2 of 3')) return;
        stopped = child.kill('SIGINT');
      },
    });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(
      /upscale-x2 16 x 16 x 4 whole: [\d.]+ s, its process [\d.]+ s of processor time and \d+ MiB/,
    );
    expect(ended.stderr).not.toContain('rau-net');
    const { suite, rows, leftOut, adapter } = JSON.parse(await readFile(path, 'utf8'));
    expect({ suite, adapter }).toEqual({ suite: 'large', adapter: expect.any(String) });
    expect(rows).toMatchObject([
      { name: 'upscale-x2', shape: [16, 16, 4], process: { cpuMs: expect.any(Number) } },
    ]);
    const waiting = { peer: 'roentgen', reason: expect.stringContaining('had not been run') };
    expect(leftOut).toEqual([24, 32].map((size) => ({ ...waiting, name: `upscale-x2 of edge ${size}` })));
    expect(await readdir(folder)).not.toContainEqual(expect.stringContaining('.part'));
  });

  test('a case that fails among others is told, left out, and the exit code', async () => {
    const args = ['bench', '--suite', 'large', '--filter', 'rau-net', '--size', '3,16', '--json', '--quiet'];
    const ended = await cli.run(args);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('rau-net of edge 3 failed: ');
    expect(ended.stderr).not.toContain('1 of 2');
    const { rows, leftOut } = answer(ended);
    expect(rows.map(({ variant }: { variant: string }) => variant)).toEqual(['cold', 'warm']);
    expect(leftOut).toMatchObject([{ name: 'rau-net of edge 3', failed: true }]);
  });
});

test('a filter that nothing passes is told', async () => {
  const ended = await cli.run(['bench', '--suite', 'kernels', '--filter', 'no-such']);
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining("'no-such'") });
});
