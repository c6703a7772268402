import { attentionOperators } from './attention.ts';
import { binaryOperators } from './binary.ts';
import { constantOperators } from './constants.ts';
import type { Operator } from './context.ts';
import { convOperators } from './conv.ts';
import { einsumOperators } from './einsum.ts';
import { gatherOperators } from './gather.ts';
import { geometryOperators } from './geometry.ts';
import { gridSampleOperators } from './grid-sample.ts';
import { layoutOperators } from './layout.ts';
import { matmulOperators } from './matmul.ts';
import { normalizeOperators } from './normalize.ts';
import { padOperators } from './pad.ts';
import { pieceOperators } from './pieces.ts';
import { poolOperators } from './pool.ts';
import { quantizeOperators } from './quantize.ts';
import { reduceOperators } from './reduce.ts';
import { resizeOperators } from './resize.ts';
import { scatterOperators } from './scatter.ts';
import { unaryOperators } from './unary.ts';

/** Every operator of the standard that we have, by its ONNX name. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    ...unaryOperators,
    ...binaryOperators,
    ...matmulOperators,
    ...reduceOperators,
    ...convOperators,
    ...poolOperators,
    ...normalizeOperators,
    ...resizeOperators,
    ...layoutOperators,
    ...pieceOperators,
    ...padOperators,
    ...gatherOperators,
    ...constantOperators,
    ...quantizeOperators,
    ...attentionOperators,
    ...einsumOperators,
    ...scatterOperators,
    ...geometryOperators,
    ...gridSampleOperators,
  }),
);
