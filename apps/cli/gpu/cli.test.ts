import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNpy, writeNpy } from '@roentgen/models';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Built, type Ended, inShared } from './cli.ts';

const model = inShared('models/sr-hw-x2.onnx');
const tests = inShared('onnx-node-tests');

let cli: Built;
let folder: string;

beforeAll(async () => {
  cli = await Built.create();
  folder = await mkdtemp(join(tmpdir(), 'roentgen-cli-'));
});

afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

const answer = ({ stdout }: Ended) => JSON.parse(stdout);

async function saved(name: string, data: Float32Array, shape: readonly number[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, writeNpy(data, shape));
  return path;
}

test('bad usage is 2: on stdout as JSON, else on stderr, never both', async () => {
  const text = await cli.run(['doctr']);
  expect(text).toMatchObject({
    code: 2,
    stdout: '',
    stderr: "error: unknown command 'doctr'\n  Did you mean doctor?\n",
  });
  const json = await cli.run(['doctr', '--json']);
  expect(json).toMatchObject({ code: 2, stderr: '' });
  expect(answer(json)).toEqual({
    error: { code: 'usage', message: "unknown command 'doctr'", hint: 'Did you mean doctor?' },
  });
  expect(await cli.run(['--help'])).toMatchObject({ code: 0, stderr: '' });
});

test('doctor names the adapter', async () => {
  const ended = await cli.run(['doctor', '--json']);
  expect(ended.code).toBe(0);
  expect(answer(ended)).toMatchObject({
    adapter: { title: expect.any(String) },
    limits: { maxBufferSize: expect.any(Number) },
  });
});

test('check holds kernels to their references, and is not content with nothing', async () => {
  const ended = await cli.run(['check', '--filter', 'subpixel/', '--json']);
  expect(ended.code).toBe(0);
  expect(answer(ended)).toMatchObject({ adapter: expect.any(String), failed: 0 });
  expect(answer(ended).passed).toBeGreaterThan(0);
  expect(await cli.run(['check', '--filter', 'no such kernel'])).toMatchObject({ code: 2 });
  // Networks that are all absent are no success.
  const absent = await cli.run(['check', '--golden', folder, '--json']);
  expect(absent.code).toBe(1);
  expect(answer(absent)).toMatchObject({ passed: 0, failed: 0, skipped: 14 });
});

test('a missing file is 1, with its name', async () => {
  const ended = await cli.run(['inspect', 'no-such.onnx', '--json']);
  expect(ended.code).toBe(1);
  expect(answer(ended)).toMatchObject({
    error: { code: 'file', message: expect.stringContaining('no-such.onnx') },
  });
});

test('classify: the only file that fails is the error; of many, the others are still tried', async () => {
  const bad = join(folder, 'bad.png');
  await writeFile(bad, 'no picture');
  const one = await cli.run(['classify', bad, '--json']);
  expect(one.code).toBe(1);
  expect(Object.keys(answer(one))).toEqual(['error']);
  expect(answer(one).error).toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('bad.png'),
  });
  const two = await cli.run(['classify', bad, join(folder, 'none.png'), '--json']);
  expect(two.code).toBe(1);
  expect(answer(two)).toMatchObject({
    results: [{ error: { code: 'unsupported' } }, { error: { code: 'file' } }],
    error: { code: 'unsupported', message: expect.stringContaining('2 of 2 files') },
  });
});

const radiographs = ['00000506_013.png', '00000506_016.png'].map((name) =>
  inShared(`data/cxr/images/${name}`),
);

test.skipIf(radiographs.includes(undefined))(
  'classify: says in which zone a score lies, in words and as JSON',
  { timeout: 120_000 },
  async () => {
    const files = radiographs as string[];
    const ended = await cli.run(['classify', ...files, '--json']);
    // The fold on which PyTorch gave 0.2183 and 0.8743; the unsure zone is 0.37 to 0.69 (weights/README.md).
    expect(answer(ended)).toMatchObject({
      operatingPoint: { threshold: 0.53, unsure: [0.37, 0.69] },
      results: [{ zone: 'below' }, { zone: 'above' }],
    });
    const { stdout } = await cli.run(['classify', ...files]);
    expect(stdout).toMatch(/^file +pneumonia +zone$/m);
    expect(stdout).toMatch(/506_013\.png +0\.2\d{3} +below the unsure zone$/m);
    expect(stdout).toMatch(/506_016\.png +0\.8\d{3} +above the unsure zone$/m);
    expect(stdout).toMatch(/^threshold 0\.53, unsure from 0\.37 to 0\.69: chosen on 98 validation/m);
  },
);

