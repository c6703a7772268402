import { RoentgenError } from '@roentgen/kernels';
import { type CellInput, type Plane, pseudoRgbInput, singleChannelInput } from '@roentgen/models';
import type { ChannelChoice, ChannelReport, ChannelRole, PlaneChoice } from '../../cells-protocol.ts';
import type { Fact, Grey } from '../../protocol.ts';
import { breathe } from '../breathe.ts';
import { sha256 } from '../digest.ts';
import type { Job } from '../worker.ts';
import { channelAt, type Field } from './field.ts';

/** A field whose channels have their roles. */
export interface Chosen {
  readonly field: Field;
  readonly choice: ChannelChoice;
  readonly input: CellInput;
  /** The pictures in use, in the order nucleus, cytoplasm, DIC. */
  readonly shown: readonly Plane[];
  readonly names: readonly string[];
}

/** Sigmas in proportion to the picture: the paper's are for fields of 3200 pixels. */
function sigmasFor({ width, height }: Plane) {
  const scale = Math.min(1, Math.min(width, height) / 3200);
  return {
    nucleus: Math.max(20, 80 * scale),
    cytoplasm: Math.max(25, 100 * scale),
    dic: Math.max(8, 25 * scale),
  };
}

const roleNames: Readonly<Record<NonNullable<ChannelRole>, string>> = {
  nucleus: 'nucleus',
  cytoplasm: 'cytoplasm',
  dic: 'DIC',
  only: 'one channel',
};

/** Decodes the channels that have a role. Throws `value` where none has. */
export async function chosen(field: Field, choice: ChannelChoice, job: Job): Promise<Chosen> {
  const at = (role: ChannelRole) => choice.roles.indexOf(role);
  const named = (role: NonNullable<ChannelRole>, index: number) => {
    const { name } = field.channels[index];
    return role === 'only' || name === roleNames[role] ? name : `${roleNames[role]} (${name})`;
  };
  const open = (index: number) => channelAt(field, index, choice, job);
  const [nucleus, cytoplasm, dic] = [at('nucleus'), at('cytoplasm'), at('dic')];
  if (nucleus >= 0 && cytoplasm >= 0) {
    const planes = [await open(nucleus), await open(cytoplasm)];
    if (dic >= 0) planes.push(await open(dic));
    const [n, c, d] = planes;
    const input = pseudoRgbInput({ nucleus: n, cytoplasm: c, ...(d && { dic: d }) }, sigmasFor(n));
    const names = [
      named('nucleus', nucleus),
      named('cytoplasm', cytoplasm),
      ...(d ? [named('dic', dic)] : []),
    ];
    return { field, choice, input, shown: planes, names };
  }
  const index = [at('only'), nucleus, cytoplasm, dic].find((each) => each >= 0);
  if (index === undefined)
    throw new RoentgenError('value', 'No channel has been chosen.', { hint: 'give at least one a role' });
  const plane = await open(index);
  return { field, choice, input: singleChannelInput(plane), shown: [plane], names: [named('only', index)] };
}

/** The darkest value and the 0.2 % brightest. */
export function rangeOf(data: Float32Array): readonly [low: number, high: number] {
  const sorted = Float32Array.from(data).sort();
  return [sorted[0], sorted[Math.floor(0.998 * (sorted.length - 1))]];
}

/** Between the darkest value and the 0.2 % brightest, as bytes. */
function greyOf({ width, height, data }: Plane): Grey {
  const [low, high] = rangeOf(data);
  const span = high > low ? high - low : 1;
  return { width, height, data: Uint8ClampedArray.from(data, (value) => ((value - low) / span) * 255) };
}

/** Longest side of a preview. */
const PREVIEW = 192;

/** Every so-manieth pixel of a picture, small enough to look at. */
function thinned({ width, height, data }: Plane): Plane {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / PREVIEW));
  const [w, h] = [Math.ceil(width / step), Math.ceil(height / step)];
  const small = Float32Array.from(
    { length: w * h },
    (_, i) => data[Math.floor(i / w) * step * width + (i % w) * step],
  );
  return { width: w, height: h, data: small };
}

