import { type Baseline, enlargeVolume, evaluationPair, roundToByte } from '../imaging/resample/index.ts';
import type { Volume } from '../imaging/types.ts';
import { sliceQuality } from '../metrics/index.ts';
import { checkAborted } from '../network/network.ts';
import { limitOvershoot } from './overshoot.ts';
import type { RestoreOptions, SuperResolver } from './resolver.ts';

/** One way to enlarge, and how close it came. */
export interface ResolutionRow {
  readonly method: Baseline | 'network' | 'network, limited' | 'network, ensemble';
  /** Mean over axial slices, in dB. */
  readonly psnr: number;
  readonly ssim: number;
}

const baselines: readonly Baseline[] = ['trilinear', 'bicubic', 'lanczos'];

export interface EvaluateResolutionOptions extends Omit<RestoreOptions, 'ensemble'> {
  /** Adds a row for the ensemble of flips and turns. */
  readonly ensemble?: boolean;
  /** Adds a row for the network's result held to the input around each voxel: see `limitOvershoot`. */
  readonly limit?: boolean;
  /** Called with each row as it is known. */
  readonly onRow?: (row: ResolutionRow) => void;
}

/**
 * Reduces a volume, restores it by interpolation and by the networks, and compares with the original on 8-bit values:
 * the authors' protocol (see `reduceVolume`, `sliceQuality`). Sides are cut to multiples of the scale.
 */
export async function evaluateSuperResolution(
  resolver: Pick<SuperResolver, 'scale' | 'restore'>,
  volume: Volume,
  { ensemble = false, limit = false, onRow, ...restore }: EvaluateResolutionOptions = {},
): Promise<ResolutionRow[]> {
  const { high, low } = evaluationPair(volume, resolver.scale);
  const rows: ResolutionRow[] = [];
  const add = (method: ResolutionRow['method'], data: Float32Array) => {
    const row = { method, ...sliceQuality(high, { ...high, data }, 1) };
    rows.push(row);
    onRow?.(row);
  };
  for (const baseline of baselines) {
    checkAborted(restore.signal, 'the evaluation');
    add(baseline, enlargeVolume(low, resolver.scale, baseline).data);
  }
  for (const all of ensemble ? [false, true] : [false]) {
    const restored = await resolver.restore(low, true, { ...restore, ensemble: all });
    add(all ? 'network, ensemble' : 'network', roundToByte(restored.data));
    if (all || !limit) continue;
    limitOvershoot(low, restored, [0, 1]);
    add('network, limited', roundToByte(restored.data));
  }
  return rows;
}
