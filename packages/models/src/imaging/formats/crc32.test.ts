import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';

test('the checksum of the digits is the check value that its definition is published with, whole or in two pieces', () => {
  const digits = new TextEncoder().encode('123456789');
  expect(crc32(digits)).toBe(0xcbf43926);
  expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(0xcbf43926);
});
