import { type Timing, wholeStart } from '../contest/contest.ts';
import { summarise } from '../contest/statistics.ts';
import { floorOf, intensityOf, type Peaks } from '../peaks/roofline.ts';
import type { BenchRow } from '../report/report.ts';
import type { BenchModel } from './model.ts';
import { workOf } from './profile.ts';

/** The precision that peers compute in: they run the file as it is. */
function precisionOf({ inputs }: Pick<BenchModel, 'inputs'>): string {
  return inputs[0].dtype === 'float16' ? 'f16' : 'f32';
}

/** Rows of the report: for each contender its cold starts and its warm runs; `dtype` is what we compute in. */
export function modelRows(
  model: Pick<BenchModel, 'name' | 'inputs'>,
  dtype: string,
  timings: readonly Timing[],
  peaks: Peaks | null,
): BenchRow[] {
  const { shape } = model.inputs[0];
  return timings.flatMap((timing) => {
    const { peer } = timing;
    const own = { name: model.name, shape, dtype: peer === 'roentgen' ? dtype : precisionOf(model), peer };
    return [coldRow(own, timing), warmRow(own, timing, peaks)];
  });
}

type Base = Pick<BenchRow, 'name' | 'shape' | 'dtype' | 'peer'>;

function coldRow(base: Base, { starts, coldRatio }: Timing): BenchRow {
  const totals = starts.map(wholeStart);
  const ms = summarise(totals);
  // The start nearest to the median stands for all, so that its parts add up.
  const [typical] = starts
    .map((cold, i) => ({ cold, off: Math.abs(totals[i] - ms.median) }))
    .sort((a, b) => a.off - b.off);
  return {
    ...base,
    variant: 'cold',
    ms,
    gflops: null,
    gbs: null,
    ratio: coldRatio,
    cold: typical.cold,
    samples: totals,
  };
}

function warmRow(base: Base, { samples, ratio, inspection }: Timing, peaks: Peaks | null): BenchRow {
  const ms = summarise(samples);
  if (inspection === undefined)
    return { ...base, variant: 'warm', ms, gflops: null, gbs: null, ratio, samples };
  const { flops, bytes } = workOf(inspection.layers);
  // The roof of a network is the sum of its layers', each at its own intensity.
  const floor =
    peaks && inspection.layers.reduce((sum, layer) => sum + floorOf(layer, peaks, layer.dtype), 0);
  return {
    ...base,
    variant: 'warm',
    ms,
    gpuMs: inspection.gpu === null ? null : summarise(inspection.gpu),
    gflops: flops / ms.median / 1e6,
    gbs: bytes / ms.median / 1e6,
    roofline: floor && floor / ms.median,
    intensity: intensityOf({ flops, bytes }),
    ratio,
    memory: inspection.memory,
    samples,
  };
}