/** The plane that a field opens at. */
export const firstPlane = ({ slices }: Field): PlaneChoice => ({ slice: slices > 1 ? 'max' : 0, frame: 0 });

/** What a user needs to see to say what the channels are. */
export async function channelReport(
  field: Field,
  job: Job,
  plane = firstPlane(field),
): Promise<ChannelReport> {
  const { title, width, height, slices, frames, channels, guess, ask, notes } = field;
  const previews: Grey[] = [];
  for (const i of channels.keys()) {
    previews.push(greyOf(thinned(await channelAt(field, i, plane, job))));
    await breathe(job);
  }
  // By a hash: the choice is remembered under it, and the names of channels may be parts of the names of files.
  const names = await sha256(
    new TextEncoder().encode(channels.map(({ name }) => name.toLowerCase()).join('|')),
  );
  return {
    ...{ title, width, height, slices, frames, ask, notes, fields: [] },
    channels: channels.map(({ name, from }, i) => ({ name, from, preview: previews[i] })),
    guess: { roles: guess, ...plane },
    signature: `${channels.length}${slices > 1 ? 'z' : ''}${frames > 1 ? 't' : ''}:${names}`,
  };
}

function planeText({ slices, frames }: Field, { slice, frame }: PlaneChoice): Fact[] {
  const depth = slice === 'max' ? `maximum over ${slices} slices` : `slice ${slice + 1} of ${slices}`;
  const time = `frame ${frame + 1} of ${frames}`;
  const parts = [...(slices > 1 ? [depth] : []), ...(frames > 1 ? [time] : [])];
  return parts.length > 0 ? [{ name: 'Plane', value: parts.join(', ') }] : [];
}

/** The channels in use by what they are used as, without what files call them. */
function roleText({ choice: { roles } }: Chosen): string {
  const used = (['nucleus', 'cytoplasm', 'dic'] as const).filter((role) => roles.includes(role));
  const rest = roles.filter((role) => role === null).length;
  const text = used.length > 1 ? used.map((role) => roleNames[role]).join(', ') : 'one channel, three times';
  return rest === 0 ? text : `${text}; not used: ${rest}`;
}

function channelText({ field, names, choice }: Chosen): string {
  const rest = field.channels.filter((_, i) => choice.roles[i] === null).map(({ name }) => name);
  const used = names.length > 1 ? names.join(', ') : `${names[0]}, three times`;
  return rest.length === 0 || field.channels.length === 1 ? used : `${used}; not used: ${rest.join(', ')}`;
}

/** What was done to the picture before the network, line by line; channels by their names or by their roles alone. */
export function factsOf(from: Chosen, channels: 'names' | 'roles' = 'names'): Fact[] {
  const { field, shown, choice } = from;
  const { spacing, origin, notes } = field;
  const stains = shown.length > 1;
  const scaled = stains ? 'bias field divided out, each stain stretched' : '1st to 99.8th percentile to 0..1';
  const padded = [shown[0].width, shown[0].height].map((side) => Math.ceil(side / 16) * 16);
  const unit = spacing?.unit === 'um' ? 'µm' : 'mm';
  return [
    { name: 'Decoded', value: origin },
    { name: 'Channels', value: channels === 'names' ? channelText(from) : roleText(from) },
    ...planeText(field, choice),
    { name: 'Scaled', value: scaled },
    {
      name: 'Pixel',
      value:
        spacing === undefined
          ? 'size unknown: lengths are in pixels'
          : `${Number(spacing.column.toPrecision(6))} × ${Number(spacing.row.toPrecision(6))} ${unit}`,
    },
    { name: 'Padded to', value: `${padded.join(' × ')}, multiples of 16` },
    ...notes.map((value) => ({ name: 'Left out', value })),
  ];
}
