import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const weights = fileURLToPath(new URL('../../packages/models/weights/', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roentgen-kit-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('packs what runs, checks and measures away from the checkout', () => {
  const models = join(folder, 'models');
  mkdirSync(models);
  copyFileSync(`${weights}sr-d-x2.onnx`, join(models, 'sr-d-x2.onnx'));
  const archive = join(folder, 'kit.tar.gz');
  const pack = ['--models', models, '--out', archive, '--no-node', '--no-peers'];
  execFileSync(process.execPath, [join(here, 'pack.mjs'), ...pack], { stdio: 'pipe' });
  execFileSync('tar', ['-C', folder, '-xf', archive]);
  const results = join(folder, 'results');
  const measure = ['--quick', '--adapter', 'auto', '--out', results];
  const ran = spawnSync('bash', [join(folder, 'gpu-kit/run.sh'), ...measure], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(ran, ran.stdout).toMatchObject({ status: 0, stderr: '' });

  const json = (name: string) => JSON.parse(readFileSync(join(results, `${name}.json`), 'utf8'));
  const summary = json('summary');
  const steps: { name: string; status: number }[] = summary.steps;
  const { version } = JSON.parse(
    readFileSync(join(folder, 'gpu-kit/node_modules/webgpu/package.json'), 'utf8'),
  );
  expect(summary).toMatchObject({
    commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    adapter: { title: expect.any(String), description: expect.any(String) },
    machine: { platform: `${process.platform}-${process.arch}`, cores: expect.any(Number) },
    versions: { node: process.version, webgpu: version },
  });
  expect(json('bench-models')).toMatchObject({ commit: summary.commit });
  expect(steps.map(({ name }) => name)).toEqual([
    'doctor',
    'kernels-right',
    'bench-kernels',
    'bench-models',
    'bench-models-tuned',
    'torch',
  ]);
  // PyTorch may be here or not; everything else has to run.
  expect(steps.filter(({ status }) => status !== 0).map(({ name }) => name)).toSatisfy(
    (left: string[]) => left.length === 0 || left.join() === 'torch',
  );
  expect(json('kernels-right')).toMatchObject({ failed: 0, passed: expect.toSatisfy((n: number) => n > 0) });
  expect(json('bench-kernels').rows[0]).toMatchObject({
    peer: 'roentgen',
    name: expect.stringContaining('softmax/'),
  });
  for (const name of ['bench-models', 'bench-models-tuned'])
    expect(json(name).rows[0]).toMatchObject({ peer: 'roentgen', name: 'sr-d-x2' });
  expect(json('tuning')).toMatchObject({ format: 'roentgen tuning' });
  if (steps.at(-1)?.status === 3) expect(ran.stdout).toMatch(/torch .*LEFT OUT: .+/);

  // On a machine without the GPU that is asked for it ends at once, and says so.
  const env = { ...process.env, VK_DRIVER_FILES: '/nowhere.json', VK_ICD_FILENAMES: '/nowhere.json' };
  const bare = spawnSync('bash', [join(folder, 'gpu-kit/run.sh'), '--out', join(folder, 'bare')], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  expect(bare).toMatchObject({ status: 1, stderr: expect.stringMatching(/^no 'hardware' adapter here: ./) });
  expect(bare.stdout.trim().split('\n')).toHaveLength(1);

  // Without Python the last step is left out, and the end is not waited for.
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const program of ['bash', 'dirname'])
    symlinkSync(execFileSync('which', [program], { encoding: 'utf8' }).trim(), join(bin, program));
  symlinkSync(process.execPath, join(bin, 'node'));
  const only = ['--adapter', 'auto', '--only', 'torch', '--out', join(folder, 'none')];
  const without = spawnSync('bash', [join(folder, 'gpu-kit/run.sh'), ...only], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: bin },
    timeout: 60_000,
  });
  expect(without).toMatchObject({ status: 0, stdout: expect.stringMatching(/LEFT OUT: python3 is not on/) });
}, 300_000);
