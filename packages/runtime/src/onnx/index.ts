export { type AttributeReader, attributes } from './attributes.ts';
export {
  codeOf,
  dtypeOf,
  type ForeignDType,
  isReadable,
  type OnnxDType,
  type TensorArrays,
} from './dtypes.ts';
export type { ExternalFiles } from './external.ts';
export type * from './model.ts';
export { decodeTensor, type ReadOptions, readModel } from './read.ts';
export { hostData, toNumbers } from './tensor.ts';
export { nodeLabel, quote, quoteAll } from './text.ts';
