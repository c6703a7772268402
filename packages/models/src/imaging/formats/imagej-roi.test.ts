import { paintRoi, readRoi } from '@roentgen/tooling/imagej-roi';
import { describe, expect, it } from 'vitest';
import { traceOutlines } from '../analysis/outlines.ts';
import { writeRoi, writeRoiZip } from './imagej-roi.ts';
import { readZip } from './zip/zip.ts';

/** Labels drawn as rows of digits; a point is background. */
function drawn(...rows: readonly string[]) {
  const data = Uint32Array.from(rows.join(''), (sign) => (sign === '.' ? 0 : Number(sign)));
  return { width: rows[0].length, height: rows.length, data, count: Math.max(...data) };
}

async function entriesOf(zip: Uint8Array) {
  const source = { size: zip.length, read: async (from: number, to: number) => zip.slice(from, to) };
  const entries = await readZip(source);
  return Promise.all(entries.map(async (entry) => ({ name: entry.name, roi: readRoi(await entry.load()) })));
}

/** What the regions of a zip paint on an empty picture. */
async function painted(zip: Uint8Array, width: number, height: number) {
  const data = new Uint32Array(width * height);
  const rois = await entriesOf(zip);
  const taken = rois.map(({ roi }) => paintRoi(roi, Number(/\d+$/.exec(roi.name)), { width, height, data }));
  return { data, rois, taken: taken.reduce((sum, each) => sum + each, 0) };
}

const fields = {
  'one pixel': drawn('...', '.1.', '...'),
  'the whole picture': drawn('11', '11', '11'),
  'touching cells': drawn('1112', '1122', '3322', '3332'),
  'cells on every border': drawn('11.22', '1...2', '.....', '3...4', '33.44'),
  'a hole': drawn('11111', '1...1', '1.2.1', '1...1', '11111'),
  'a hole filled by another cell': drawn('1111', '1221', '1221', '1111'),
  'holes that touch at a corner': drawn('1111', '1.11', '11.1', '1111'),
  'pixels that touch at a corner': drawn('1.1.', '.1.1', '2.1.', '.2..'),
  'parts that lie apart': drawn('1.1', '...', '1.2'),
  'a ring open at a corner': drawn('.11', '1.1', '111'),
  'labels with gaps': drawn('9..', '..3', '...'),
};

describe('writeRoiZip', () => {
  it.each(Object.entries(fields))('gives back %s, pixel by pixel', async (_, labels) => {
    const { data, taken } = await painted(writeRoiZip(labels), labels.width, labels.height);
    expect(data).toEqual(labels.data);
    expect(taken).toBe(0);
  });

  it('gives back random mosaics', async () => {
    let state = 12345;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 300; round++) {
      const [width, height, kinds] = [1 + random(9), 1 + random(9), 2 + random(4)];
      const data = Uint32Array.from({ length: width * height }, () => random(kinds));
      data[0] = 1;
      const labels = { width, height, data, count: kinds - 1 };
      const back = await painted(writeRoiZip(labels), width, height);
      expect([back.data, back.taken]).toEqual([data, 0]);
    }
  });

  it('is one traced region a cell, named by its label, a composite for holes and parts', async () => {
    const kinds = async (labels: ReturnType<typeof drawn>) =>
      (await entriesOf(writeRoiZip(labels))).map(({ name, roi }) => [name, roi.name, roi.kind]);
    expect(await kinds(fields['touching cells'])).toEqual([
      ['cell-0001.roi', 'cell-0001', 'traced'],
      ['cell-0002.roi', 'cell-0002', 'traced'],
      ['cell-0003.roi', 'cell-0003', 'traced'],
    ]);
    expect((await kinds(fields['a hole'])).map(([, , kind]) => kind)).toEqual(['composite', 'traced']);
    expect((await kinds(fields['parts that lie apart']))[0][2]).toBe('composite');
    // Pixels that touch at a corner share a ring, as in ImageJ; the 1s here close around a pixel of background.
    expect((await kinds(fields['pixels that touch at a corner'])).map(([, , kind]) => kind)).toEqual([
      'composite',
      'traced',
    ]);
  });

  it('says that there is nothing to save', () => {
    expect(() => writeRoiZip(drawn('..'))).toThrow(/no cell/);
  });
});

describe('writeRoi', () => {
  it('is the bytes that the format asks for', () => {
    const [{ rings }] = traceOutlines(drawn('....', '..1.', '.11.'));
    const bytes = writeRoi({ name: 'c', rings });
    const view = new DataView(bytes.buffer);
    expect(String.fromCharCode(...bytes.subarray(0, 4))).toBe('Iout');
    expect([6, 7].map((at) => bytes[at])).toEqual([8, 0]); // traced
    expect([8, 10, 12, 14, 16].map((at) => view.getInt16(at))).toEqual([1, 1, 3, 3, 6]);
    const shorts = Array.from({ length: 12 }, (_, i) => view.getInt16(64 + 2 * i));
    // From the corner after the upper side of the upper pixel, clockwise: x, then y, from the left and the top.
    expect(shorts).toEqual([2, 2, 0, 0, 1, 1, 0, 2, 2, 1, 1, 0]);
  });

  it('refuses what ImageJ would read wrongly', () => {
    const ring = Int32Array.of(60536, 0, 60536, 1, 60535, 1, 60535, 0);
    expect(() => writeRoi({ name: 'far', rings: [ring] })).toThrow(/60536.*1/);
    expect(readRoi(writeRoi({ name: 'near', rings: [ring.map((v) => Math.max(0, v - 60000))] })).name).toBe(
      'near',
    );
  });
});
