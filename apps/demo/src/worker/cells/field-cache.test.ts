import { writePng } from '@roentgen/models';
import { expect, it } from 'vitest';
import type { Source } from '../../protocol.ts';
import type { Job } from '../worker.ts';
import { fieldCache } from './field-cache.ts';

const job: Job = { signal: new AbortController().signal, report: () => undefined, note: () => undefined };

/** Two grey pixels as a PNG file; files are new objects each time, as they are in each message of the page. */
function well(...pixels: readonly [number, number]): Source {
  const size = { width: 2, height: 1, channels: 1, bits: 8, range: [0, 255] } as const;
  const bytes = writePng({ ...size, data: Float32Array.from(pixels) }, 8) as Uint8Array<ArrayBuffer>;
  return { kind: 'files', files: [new File([bytes], 'A01.png', { lastModified: 1 })] };
}

it('keeps the field that was opened last, and takes no other file of the same name, length and date for it', async () => {
  const open = fieldCache();
  const first = await open(well(1, 2), job);
  expect(await open(well(1, 2), job)).toBe(first);
  const second = await open(well(1, 3), job);
  expect(Array.from(await second.channels[0].plane(0, 0))).toEqual([1, 3]);
});
