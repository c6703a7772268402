import type { ModelCard } from '../network/card.ts';

const fold = '2018 Data Science Bowl stage 1, 54 pictures kept aside';

/** The shipped network; figures are those of the float32 weights before they were made small. */
export const card: ModelCard = {
  system: 'cell-segmentation',
  name: 'Residual Attention U-Net, width 32',
  notice: 'Research only: not a medical device. Trained on nuclei in one channel, for 400 steps.',
  paper:
    'Zhu, Liu et al., EMBC 2022 (arXiv 2001.05548): the network and the steps before and after it; ' +
    'trained on other data, in one channel instead of nucleus, cytoplasm and DIC.',
  input: 'fluorescence picture, 1st to 99.8th percentile to 0..1, repeated in three channels',
  output: 'logit per pixel: cell or background',
  files: [{ file: 'rau-net.onnx', parameters: 8_901_245 }],
  training: '400 steps of 4 crops of 128 px, edge-weighted BCE, flips',
  data: '2018 Data Science Bowl stage 1, corrected (CC0)',
  licence: 'weights Apache-2.0; data CC0',
  limits: [
    'Stained histology and bright field are outside of what it was trained on.',
    'It was trained on one channel: of three stains it sees the brighter of nucleus and cytoplasm, in grey.',
    'Touching cells are told apart by their outline (one channel) or by their nuclei (three), not by the network.',
  ],
  scores: [
    { metric: 'dice', value: 0.9232, on: fold },
    { metric: 'jaccard', value: 0.8625, on: fold },
  ],
};
