import { RoentgenError } from '@roentgen/kernels';
import { expect, it } from 'vitest';
import { planFields } from './fields.ts';

it('makes fields of files, stains by their names', () => {
  const paths = ['a/01_POS002_D.TIF', 'a/01_POS002_F.TIF', 'a/01_POS076_F.TIF', 'a/01_POS076_D.TIF'];
  expect(planFields(paths, {})).toEqual([
    { name: '01_POS002', files: { nucleus: paths[0], cytoplasm: paths[1] } },
    { name: '01_POS076', files: { nucleus: paths[3], cytoplasm: paths[2] } },
  ]);
});

it('takes the user’s word for channels that are numbers', () => {
  const paths = ['s1_w1.tif', 's1_w2.tif', 's2_w1.tif', 's2_w2.tif'];
  const [first] = planFields(paths, { nucleus: 'w2', cytoplasm: 'W1' });
  expect(first.files).toEqual({ nucleus: 's1_w2.tif', cytoplasm: 's1_w1.tif' });
});

it('plans a field that lacks a channel with its error, and single files as they are', () => {
  const [good, bad] = planFields(['x_nuc.tif', 'x_cyto.tif', 'y_nuc.tif'], {});
  expect(good.files).toEqual({ nucleus: 'x_nuc.tif', cytoplasm: 'x_cyto.tif' });
  expect(bad.files).toBeInstanceOf(RoentgenError);
  expect(String(bad.files)).toMatch(/field y: its channels are nuc, and nuc and cyto are wanted/);
  expect(planFields(['1.png', '2.png', '3.png', '4.png'], {}).map(({ files }) => files)).toEqual(
    ['1.png', '2.png', '3.png', '4.png'].map((image) => ({ image })),
  );
});
