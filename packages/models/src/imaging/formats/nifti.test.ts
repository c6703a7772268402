import { RoentgenError } from '@roentgen/kernels';
import { readHeader } from 'nifti-reader-js';
import { describe, expect, test } from 'vitest';
import type { Volume } from '../types.ts';
import { position, quaternionOf, rotationOf, upsampledGrid } from './affine.ts';
import { deflate } from './deflate.ts';
import { checkFinite, readNifti, readNiftiHead } from './nifti.ts';
import { niftiStream, writeNifti } from './nifti-write.ts';
import { bytesAt, describeData } from './testing/shared.ts';

const volume = (overrides: Partial<Volume> = {}): Volume => ({
  width: 3,
  height: 2,
  depth: 2,
  data: Float32Array.from({ length: 12 }, (_, i) => i),
  affine: [-2, 0, 0, 10, 0, 0, 3, -20, 0, 4, 0, 30, 0, 0, 0, 1],
  spacing: [2, 4, 3],
  stored: { type: 'int16', slope: 1, intercept: 0 },
  ...overrides,
});

/** A header with one field of NIfTI-1 changed. */
async function patched(set: (view: DataView) => void): Promise<Uint8Array> {
  const bytes = await writeNifti(volume(), { gzip: false });
  set(new DataView(bytes.buffer));
  return bytes;
}

describe('writing and reading', () => {
  test.each(['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'float32', 'float64'] as const)(
    '%s',
    async (type) => {
      const given = volume({ stored: { type, slope: 1, intercept: 0 } });
      const { volume: back, header } = await readNifti(await writeNifti(given));
      expect(back).toEqual(given);
      expect([header.orientation, header.littleEndian]).toEqual(['sform', true]);
    },
  );

  test('a stream gives the header, then a slice whenever one is asked for', async () => {
    const data = Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, Number.NaN);
    const reader = niftiStream(volume({ data }), { gzip: false }).getReader();
    const next = async () => (await reader.read()).value;
    expect((await next())?.length).toBe(352);
    expect([...(await next())!]).toEqual([0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0]);
    await expect(next()).rejects.toMatchObject({
      code: 'value',
      message: 'voxel 11 is NaN, which int16 cannot hold',
    });
  });

  test('slope and intercept: within half a step, clipped to the type', async () => {
    const data = Float32Array.of(-1000, -999, 3095, 1e6, -1e6, 0.2, 0, 0, 0, 0, 0, 0);
    const given = volume({ data, stored: { type: 'uint8', slope: 16, intercept: -1000 } });
    const { volume: back } = await readNifti(await writeNifti(given));
    expect(Array.from(back.data.subarray(0, 6))).toEqual([-1000, -1000, 3080, 3080, -1000, 8]);
  });

  test('an independent reader sees the same shape and both forms', async () => {
    // Turned about z by the angle of a 3-4-5 triangle.
    const turned = volume({ affine: [1.2, -3.2, 0, 10, 1.6, 2.4, 0, -20, 0, 0, 3, 30, 0, 0, 0, 1] });
    const bytes = await writeNifti(turned, { gzip: false, description: 'phantom' });
    const header = readHeader(bytes.buffer as ArrayBuffer);
    const near = (affine: readonly number[]) =>
      affine.forEach((value, i) => {
        expect(value).toBeCloseTo(turned.affine[i], 5);
      });
    expect(header.dims.slice(0, 5)).toEqual([3, 3, 2, 2, 1]);
    expect(header.pixDims.slice(0, 4)).toEqual([1, 2, 4, 3]);
    expect([header.qform_code, header.sform_code, header.xyzt_units]).toEqual([1, 1, 2]);
    near(header.affine.flat());
    // With no sform code the affine comes from the quaternion, in the library and here.
    new DataView(bytes.buffer).setInt16(254, 0, true);
    near(readHeader(bytes.buffer as ArrayBuffer).affine.flat());
    const back = await readNifti(bytes);
    expect(back.header.orientation).toBe('qform');
    near(back.volume.affine);
  });

  test('a half turn survives the float32 quaternion', async () => {
    const bytes = await writeNifti(volume(), { gzip: false });
    new DataView(bytes.buffer).setInt16(254, 0, true);
    const { affine } = (await readNifti(bytes)).volume;
    affine.forEach((value, i) => {
      expect(value).toBeCloseTo(volume().affine[i], 5);
    });
  });

  test('a left-handed grid has qfac -1, a sheared one no qform', async () => {
    const left = volume({ affine: [2, 0, 0, 0, 0, 4, 0, 0, 0, 0, -3, 0, 0, 0, 0, 1] });
    const bytes = await writeNifti(left, { gzip: false });
    const view = new DataView(bytes.buffer);
    expect(view.getFloat32(76, true)).toBe(-1);
    view.setInt16(254, 0, true);
    expect((await readNifti(bytes)).volume.affine.map((value) => value + 0)).toEqual(left.affine);
    const sheared = volume({ affine: [2, 0, 0, 0, 0, 4, 1, 0, 0, 0, 3, 0, 0, 0, 0, 1] });
    expect(new DataView((await writeNifti(sheared, { gzip: false })).buffer).getInt16(252, true)).toBe(0);
  });

  test('refuses what the format cannot hold', async () => {
    await expect(writeNifti(volume({ width: 40000 }))).rejects.toMatchObject({ code: 'shape' });
    await expect(writeNifti(volume({ data: new Float32Array(3) }))).rejects.toMatchObject({ code: 'shape' });
    await expect(writeNifti(volume({ data: new Float32Array(12).fill(Number.NaN) }))).rejects.toMatchObject({
      code: 'value',
    });
    const flat = volume({ stored: { type: 'int16', slope: 0, intercept: 0 } });
    await expect(writeNifti(flat)).rejects.toMatchObject({ code: 'value' });
  });
});

