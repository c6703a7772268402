import type { DeviceCaps } from '@roentgen/kernels';
import type { Graph, Pass } from '../graph/graph.ts';
import { verify } from '../graph/verify.ts';
import { fuseAttentionGate } from './attention-gate.ts';
import { deadCode } from './dead-code.ts';
import { finishOutputs } from './finish-outputs.ts';
import { foldBatchNorm } from './fold-batch-norm.ts';
import { fuseFunctions } from './fuse-functions.ts';
import { placeConcat } from './place-concat.ts';
import { preActivation } from './pre-activation.ts';
import { fuseResidual } from './residual.ts';
import { shareConcat } from './share-concat.ts';
import { splitWeights } from './split-weights.ts';
import { toHalf } from './to-half.ts';

/**
 * Every pass, in the order in which they run; each leaves the result of the graph what it was, up to rounding. Half precision comes
 * late, so that weights are folded in single and rounded once.
 */
export function allPasses(caps: DeviceCaps, dtype: 'f32' | 'f16' = 'f32'): readonly Pass[] {
  return [
    deadCode,
    fuseFunctions,
    foldBatchNorm,
    fuseFunctions,
    fuseAttentionGate,
    preActivation,
    fuseResidual,
    fuseFunctions,
    splitWeights(caps),
    deadCode,
    finishOutputs,
    shareConcat,
    ...(dtype === 'f16' ? [toHalf] : []),
    placeConcat(caps),
  ];
}

/** Runs passes in order and checks the law of the graph after each. */
export function optimize(graph: Graph, passes: readonly Pass[]): Graph {
  return passes.reduce((current, pass) => {
    const next = pass.run(current);
    verify(next, pass.name);
    return next;
  }, graph);
}
