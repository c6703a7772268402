import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip } from './zip/zip.ts';
import { growingZip } from './zip-grow.ts';

const files: Readonly<Record<string, Uint8Array>> = {
  'a.bin': Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 251),
  'empty.txt': new Uint8Array(),
  'Zelle ü.txt': new TextEncoder().encode('hello'),
};

function archive(): Uint8Array {
  const zip = growingZip();
  const parts = [...Object.entries(files).map(([name, bytes]) => zip.add(name, bytes)), zip.end()];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('an archive that grows', () => {
  it('is read by another reader', () => {
    const found = unzipSync(archive());
    expect(Object.keys(found)).toEqual(Object.keys(files));
    for (const [name, bytes] of Object.entries(files)) expect([...found[name]!]).toEqual([...bytes]);
  });

  it('is read by ours, checksums and all', async () => {
    const bytes = archive();
    const entries = await readZip({ size: bytes.length, read: async (from, to) => bytes.slice(from, to) });
    for (const entry of entries) expect([...(await entry.load())]).toEqual([...files[entry.name]!]);
  });

  const unzip = spawnSync('unzip', ['-v']).status === 0;
  it.skipIf(!unzip)('passes the test of Info-ZIP', () => {
    const folder = mkdtempSync(join(tmpdir(), 'roentgen-zip-'));
    writeFileSync(join(folder, 'a.zip'), archive());
    const { status, stdout } = spawnSync('unzip', ['-t', join(folder, 'a.zip')], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([status, /No errors detected/.test(stdout)]).toEqual([0, true]);
  });

  it('has the checksum of the standard, and no room for more than ZIP has', () => {
    const zip = growingZip();
    // CRC-32 of "123456789" is 0xcbf43926 (ISO 3309's check value); it stands at byte 14 of a local header.
    const bytes = zip.add('x', new TextEncoder().encode('123456789'));
    expect(new DataView(bytes.buffer).getUint32(14, true)).toBe(0xcbf43926);
    for (let i = 1; i < 65_535; i++) zip.add('y', new Uint8Array());
    expect(() => zip.add('z', new Uint8Array())).toThrow(/'z' does not fit/);
  });
});
