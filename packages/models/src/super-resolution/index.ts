export { card as superResolutionCard } from './card.ts';
export { checkVolume } from './checks.ts';
export {
  type EvaluateResolutionOptions,
  evaluateSuperResolution,
  type ResolutionRow,
} from './evaluate.ts';
export { checkOvershoot, measureOvershoot, type Overshoot } from './overshoot.ts';
export {
  loadSuperResolver,
  type ResolverModels,
  type RestoreOptions,
  type RestoreProgress,
  type Scale,
  SuperResolver,
  superResolutionContract,
  type UpscaleOptions,
} from './resolver.ts';
export { isPlainBytes, type ValueRange, valueRange } from './scaling.ts';
export { rebuildDepthShuffle } from './shuffle.ts';
