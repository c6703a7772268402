import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { refuseImpostors } from './container.ts';
import { readModel } from './read.ts';
import { encodeModel } from './testing/encode.ts';

const text = (value: string) => new TextEncoder().encode(value);
const latin = (value: string) => Uint8Array.from(value, (character) => character.charCodeAt(0));

/** The head of a zip's first entry: 30 bytes of header, then its name. */
const zip = (entry: string) => latin(`PK\x03\x04${'\0'.repeat(26)}${entry}`);

const impostors: [string, Uint8Array, string][] = [
  ['nothing', new Uint8Array(0), 'is empty'],
  ['LFS', text('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n'), 'Git LFS pointer'],
  ['gzip', gzipSync('model'), 'gzip-compressed'],
  ['zip', zip('model.onnx'), 'a zip archive'],
  ['torch.save', zip('archive/data.pkl'), 'PyTorch checkpoint'],
  ['old torch.save', latin('\x80\x02\x8a\x0al\xfc'), 'pickle'],
  ['safetensors', latin('\x10\0\0\0\0\0\0\0{"a":{"dtype": }}'), 'safetensors'],
  ['ORT format', latin('\x18\0\0\0ORTM\0\0\0\0'), 'ORT format'],
  ['TensorFlow Lite', latin('\x1c\0\0\0TFL3\0\0'), 'TensorFlow Lite'],
  ['HDF5', latin('\x89HDF\r\n\x1a\n'), 'HDF5'],
  ['NumPy', latin('\x93NUMPY\x01\0'), 'NumPy array'],
  ['HTML', text('\n<!DOCTYPE html><html><body>Sign in</body></html>'), 'web page'],
  ['JSON', text('{"message": "Not Found"}'), 'JSON'],
  ['XML', text('<?xml version="1.0"?><Error/>'), 'XML'],
  ['text', text('404: Not Found'), 'a text file'],
];

test.each(impostors)('%s is called by its name', async (_, bytes, what) => {
  const reading = readModel(bytes, { name: 'net.onnx' });
  await expect(reading).rejects.toMatchObject({
    name: 'RoentgenError',
    code: 'format',
    hint: expect.any(String),
  });
  await expect(readModel(bytes, { name: 'net.onnx' })).rejects.toThrow(what);
  await expect(readModel(bytes, { name: 'net.onnx' })).rejects.toThrow(/^net\.onnx is /);
});

test('a model is none of them', () => {
  const model = encodeModel({ outputs: [{ name: 'x' }], inputs: [{ name: 'x' }] });
  expect(() => refuseImpostors(model, 'net.onnx')).not.toThrow();
});
