/** The network's outputs in order: CheXpert's list without "No Finding" (Irvin et al. 2019). */
export const findings = [
  'Enlarged Cardiomediastinum',
  'Cardiomegaly',
  'Lung Opacity',
  'Lung Lesion',
  'Edema',
  'Consolidation',
  'Pneumonia',
  'Atelectasis',
  'Pneumothorax',
  'Pleural Effusion',
  'Pleural Other',
  'Fracture',
  'Support Devices',
] as const;

export type Finding = (typeof findings)[number];

/** Where pneumonia stands in the list. */
export const pneumoniaIndex = findings.indexOf('Pneumonia');

/** Outputs of the shipped network that had no labels in training: their scores mean nothing. */
export const untrainedFindings: ReadonlySet<Finding> = new Set<Finding>([
  'Enlarged Cardiomediastinum',
  'Fracture',
  'Support Devices',
]);
