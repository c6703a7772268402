import { readFileSync } from 'node:fs';
import { RoentgenError } from '@roentgen/kernels';
import { expect, test } from 'vitest';
import { readModel } from './read.ts';
import { bytesAt, describeShared } from './testing/shared.ts';

interface MalformedCase {
  readonly file: string;
  readonly expect: string;
}

/** Sound as files and graphs. What is wrong with them takes shapes or the meaning of operators: the importer's part. */
const IMPORTERS_PART = new Set(
  `026 027 029 030 045 046 047 071 092 093 094 096 097 098 099 101 102 105 107 108 109 111 112 113 114 115
   116 117 118 119 120 121 122 123 124 125 126 127 129 130 131 132 133 134 135 137 139 140 141 147 148 150 151`.split(
    /\s+/,
  ),
);

/** Cases that may be refused or taken, and are taken here: sorted, same node name twice, bfloat16, a size of zero. */
const TAKEN = new Set(['035', '043', '069', '146']);

/** Codes other than 'format' for the container and 'model' for the rest. */
const CODES = new Map([
  ['019', 'unsupported'],
  ['023', 'unsupported'],
  ['050', 'format'],
  ['052', 'format'],
  ['068', 'unsupported'],
  ['070', 'unsupported'],
  ['078', 'file'],
  ['144', 'unsupported'],
]);

function codeOf(number: string): string {
  return CODES.get(number) ?? (Number(number) < 14 ? 'format' : 'model');
}

describeShared('onnx-node-tests/malformed', 'malformed models', (folder) => {
  const cases: MalformedCase[] = JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8'));
  const external = async (location: string) => bytesAt(new URL(location, folder));
  const read = (file: string) => readModel(bytesAt(new URL(file, folder)), { name: file, external });

  const loads = ({ file, expect }: MalformedCase) => {
    const number = file.slice(0, 3);
    return expect === 'accept' || IMPORTERS_PART.has(number) || TAKEN.has(number);
  };

  test('the lists name cases that exist and may be taken', () => {
    const expected = new Map(cases.map((it) => [it.file.slice(0, 3), it.expect]));
    for (const number of IMPORTERS_PART) expect(expected.get(number), number).toMatch(/^refuse/);
    for (const number of TAKEN) expect(expected.get(number), number).toMatch(/^refuse-or-/);
  });

  test.each(cases.filter(loads))('$file loads', async ({ file }) => {
    await expect(read(file)).resolves.toBeDefined();
  });

  test.each(cases.filter((it) => !loads(it)))('$file is refused', async ({ file }) => {
    const error: unknown = await read(file).then(
      () => 'loaded',
      (reason) => reason,
    );
    expect(error).toBeInstanceOf(RoentgenError);
    const { code, hint, message } = error as RoentgenError;
    expect(code).toBe(codeOf(file.slice(0, 3)));
    expect(hint).toBeTruthy();
    expect(message.length).toBeLessThan(400);
  });
});
