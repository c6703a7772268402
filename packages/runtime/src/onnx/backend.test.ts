import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeTensor, readModel } from './read.ts';
import { bytesAt, describeShared } from './testing/shared.ts';

describeShared('onnx-node-tests', 'ONNX backend tests', (folder) => {
  test('every model and every tensor beside it is read', async () => {
    let models = 0;
    for (const suite of readdirSync(folder, { withFileTypes: true })) {
      if (!suite.isDirectory() || suite.name === 'malformed') continue;
      for (const name of readdirSync(new URL(`${suite.name}/`, folder))) {
        const at = new URL(`${suite.name}/${name}/`, folder);
        const { graph } = await readModel(bytesAt(new URL('model.onnx', at)), { name });
        const outputs = readTensors(new URL('test_data_set_0/', at), 'output');
        expect(outputs.length, name).toBe(graph.outputs.length);
        models++;
      }
    }
    // The public list of the suite has as many lines.
    expect(models).toBe(readFileSync(new URL('public.txt', folder), 'utf8').trim().split('\n').length);
  });
});

function readTensors(at: URL, role: string): unknown[] {
  const files = readdirSync(at).filter((file) => file.startsWith(role));
  return files.map((file) => decodeTensor(bytesAt(new URL(file, at)), file));
}
