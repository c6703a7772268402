import { expect, it } from 'vitest';
import { gaussianBlur } from '../imaging/analysis/gaussian.ts';
import { nucleiField, threeChannelCells } from '../samples/index.ts';
import { channelPlane, pseudoRgbInput, singleChannelInput } from './channels.ts';
import { cellSplitter, type WatershedSettings, watershedDefaults } from './splitter.ts';

/*
 * What a slider's move costs at 1024 x 1024, for each way to tell cells apart: by the clock, and in processor time, which
 * other work on the machine inflates less. It says how fast a machine is, so nothing is required of it: `ROENTGEN_TIMING=1 npx vitest run --project pure packages/models/src/cell-segmentation/timing.test.ts`
 */

const side = 1024;
const wanted = process.env.ROENTGEN_TIMING === '1';

function fields() {
  const nuclei = nucleiField({ side, count: 544 });
  const stained = threeChannelCells({ side, count: 240 });
  const map = (truth: { readonly data: Uint32Array }) =>
    gaussianBlur(
      { width: side, height: side, data: Float32Array.from(truth.data, (v) => Math.min(v, 1)) },
      2,
    );
  const [nucleus, cytoplasm, dic] = [0, 1, 2].map((i) => channelPlane(stained.picture, i, 'sample'));
  const three = pseudoRgbInput({ nucleus, cytoplasm, dic }, { nucleus: 26, cytoplasm: 32, dic: 8 });
  const one = singleChannelInput(channelPlane(nuclei.picture, 0, 'sample'));
  return [
    { name: '544 nuclei', map: map(nuclei.truth), input: one, seeds: ['distance', 'none'] },
    { name: '240 cells', map: map(stained.truth), input: three, seeds: ['nuclei', 'distance', 'none'] },
  ] as const;
}

const moves: Readonly<Record<string, (i: number) => Partial<WatershedSettings>>> = {
  threshold: (i) => ({ threshold: 0.4 + 0.05 * (i % 5) }),
  'least area': (i) => ({ minimumArea: 20 + 5 * i }),
  'seed spacing': (i) => ({ seedSpacing: 4 + (i % 5) }),
  smoothing: (i) => ({ smoothing: 0.5 + 0.25 * (i % 5) }),
  'nucleus radius': (i) => ({ nucleusRadius: 15 + 0.5 * i }),
  'small nucleus radius': (i) => ({ nucleusRadius: 8 + 0.5 * i }),
};

it.skipIf(!wanted)('says how long a slider’s move takes', { timeout: 300_000 }, () => {
  const rows = fields().flatMap(({ name, map, input, seeds: kinds }) =>
    kinds.map((seeds) => {
      const splitter = cellSplitter(map, input);
      const base = { ...watershedDefaults(input), seeds };
      splitter.segment(base);
      const middle = (values: readonly number[]) => Math.round([...values].sort((a, b) => a - b)[3]);
      const cost = (move: (i: number) => Partial<WatershedSettings>) => {
        const times = Array.from({ length: 7 }, (_, i) => {
          const [start, used] = [performance.now(), process.cpuUsage()];
          splitter.segment({ ...base, ...move(i) });
          const { user, system } = process.cpuUsage(used);
          return { clock: performance.now() - start, processor: (user + system) / 1000 };
        });
        return `${middle(times.map(({ clock }) => clock))} (${middle(times.map(({ processor }) => processor))})`;
      };
      const costs = Object.entries(moves).map(([move, change]) => [`${move}, ms`, cost(change)]);
      return { field: name, seeds, ...Object.fromEntries(costs) };
    }),
  );
  console.table(rows);
  expect(rows).toHaveLength(5);
});
