export { type ActivationMap, unitMap } from './activation.ts';
export { card as pneumoniaCard } from './card.ts';
export { checkRadiograph } from './checks.ts';
export {
  type Classification,
  type ClassifierOptions,
  type ClassifyOptions,
  loadPneumoniaClassifier,
  type PneumoniaClassifier,
  pneumoniaContract,
} from './classifier.ts';
export {
  type EvaluateOptions,
  evaluatePneumonia,
  type LabelledRadiograph,
  type PneumoniaScores,
  scoreRadiographs,
} from './evaluate.ts';
export { type Finding, findings, untrainedFindings } from './findings.ts';
export {
  chooseOperatingPoint,
  measureOperatingPoint,
  type OperatingFigures,
  type OperatingPoint,
  type Zone,
  zoneOf,
  zoneWords,
} from './operating-point.ts';
export { type SeenBox, seenBox, seenPlane } from './preprocess.ts';
export {
  type Radiograph,
  type RadiographFacts,
  type RadiographOptions,
  radiographFromDicom,
  radiographFromRaster,
  readRadiograph,
} from './radiograph.ts';
