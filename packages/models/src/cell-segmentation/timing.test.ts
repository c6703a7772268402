import { expect, it } from 'vitest';
import { gaussianBlur } from '../imaging/analysis/gaussian.ts';
import { nucleiField, threeChannelCells } from '../samples/index.ts';
import { type CellInput, channelPlane, pseudoRgbInput, singleChannelInput } from './channels.ts';
import { cellSplitter, type WatershedSettings, watershedDefaults } from './splitter.ts';

/*
 * How long a slider of the cells takes: the watershed and the measures on a probability map, without the network. It says
 * how fast a machine is, so nothing is required of it:
 * `ROENTGEN_TIMING=1 npx vitest run --project pure packages/models/src/cell-segmentation/timing.test.ts`
 */

const wanted = process.env.ROENTGEN_TIMING === '1';
const SIDES = [512, 1024];
const ROUNDS = 5;

/** Generated cells, as many for their area at every size, and a probability map of them with soft edges. */
function field(side: number, stains: boolean) {
  const share = (side / 256) ** 2;
  const sample = stains
    ? threeChannelCells({ side, count: Math.round(15 * share) })
    : nucleiField({ side, count: Math.round(34 * share) });
  const channel = (index: number) => channelPlane(sample.picture, index, 'sample');
  const input: CellInput = stains
    ? pseudoRgbInput({ nucleus: channel(0), cytoplasm: channel(1), dic: channel(2) })
    : singleChannelInput(channel(0));
  const mask = {
    width: side,
    height: side,
    data: Float32Array.from(sample.truth.data, (v) => Number(v > 0)),
  };
  return { map: gaussianBlur(mask, 2), input };
}

/** Least and median milliseconds of some runs, each with settings that were not asked for before, after one that does not count. */
function timed(
  run: (settings: Partial<WatershedSettings>) => void,
  change: (round: number) => Partial<WatershedSettings>,
) {
  const times = Array.from({ length: ROUNDS + 1 }, (_, round) => {
    const start = performance.now();
    run(change(round));
    return performance.now() - start;
  });
  const sorted = times.slice(1).sort((a, b) => a - b);
  return { least: Math.round(sorted[0]!), median: Math.round(sorted[Math.floor(ROUNDS / 2)]!) };
}

it.skipIf(!wanted)('says how long the sliders of the cells take', { timeout: 600_000 }, () => {
  const rows = SIDES.flatMap((side) =>
    [false, true].flatMap((stains) => {
      const { map, input } = field(side, stains);
      const defaults = watershedDefaults(input);
      const splitter = cellSplitter(map, input);
      let cells = 0;
      const run = (settings: Partial<WatershedSettings>) => {
        cells = splitter.segment({ ...defaults, ...settings }).labels.count;
      };
      const start = performance.now();
      run({});
      const first = Math.round(performance.now() - start);
      const about = { side, seeds: defaults.seeds, first };
      // A threshold floods anew; a least area only drops cells that are told apart already.
      const sliders = {
        threshold: timed(run, (round) => ({ threshold: 0.4 + 0.02 * round })),
        'least area': timed(run, (round) => ({ minimumArea: 10 + round })),
      };
      return Object.entries(sliders).map(([slider, time]) => ({ ...about, slider, ...time, cells }));
    }),
  );
  console.table(rows);
  expect(rows).toHaveLength(8);
  for (const { cells } of rows) expect(cells).toBeGreaterThan(20);
});