describe.skipIf(model === undefined)('a model', () => {
  test('is inspected: figures of ../shared/models/README.md', async () => {
    const ended = await cli.run(['inspect', model!, '--json', '--shape', 'input=1,1,256,256']);
    expect(ended.code).toBe(0);
    expect(answer(ended)).toMatchObject({
      parameters: 57_573,
      assumed: { input: [] },
      plan: { dispatches: expect.any(Number) },
    });
    // performance.md, section 4: 7.49 GMAC at 256 x 256.
    expect(answer(ended).macs / 1e9).toBeCloseTo(7.49, 1);
  });

  test('runs on arrays, and says where the time went', async () => {
    const input = await saved(
      'x.npy',
      Float32Array.from({ length: 256 }, (_, i) => i / 255),
      [1, 1, 16, 16],
    );
    const [out, profile] = [join(folder, 'out'), join(folder, 'profile.json')];
    const ended = await cli.run([
      'run',
      model!,
      '--input',
      `input=${input}`,
      '--out',
      out,
      '--profile',
      profile,
      '--json',
    ]);
    expect(ended).toMatchObject({ code: 0 });
    expect((await readdir(out)).sort()).toEqual(['intermediate.npy', 'output.npy']);
    expect(readNpy(await readFile(join(out, 'output.npy')))).toMatchObject({
      type: 'f4',
      shape: [1, 1, 32, 32],
    });
    const { dispatches } = JSON.parse(await readFile(profile, 'utf8'));
    expect(dispatches[0]).toMatchObject({ name: expect.any(String), ms: expect.any(Number) });
  });

  test('times kernels once, and leaves a file that is not its own alone', async () => {
    const input = await saved('tuned.npy', new Float32Array(256).fill(0.5), [1, 1, 16, 16]);
    const kept = join(folder, 'tuning', 'kept.json');
    const tuned = (...more: string[]) =>
      cli.run(['run', model!, '--input', `input=${input}`, '--out', join(folder, 'tuned'), ...more]);
    const first = await tuned('--tune-file', kept);
    expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('timing kernels') });
    const text = await readFile(kept, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'roentgen tuning' });
    const second = await tuned('--tune-file', kept);
    expect(second).toMatchObject({ code: 0, stderr: expect.not.stringContaining('timing kernels') });
    expect(await readFile(kept, 'utf8')).toBe(text);
    const third = await tuned('--tune-file', input);
    expect(third).toMatchObject({ code: 0, stderr: expect.stringContaining('it is left as it is') });
    expect(readNpy(await readFile(input)).shape).toEqual([1, 1, 16, 16]);
  });

  test('is refused a NaN, and leaves no folder behind', async () => {
    const input = await saved('nan.npy', Float32Array.of(0, Number.NaN, 0, 0), [1, 1, 2, 2]);
    const ended = await cli.run([
      'run',
      model!,
      '--input',
      `input=${input}`,
      '--out',
      join(folder, 'nan'),
      '--json',
    ]);
    expect(ended.code).toBe(1);
    expect(answer(ended)).toMatchObject({
      error: { code: 'value', message: expect.stringContaining('[0, 0, 0, 1]') },
    });
    expect(await readdir(folder)).not.toContain('nan');
  });

  test('stops on Ctrl-C in the middle, with nothing left', async () => {
    // Large enough to take longer than the signal needs.
    const input = await saved('large.npy', new Float32Array(512 * 512), [1, 1, 512, 512]);
    let sent = false;
    const ended = await cli.run(
      ['run', model!, '--input', `input=${input}`, '--out', join(folder, 'stopped'), '--json'],
      {
        onMessage: (stderr, child) => {
          if (sent || !stderr.includes('running')) return;
          sent = true;
          child.kill('SIGINT');
        },
      },
    );
    expect(ended.code).toBe(1);
    expect(answer(ended)).toMatchObject({ error: { code: 'aborted' } });
    expect(await readdir(folder)).not.toContain('stopped');
  });
});

describe.skipIf(tests === undefined)('conformance', () => {
  test('passes, skips what is unsupported, fails what is wrong, and goes on', async () => {
    const dir = join(folder, 'suite');
    await mkdir(dir);
    for (const name of ['test_add', 'test_deform_conv_with_mask_bias', 'test_relu'])
      await linkTest(join(tests!, 'node', name), join(dir, name));
    // A test whose expected output is that of another one.
    await mkdir(join(dir, 'test_wrong/test_data_set_0'), { recursive: true });
    const [add, relu] = ['test_add', 'test_relu'].map((name) => join(tests!, 'node', name));
    await writeFile(join(dir, 'test_wrong/model.onnx'), await readFile(join(relu, 'model.onnx')));
    await writeFile(
      join(dir, 'test_wrong/test_data_set_0/input_0.pb'),
      await readFile(join(relu, 'test_data_set_0/input_0.pb')),
    );
    await writeFile(
      join(dir, 'test_wrong/test_data_set_0/output_0.pb'),
      await readFile(join(add, 'test_data_set_0/output_0.pb')),
    );
    const ended = await cli.run(['conformance', dir, '--json']);
    expect(ended.code).toBe(1);
    const { passed, failed, skipped, tests: judged } = answer(ended);
    expect({ passed, failed, skipped }).toEqual({ passed: 2, failed: 1, skipped: 1 });
    expect(judged.find(({ status }: { status: string }) => status === 'failed')).toMatchObject({
      name: 'test_wrong',
      reason: expect.stringContaining("output 'y'"),
    });
    const only = join(folder, 'only.txt');
    await writeFile(only, 'test_relu\n');
    const text = await cli.run(['conformance', dir, '--only', only]);
    expect(text).toMatchObject({ code: 0, stdout: '1 passed, 0 failed, 0 skipped\n' });
  });
});

/** A test of links: folders are made, since a search for tests does not follow links to them. */
async function linkTest(from: string, to: string): Promise<void> {
  await mkdir(join(to, 'test_data_set_0'), { recursive: true });
  await symlink(join(from, 'model.onnx'), join(to, 'model.onnx'));
  for (const name of await readdir(join(from, 'test_data_set_0'))) {
    await symlink(join(from, 'test_data_set_0', name), join(to, 'test_data_set_0', name));
  }
}
