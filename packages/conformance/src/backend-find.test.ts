import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBackendTests, readTolerances, selectTests } from './backend-find.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'roentgen-find-'));
  for (const name of ['node/test_b', 'node/test_a', 'deep/er/test_c']) {
    await mkdir(path.join(root, name, 'test_data_set_0'), { recursive: true });
    await writeFile(path.join(root, name, 'model.onnx'), '');
  }
  await mkdir(path.join(root, 'malformed'));
  await writeFile(path.join(root, 'malformed/model.onnx'), '');
  const tests = [
    { name: 'test_a', path: 'node/test_a', tolerance: { rtol: 0.5, atol: 0.25 } },
    { name: 'test_b' },
  ];
  await writeFile(path.join(root, 'manifest.x.json'), JSON.stringify({ tests }));
});

afterAll(() => rm(root, { recursive: true }));

test('a test is a folder with a model and data; a model alone is none', async () => {
  const found = await findBackendTests(root);
  expect(found.map((one) => one.path)).toEqual(['deep/er/test_c', 'node/test_a', 'node/test_b']);
  const [self] = await findBackendTests(path.join(root, 'node/test_a'));
  expect(self).toMatchObject({ name: 'test_a', path: '.' });
});

test('a folder that is not there is an error with its name', async () => {
  await expect(findBackendTests(path.join(root, 'nowhere'))).rejects.toMatchObject({ code: 'file' });
});

test('lists name tests by name or path, and what they name in vain is told', async () => {
  const found = await findBackendTests(root);
  const { chosen, unknown } = selectTests(
    found,
    '# of the day\nnode/test_b\r\n\ntest_c  # deep\ntest_z\nnode/test_b/\n',
  );
  expect(chosen.map(({ name }) => name)).toEqual(['test_c', 'test_b']);
  expect(unknown).toEqual(['test_z']);
});

test('a path in a list may begin above the search, at the root, and end at the model', async () => {
  const found = await findBackendTests(path.join(root, 'node'));
  const list = `node/test_b\n./test_a/model.onnx\n${root}/node/../node/test_a\neer/test_b\ner/test_c\n`;
  const { chosen, unknown } = selectTests(found, list);
  expect(chosen.map(({ name }) => name)).toEqual(['test_a', 'test_b']);
  expect(unknown).toEqual(['eer/test_b', 'er/test_c']);
});

test('a manifest states tolerances by path and by name', async () => {
  const tolerances = await readTolerances(root);
  expect(tolerances.get('node/test_a')).toEqual({ relative: 0.5, absolute: 0.25 });
  expect(tolerances.get('test_a')).toEqual({ relative: 0.5, absolute: 0.25 });
  expect(tolerances.has('test_b')).toBe(false);
});
