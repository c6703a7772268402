import { proportion } from '../metrics/proportion.ts';
import type { ModelCard } from '../network/card.ts';

/** The shipped network; figures are those of the float32 weights before they were made small. */
export const card: ModelCard = {
  system: 'pneumonia',
  name: 'DenseNet-121, 13 findings',
  notice: 'Research only: not a medical device, not for diagnosis. Trained on 646 pictures.',
  paper:
    'Janizek et al., ACM CHIL 2020 (arXiv 2001.04051): the classifier, trained WITHOUT the view adversary; ' +
    'the adversary itself, which reads the view from the score, has no weights here.',
  input: 'frontal chest radiograph, grey 0..1, short side to 224, centre crop, ImageNet mean and deviation',
  output: '13 sigmoid scores in CheXpert order; pneumonia is number 6 counted from 0',
  files: [{ file: 'densenet121.onnx', parameters: 6_967_181 }],
  training: 'from scratch: 14 epochs at 112 px, 4 at 224 px; shifts, turns, brightness',
  data: 'NIH ChestX-ray14: 646 frontal radiographs (NIH Clinical Center; Wang et al. 2017)',
  licence: 'weights Apache-2.0; data: free use with acknowledgement of the NIH Clinical Center',
  limits: [
    'A small-data model: expect it to fail on pictures from other hospitals.',
    'It reads the view (PA or AP), which is no sign of disease: the view guessed from the score has AUROC 0.69.',
    'Enlarged Cardiomediastinum, Fracture and Support Devices had no labels: their scores mean nothing.',
    'Scores are not calibrated: they are no probabilities. The operating point comes from 98 pictures.',
    'The rule for the operating point was settled after the test figures of another cut (0.62) had been seen: the test is not quite blind.',
  ],
  scores: [
    { metric: 'auroc', value: 0.8843, on: 'NIH ChestX-ray14, 113 radiographs of other patients' },
    { metric: 'viewAuroc', value: 0.6917, on: 'the same; 0.5 would be blind to the view' },
  ],
  operatingPoint: {
    threshold: 0.53,
    unsure: [0.37, 0.69],
    chosenOn: '98 validation radiographs of NIH ChestX-ray14',
    measuredOn: '113 test radiographs of other patients of the same collection',
    sensitivity: proportion(47, 65),
    specificity: proportion(40, 48),
    inUnsure: proportion(34, 113),
  },
};
