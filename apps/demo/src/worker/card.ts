import { cellSegmentationCard, type ModelCard, pneumoniaCard, superResolutionCard } from '@roentgen/models';
import type { Card, SystemId } from '../protocol.ts';

const cards: Readonly<Record<SystemId, ModelCard>> = {
  radiograph: pneumoniaCard,
  volume: superResolutionCard,
  cells: cellSegmentationCard,
};

/** Where the shipped weights of a system come from and how well they do. */
export function cardOf(system: SystemId): Card {
  const { name, notice, paper, input, output, files, training, data, licence, limits, scores } =
    cards[system];
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
      name: metric,
      value: `${value}${unit === undefined ? '' : ` ${unit}`}: ${on}`,
    })),
  };
}