describe('headers', () => {
  test('big-endian, NIfTI-2, micrometres', async () => {
    const bytes = new Uint8Array(544 + 4);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, 540, false);
    bytes.set(new TextEncoder().encode('n+2'), 4);
    view.setInt16(12, 512, false);
    [3, 2, 1, 1].forEach((size, i) => {
      view.setBigInt64(16 + 8 * i, BigInt(size), false);
    });
    [1, 500, 250, 100].forEach((size, i) => {
      view.setFloat64(104 + 8 * i, size, false);
    });
    view.setBigInt64(168, 544n, false);
    view.setInt32(500, 3, false);
    view.setUint16(544, 258, false);
    view.setUint16(546, 65535, false);
    const { volume: back, header } = await readNifti(bytes);
    expect([Array.from(back.data), back.spacing, header.version, header.orientation]).toEqual([
      [258, 65535],
      [0.5, 0.25, 0.1],
      2,
      'pixdim',
    ]);
  });

  test.each([
    ['complex64', (v: DataView) => v.setInt16(70, 32, true), 'unsupported', /complex64/],
    ['RGB24', (v: DataView) => v.setInt16(70, 128, true), 'unsupported', /RGB24/],
    ['float128', (v: DataView) => v.setInt16(70, 1536, true), 'unsupported', /float128/],
    ['no such type', (v: DataView) => v.setInt16(70, 7, true), 'format', /datatype 7/],
    ['no rank', (v: DataView) => v.setInt16(40, 0, true), 'format', /dim\[0\] is 0/],
    ['a negative size', (v: DataView) => v.setInt16(42, -3, true), 'format', /impossible size/],
    ['no orientation', (v: DataView) => v.setFloat32(280, 0, true), 'format', /sform/],
    ['an offset in the header', (v: DataView) => v.setFloat32(108, 12, true), 'format', /vox_offset/],
    ['a pair', (v: DataView) => v.setUint8(345, 105), 'unsupported', /pair/],
    ['too few voxels', (v: DataView) => v.setInt16(42, 300, true), 'format', /truncated|needs/],
  ] as const)('%s', async (_, set, code, message) => {
    await expect(readNifti(await patched(set))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('several time points are refused, trailing sizes of 1 are not', async () => {
    const times = (count: number) =>
      patched((view) => {
        view.setInt16(40, 4, true);
        view.setInt16(48, count, true);
      });
    await expect(readNifti(await times(5))).rejects.toMatchObject({
      code: 'unsupported',
      message: /3 x 2 x 2 x 5/,
    });
    expect((await readNifti(await times(1))).volume.depth).toBe(2);
  });

  test('of several time points the one asked for is read', async () => {
    const single = await patched((view) => {
      view.setInt16(40, 4, true);
      view.setInt16(48, 2, true);
    });
    const voxels = Uint8Array.from(single.subarray(352)).map((value, i) => (i % 2 ? value : value + 100));
    const both = Uint8Array.from([...single, ...voxels]);
    expect((await readNiftiHead(both.subarray(0, 400))).volumes).toBe(2);
    for (const file of [both, await deflate(both, 'gzip')]) {
      expect(Array.from((await readNifti(file, { volume: 0 })).volume.data.subarray(0, 3))).toEqual([
        0, 1, 2,
      ]);
      expect(Array.from((await readNifti(file, { volume: 1 })).volume.data.subarray(0, 3))).toEqual([
        100, 101, 102,
      ]);
      await expect(readNifti(file, { volume: 2 })).rejects.toMatchObject({ code: 'usage' });
    }
  });

  test('a header that claims gigabytes is refused before allocation', async () => {
    const claim = await patched((view) => {
      [3, 32767, 32767, 32767].forEach((size, i) => {
        view.setInt16(40 + 2 * i, size, true);
      });
    });
    await expect(readNifti(claim)).rejects.toMatchObject({ code: 'memory' });
    const smaller = await patched((view) => {
      [3, 512, 512, 512].forEach((size, i) => {
        view.setInt16(40 + 2 * i, size, true);
      });
    });
    const packed = readNifti(await deflate(smaller, 'gzip'));
    await expect(packed).rejects.toMatchObject({
      code: 'format',
      message: expect.stringMatching(/impossible/),
    });
  });

  test('unpacking is told of piece by piece, waits, and ends when it is told to', async () => {
    const side = 128;
    const data = Float32Array.from({ length: side ** 3 }, (_, i) => (i * 2_654_435_761) % 997);
    const bytes = await writeNifti(volume({ width: side, height: side, depth: side, data }));
    const told: (readonly [number, number])[] = [];
    await readNifti(bytes, { onUnpacked: (...at) => void told.push(at) });
    const total = 352 + 2 * side ** 3;
    expect(told.length).toBeGreaterThan(4);
    expect(told.at(-1)).toEqual([total, total]);
    expect(told.every(([done], i) => i === 0 || done > told[i - 1][0])).toBe(true);
    let calls = 0;
    const stopped = readNifti(bytes, {
      onUnpacked: async () => {
        calls += 1;
        throw new RoentgenError('aborted', 'enough');
      },
    });
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    expect(calls).toBe(1);
  });

  test('damaged gzip is a typed error', async () => {
    const bytes = await writeNifti(volume());
    await expect(readNifti(bytes.subarray(0, 60))).rejects.toBeInstanceOf(RoentgenError);
    await expect(readNifti(Uint8Array.of(0x1f, 0x8b, 1, 2, 3))).rejects.toMatchObject({ code: 'format' });
  });
});

describe('grids', () => {
  test('an upsampled grid fills the same box', () => {
    const grid = upsampledGrid(volume(), [2, 4, 1]);
    expect(grid.spacing).toEqual([1, 1, 3]);
    // The corner of the box, index -1/2 on each axis, stays where it is, and so does the far corner.
    expect(position(grid.affine, [-0.5, -0.5, -0.5])).toEqual(position(volume().affine, [-0.5, -0.5, -0.5]));
    expect(position(grid.affine, [5.5, 7.5, 1.5])).toEqual(position(volume().affine, [2.5, 1.5, 1.5]));
    // By hand for x: centre 10, step -2, halves at 10.5 and 9.5.
    expect(position(grid.affine, [0, 1.5, 0])[0]).toBe(10.5);
    expect(position(grid.affine, [1, 1.5, 0])[0]).toBe(9.5);
  });

  test('quaternions of quarter and half turns', () => {
    expect(rotationOf(0, 0, Math.SQRT1_2).map((value) => Math.round(value) + 0)).toEqual([
      0, -1, 0, 1, 0, 0, 0, 0, 1,
    ]);
    expect(quaternionOf([-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])).toMatchObject({ d: 1, qfac: 1 });
    expect(rotationOf(1, 0, 0).map((value) => value + 0)).toEqual([1, 0, 0, 0, -1, 0, 0, 0, -1]);
  });

  test('voxels that are not numbers are counted and placed', () => {
    const data = volume().data.slice();
    data[7] = Number.NaN;
    data[9] = Number.POSITIVE_INFINITY;
    expect(() => checkFinite(volume({ data }), 'scan.nii')).toThrow(
      'scan.nii: 2 of 12 voxels are NaN or infinite',
    );
    try {
      checkFinite(volume({ data }));
    } catch (error) {
      expect((error as RoentgenError).hint).toContain('(1, 0, 1)');
    }
    checkFinite(volume());
  });
});

describeData('volumes', 'NIfTI volumes, against nibabel', (folder) => {
  test.each([
    ['test/t1_crop', [256, 256, 256], 'uint8', 16.63440078496933, [1, 1, 1]],
    ['test/T2w', [224, 224, 60], 'int16', 391.1032711522109, [1, 1, 2]],
    ['test/CT_pitch', [175, 248, 58], 'uint8', 38.0100095344033, [0.8125, 0.8125, 2.3970494]],
    ['train/CT_AVM', [256, 242, 154], 'uint8', 5.1761729015883375, [0.71994257, 0.7209136, 1]],
    ['train/MR_Gd', [176, 188, 144], 'uint8', 153.2744775213591, [0.976562, 0.976562, 1.0026]],
    ['train/M2208_T2w', [148, 185, 156], 'uint8', 30.082936262665992, [1, 1, 1]],
    ['train/chris_t1', [188, 256, 190], 'uint8', 44.94929464410694, [0.88, 0.88, 0.88]],
  ] as const)('%s', async (name, size, type, mean, zooms) => {
    const { volume: read } = await readNifti(bytesAt(new URL(`${name}.nii.gz`, folder)));
    expect([read.width, read.height, read.depth]).toEqual(size);
    expect(read.stored.type).toBe(type);
    expect(read.data.reduce((sum, value) => sum + value, 0) / read.data.length).toBeCloseTo(mean, 4);
    zooms.forEach((zoom, i) => {
      expect(read.spacing[i]).toBeCloseTo(zoom, 4);
    });
    checkFinite(read);
  });
});
