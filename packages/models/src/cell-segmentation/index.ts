export { card as cellSegmentationCard } from './card.ts';
export {
  type BiasSigmas,
  type CellInput,
  channelPlane,
  greyInput,
  greyPlane,
  paperSigmas,
  pseudoRgbInput,
  type Stains,
  singleChannelInput,
} from './channels.ts';
export { checkCells } from './checks.ts';
export {
  type CellEvaluation,
  type CellScores,
  type EvaluateCellsOptions,
  evaluateCells,
  type LabelledCells,
  scoreCells,
} from './evaluate.ts';
export { type FieldGroup, type FieldMember, groupFields } from './fields.ts';
export { measureNucleusRadius, nucleusBlobs } from './nuclei.ts';
export type { TilingOptions } from './probability.ts';
export {
  type CellSegmenter,
  cellContract,
  cellsOf,
  loadCellSegmenter,
  type Segmentation,
  type SegmentationOptions,
  type SegmenterOptions,
  type StainsAs,
} from './segmenter.ts';
export {
  type CellSplitter,
  cellSplitter,
  type WatershedSettings,
  watershedDefaults,
  withoutCellsAt,
} from './splitter.ts';
export { guessStains, ownParts, type StainGuess, type StainRole } from './stain-names.ts';
