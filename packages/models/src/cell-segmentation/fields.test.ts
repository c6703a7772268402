import { expect, it } from 'vitest';
import { groupFields } from './fields.ts';

/** Fields as `name: channel=file, ...`. */
const told = (names: readonly string[]) =>
  groupFields(names).map(
    ({ name, members }) =>
      `${name}: ${members.map(({ index, channel }) => `${channel}=${index}`).join(', ')}`,
  );

it.each([
  [
    'CellProfiler’s fly cells',
    ['01_POS076_F.TIF', '01_POS002_D.TIF', '01_POS002_F.TIF', '01_POS076_D.TIF'],
    ['01_POS002: d=1, f=2', '01_POS076: d=3, f=0'],
  ],
  [
    'stains',
    ['b/well 2_cyto.tif', 'b/well 2_nuc.tif', 'a/well 10_nuc.tif', 'a/well 10_cyto.tif'],
    ['well 2: cyto=0, nuc=1', 'well 10: cyto=3, nuc=2'],
  ],
  [
    'dyes in the middle',
    ['img_DAPI_001.png', 'img_GFP_001.png', 'img_DAPI_002.png', 'img_GFP_002.png'],
    ['img_001: dapi=0, gfp=1', 'img_002: dapi=2, gfp=3'],
  ],
  [
    'MetaXpress',
    [
      'P_A01_s1_w10F3A0B1C-0001-0002-0003-0123456789AB.tif',
      'P_A01_s1_w2.tif',
      'P_A01_s2_w1.tif',
      'P_A01_s2_w2.tif',
    ],
    ['P_A01_s1: w1=0, w2=1', 'P_A01_s2: w1=2, w2=3'],
  ],
  [
    'Opera',
    ['r01c02f03p01-ch1sk1fk1fl1.tiff', 'r01c02f03p01-ch2sk1fk1fl1.tiff', 'r01c02f04p01-ch1sk1fk1fl1.tiff'],
    ['r01c02f03p01-sk1fk1fl1: ch1=0, ch2=1', 'r01c02f04p01-sk1fk1fl1: ch1=2'],
  ],
  [
    'Leica',
    ['Series001_ch00.tif', 'Series001_ch01.tif', 'Series002_ch00.tif', 'Series002_ch01.tif'],
    ['Series001: ch00=0, ch01=1', 'Series002: ch00=2, ch01=3'],
  ],
  [
    'channels first',
    ['Channel1-01-A-01.tif', 'Channel2-01-A-01.tif', 'Channel1-02-A-02.tif', 'Channel2-02-A-02.tif'],
    ['01-A-01: channel1=0, channel2=1', '02-A-02: channel1=2, channel2=3'],
  ],
  ['NIS', ['xy1c1.tif', 'xy1c2.tif', 'xy10c1.tif', 'xy10c2.tif'], ['xy1: c1=0, c2=1', 'xy10: c1=2, c2=3']],
  ['a field that lacks a channel', ['a_w1.tif', 'a_w2.tif', 'b_w1.tif'], ['a: w1=0, w2=1', 'b: w1=2']],
] as const)('%s', (_, names, fields) => {
  expect(told(names)).toEqual(fields);
});

it('does not take wells for channels where every file names the same stain', () => {
  expect(told(['plate_C1_DAPI.tif', 'plate_C2_DAPI.tif'])).toEqual([
    'plate_C1_DAPI: =0',
    'plate_C2_DAPI: =1',
  ]);
});

it('takes up to three files without a word on channels for one field, more for one each', () => {
  expect(told(['left.tif', 'right.tif'])).toEqual(['left: left=0, right=1']);
  expect(told(['1.tif', '3.tif', '10.tif', '2.tif'])).toEqual(['1: =0', '2: =3', '3: =1', '10: =2']);
  expect(told([])).toEqual([]);
});

it('keeps fields of one name in different folders apart', () => {
  const names = ['a/x_nuc.tif', 'b/x_nuc.tif', 'a/x_cyto.tif', 'b/x_cyto.tif'];
  expect(told(names)).toEqual(['a/x: cyto=2, nuc=0', 'b/x: cyto=3, nuc=1']);
  const deep = names.map((name) => `/data/plate/${name.replace('/', '/deep/')}`);
  expect(told([...deep, '/data/plate/y_nuc.tif'])).toEqual([
    'a/deep/x: cyto=2, nuc=0',
    'b/deep/x: cyto=3, nuc=1',
    'y: nuc=4',
  ]);
  expect(told(['x_nuc.tif', 'x_nuc.png', 'y_nuc.tif'])).toEqual(['x_nuc: =0', 'x_nuc (2): =1', 'y_nuc: =2']);
});
