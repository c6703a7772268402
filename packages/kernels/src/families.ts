import { attentionGateFamily } from './attentionGate/attentionGate.ts';
import { convFamily } from './conv/conv.ts';
import { convTransposeFamily } from './convTranspose/convTranspose.ts';
import { copyFamily } from './copy/copy.ts';
import type { KernelFamily } from './core/kernel.ts';
import { gatherFamily } from './gather/gather.ts';
import { mapFamily } from './map/map.ts';
import { matmulFamily } from './matmul/matmul.ts';
import { normalizeFamily } from './normalize/normalize.ts';
import { padFamily } from './pad/pad.ts';
import { poolFamily } from './pool/pool.ts';
import { reduceFamily } from './reduce/reduce.ts';
import { resizeFamily } from './resize/resize.ts';
import { scanFamily } from './scan/scan.ts';
import { softmaxFamily } from './softmax/softmax.ts';
import { subpixelFamily } from './subpixel/subpixel.ts';
import type { FamilyName, Vocabulary } from './vocabulary.ts';
import { winogradFamily } from './winograd/winograd.ts';

type Families = { readonly [K in FamilyName]: KernelFamily<Vocabulary[K]> };

/** Every family by its name in the vocabulary, in its order; one that is forgotten does not compile. */
export const families: Families = {
  conv: convFamily,
  convTranspose: convTransposeFamily,
  pool: poolFamily,
  resize: resizeFamily,
  subpixel: subpixelFamily,
  normalize: normalizeFamily,
  matmul: matmulFamily,
  map: mapFamily,
  reduce: reduceFamily,
  softmax: softmaxFamily,
  copy: copyFamily,
  pad: padFamily,
  gather: gatherFamily,
  scan: scanFamily,
  attentionGate: attentionGateFamily,
  winograd: winogradFamily,
};
