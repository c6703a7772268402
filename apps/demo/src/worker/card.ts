import { cellSegmentationCard, type ModelCard, pneumoniaCard, superResolutionCard } from '@roentgen/models';
import type { Card, SystemId } from '../protocol.ts';

const cards: Readonly<Record<SystemId, ModelCard>> = {
  radiograph: pneumoniaCard,
  volume: superResolutionCard,
  cells: cellSegmentationCard,
};

/** Metrics of the cards by the names that people know. */
const metricNames: Readonly<Record<string, string>> = {
  auroc: 'AUROC, pneumonia',
  viewAuroc: 'AUROC, view guessed from the score',
  psnr: 'PSNR',
  ssim: 'SSIM',
  dice: 'Dice',
  jaccard: 'Jaccard',
};

/** The operating point in lines: where it is, and what it does on other patients. */
function pointLines({ operatingPoint: point }: ModelCard): Card['scores'] {
  if (point === undefined) return [];
  const share = ({ hits, of, value, low, high }: typeof point.sensitivity) =>
    `${value.toFixed(3)}, ${hits} of ${of} (95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}): ${point.measuredOn}`;
  const [low, high] = point.unsure;
  return [
    {
      name: 'Operating point',
      value: `${point.threshold}, unsure from ${low} to ${high}: chosen on ${point.chosenOn}`,
    },
    { name: 'Sensitivity', value: share(point.sensitivity) },
    { name: 'Specificity', value: share(point.specificity) },
  ];
}

/** Where the shipped weights of a system come from and how well they do. */
export function cardOf(system: SystemId): Card {
  const { name, notice, paper, input, output, files, training, data, licence, limits, scores } =
    cards[system];
  const point = pointLines(cards[system]);
  const weights = files.map(
    ({ file, parameters }) => `${file} (${parameters.toLocaleString('en')} parameters)`,
  );
  return {
    name,
    rows: [
      { name: 'Notice', value: notice },
      { name: 'After', value: paper },
      { name: 'Takes', value: input },
      { name: 'Gives', value: output },
      { name: 'Trained', value: training },
      { name: 'On', value: data },
      { name: 'Licence', value: licence },
      { name: 'Files', value: weights.join(', ') },
    ],
    limits,
    scores: scores.map(({ metric, value, unit, on }) => ({
      name: metricNames[metric] ?? metric,
      value: `${value}${unit === undefined ? '' : ` ${unit}`}: ${on}`,
    })),
    point,
  };
}
