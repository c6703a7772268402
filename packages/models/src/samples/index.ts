/** Generated samples: pictures that no patient and no licence stands behind, made by code from a seed. */
export { type CellSample, type CellSampleOptions, nucleiField, threeChannelCells } from './cells.ts';
export { type ChestOptions, chestPhantom } from './chest.ts';
export { type HeadOptions, headPhantom } from './head.ts';
