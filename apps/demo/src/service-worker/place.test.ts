import { expect, it } from 'vitest';
import { placeOf } from './place.ts';

const scope = 'https://clinic.test/tools/roentgen/';
const files = new Set(['index.html', 'assets/engine-1a2b.js']);
const kind = (url: string, mode: RequestMode = 'cors', method = 'GET') =>
  placeOf({ url, mode, method }, scope, files).kind;

it('knows the page below its folder, whatever state its address carries', () => {
  expect(kind(scope, 'navigate')).toBe('page');
  expect(kind(`${scope}index.html?system=volume&sample=head#bench`, 'navigate')).toBe('page');
  expect(kind(`${scope}notes.html`, 'navigate')).toBe('other');
  expect(kind('https://clinic.test/tools/', 'navigate')).toBe('other');
});

it('knows the files of its build, and leaves the rest of the server alone', () => {
  expect(
    placeOf({ url: `${scope}assets/engine-1a2b.js`, mode: 'cors', method: 'GET' }, scope, files),
  ).toEqual({
    kind: 'file',
    file: 'assets/engine-1a2b.js',
  });
  expect(kind(`${scope}assets/densenet121-3c4d.onnx`)).toBe('other');
  expect(kind('https://clinic.test/assets/engine-1a2b.js')).toBe('other');
  expect(kind(`${scope}assets/engine-1a2b.js`, 'cors', 'POST')).toBe('other');
});

it('refuses other hosts, and lets a link that was clicked go there', () => {
  expect(kind('https://elsewhere.test/pixel.png', 'no-cors')).toBe('foreign');
  expect(kind('https://clinic.test:8443/tools/roentgen/index.html')).toBe('foreign');
  expect(kind('https://elsewhere.test/', 'navigate')).toBe('other');
});
