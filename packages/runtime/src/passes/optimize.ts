import { type DeviceCaps, RoentgenError } from '@roentgen/kernels';
import type { Graph, Pass } from '../graph/graph.ts';
import { verify } from '../graph/verify.ts';
import { fuseAttentionGate } from './attention-gate.ts';
import { fuseClassifier } from './classifier.ts';
import { deadCode } from './dead-code.ts';
import { finishOutputs } from './finish-outputs.ts';
import { fitBindings } from './fit-bindings.ts';
import { foldBatchNorm } from './fold-batch-norm.ts';
import { fuseFunctions } from './fuse-functions.ts';
import { fusePool } from './fuse-pool.ts';
import { halfWeights } from './half-weights.ts';
import { fuseMaxima } from './maxima.ts';
import { placeConcat } from './place-concat.ts';
import { poolFirst } from './pool-first.ts';
import { preActivation } from './pre-activation.ts';
import { fuseResidual } from './residual.ts';
import { shareConcat } from './share-concat.ts';
import { fuseShortcut } from './shortcut.ts';
import { fuseSubpixel } from './subpixel.ts';
import { toHalf } from './to-half.ts';
import { fuseUpsample } from './upsample.ts';
import { winograd } from './winograd.ts';

/** Passes that only make a graph faster: any of them can be left out, to see what it brings. */
export const passNames = [
  'dead-code',
  'fuse-functions',
  'fold-batch-norm',
  'pool-first',
  'attention-gate',
  'pre-activation',
  'fuse-residual',
  'winograd',
  'fuse-upsample',
  'fuse-subpixel',
  'fuse-pool',
  'fuse-classifier',
  'fuse-shortcut',
  'fuse-maxima',
  'share-concat',
  'place-concat',
] as const;

export type PassName = (typeof passNames)[number];

/** Throws 'usage' for a name that no pass has, as callers without types may give. */
export function checkPassNames(names: readonly PassName[]): void {
  const unknown = names.find((name) => !passNames.includes(name));
  if (unknown !== undefined)
    throw new RoentgenError('usage', `there is no pass '${unknown}' to leave out`, {
      hint: `the passes are ${passNames.join(', ')}`,
    });
}

/**
 * Every pass but those `without`, in the order in which they run; each leaves the result of the graph what it was, up to rounding.
 * Half precision comes late, so that weights are folded in single and rounded once; without `shader-f16` it is that of weights alone.
 * `payback`: see `winograd`. Throws 'usage' for a name that no pass has.
 */
export function allPasses(
  caps: DeviceCaps,
  dtype: 'f32' | 'f16' = 'f32',
  without: readonly PassName[] = [],
  payback = 0,
): readonly Pass[] {
  checkPassNames(without);
  const left: ReadonlySet<string> = new Set(without);
  const all = dtype === 'f16' && caps.features.has('f16');
  const passes = [
    deadCode,
    fuseFunctions,
    foldBatchNorm,
    poolFirst,
    foldBatchNorm,
    fuseFunctions,
    fuseAttentionGate,
    preActivation,
    fuseResidual,
    fuseFunctions,
    ...(all ? [] : [winograd(caps, payback, !left.has('fuse-upsample'))]),
    fuseUpsample(caps),
    fuseSubpixel(caps),
    fusePool(caps),
    fuseClassifier(caps),
    fuseShortcut(caps),
    fuseMaxima(caps),
    deadCode,
    finishOutputs,
    shareConcat,
    ...(dtype === 'f16' ? [all ? toHalf : halfWeights(caps)] : []),
    placeConcat(caps),
    fitBindings(caps),
    deadCode,
  ];
  return passes.filter(({ name }) => !left.has(name));
}

/** Runs passes in order and checks the law of the graph after each, so that a fault bears the name of the pass that made it. */
export function optimizeByStep(graph: Graph, passes: readonly Pass[]): Graph {
  return passes.reduce((current, pass) => {
    const next = pass.run(current);
    verify(next, pass.name);
    return next;
  }, graph);
}

/**
 * Runs passes in order and checks the law of the graph at the end: after each, as tests do, the checks were 140 ms of the 450 in which
 * DenseNet-121 is read and planned. If the law is broken, all is done again, step by step, to say by whom.
 */
export function optimize(graph: Graph, passes: readonly Pass[]): Graph {
  const result = passes.reduce((current, pass) => pass.run(current), graph);
  try {
    verify(result, 'the passes');
    return result;
  } catch {
    return optimizeByStep(graph, passes);
  }
}
