import { expect, it } from 'vitest';
import { guessStains, ownParts } from './stain-names.ts';

it('finds what tells names apart', () => {
  expect(ownParts(['01_POS002_D.TIF', '01_POS002_F.TIF', '01_POS002_R.TIF'])).toEqual(['D', 'F', 'R']);
  expect(ownParts(['a nucleus.tif', 'a cytoplasm.tif'])).toEqual(['nucleus', 'cytoplasm']);
  expect(ownParts(['DAPI', 'DAPI'])).toEqual(['', '']);
  expect(ownParts(['one.tif'])).toEqual(['one.tif']);
});

it.each([
  [
    ['DAPI', 'Phalloidin', 'DIC'],
    [0, 1, 2],
  ],
  [
    ['Brightfield', 'Alexa 488 tubulin', 'Hoechst 33342'],
    [2, 1, 0],
  ],
  [
    ['01_POS002_D.TIF', '01_POS002_F.TIF', '01_POS002_R.TIF'],
    [0, 1, null],
  ],
  [
    ['field3_ph3.tif', 'field3_actin.tif', 'field3_dna.tif'],
    [2, 1, null],
  ],
  [
    ['TRITC', 'GFP', 'DAPI'],
    [2, 1, null],
  ],
  [
    ['Channel:0', 'Channel:1', 'Channel:2'],
    [0, 1, 2],
  ],
  [
    ['', ''],
    [0, 1, null],
  ],
  [
    ['a', 'b', 'c', 'e'],
    [0, 1, null],
  ],
  [['nuclei'], [0, null, null]],
  // "transmitted" is DIC's, and "Nuclear membrane" is taken once only.
  [
    ['transmitted', 'nuclear membrane', 'cell membrane'],
    [1, 2, 0],
  ],
] as const)('%j: nucleus, cytoplasm, DIC are %j', (names, [nucleus, cytoplasm, dic]) => {
  expect(guessStains(names)).toEqual({ nucleus, cytoplasm, dic });
});
