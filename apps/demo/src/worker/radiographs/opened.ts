import {
  chestPhantom,
  type Radiograph,
  radiographFromRaster,
  readRadiograph,
  type SeenBox,
  seenBox,
} from '@roentgen/models';
import type { Fact, SampleName } from '../../protocol.ts';
import { readFile } from '../opening/read.ts';

/** A radiograph that was read, and under which name. */
export interface Opened {
  readonly title: string;
  readonly generated: boolean;
  readonly radiograph: Radiograph;
}

export function openSample(name: SampleName): Opened {
  const opacity = name === 'chest-opacity';
  return {
    title: opacity ? 'Generated chest with an opacity' : 'Generated chest',
    generated: true,
    radiograph: radiographFromRaster(chestPhantom({ opacity }), 'PNG'),
  };
}

export async function openFile(file: File): Promise<Opened> {
  const bytes = await readFile(file);
  return { title: file.name, generated: false, radiograph: await readRadiograph(bytes, file.name) };
}

const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

/** What the middle square leaves out, in words. */
function croppedText(width: number, height: number, box: SeenBox): string {
  const unseen = 1 - (box.width * box.height) / (width * height);
  if (unseen < 0.001) return 'nothing: the picture is square';
  const sides = width > height ? 'left and right' : 'above and below';
  return `${percent(unseen)} of the picture, ${sides}: the middle 224 × 224 is seen`;
}

function spacingText({ spacing }: Radiograph['facts']): string {
  if (spacing === null) return 'not stated in the file';
  const { row, column, at } = spacing;
  const unit = spacing.unit === 'um' ? 'µm' : 'mm';
  const place = at === 'detector' ? ' at the detector, which magnifies' : '';
  return `${Number(column.toPrecision(3))} × ${Number(row.toPrecision(3))} ${unit}${place}; the network does not use it`;
}

/** How the picture was made ready for the network. */
function preparationOf({ plane, facts: { width, height } }: Radiograph): Fact[] {
  const factor = 224 / Math.min(width, height);
  return [
    { name: 'Resized', value: `short side to 224 px, ${Number(factor.toPrecision(2))} times, smoothed` },
    { name: 'Cropped', value: croppedText(width, height, seenBox(plane)) },
    { name: 'Channels', value: 'one grey, three times; ImageNet mean and deviation' },
  ];
}

/** What was done to the picture, step by step; with `scored` also what was done before the network, which saw it. */
export function factsOf({ generated, radiograph }: Opened, scored: boolean): Fact[] {
  const { facts } = radiograph;
  const { format, width, height, bits, scaling, inverted, photometric, viewPosition } = facts;
  return [
    {
      name: 'Decoded',
      value: generated
        ? `generated in code, ${width} × ${height}`
        : `${format}, ${width} × ${height}, ${bits} bit`,
    },
    { name: 'Photometric', value: photometric },
    { name: 'Black to white', value: scaling },
    { name: 'Inverted', value: inverted ? 'yes, once (MONOCHROME1)' : 'no' },
    ...(scored ? preparationOf(radiograph) : []),
    { name: 'Pixel', value: spacingText(facts) },
    { name: 'View', value: viewPosition ? `${viewPosition}, says the file` : 'not stated in the file' },
    ...(scored
      ? [{ name: 'View guessed', value: 'no: the adversary that would guess it has no weights here' }]
      : []),
  ];
}
