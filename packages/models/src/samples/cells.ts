import type { Labels, Raster } from '../imaging/types.ts';
import { between, type Field, normal, type Random, rough, seeded, smoothField, step } from './random.ts';

/** A picture of cells and what is true of it. */
export interface CellSample {
  readonly picture: Raster;
  /** The objects as drawn: nuclei in `nucleiField`, whole cells in `threeChannelCells`. */
  readonly truth: Labels;
}

export interface CellSampleOptions {
  readonly side?: number;
  readonly seed?: number;
  /** How many objects to try for; fewer are placed where there is no more room. */
  readonly count?: number;
}

interface Shape {
  readonly x: number;
  readonly y: number;
  /** Mean radius in pixels, length over width, direction of the long axis. */
  readonly radius: number;
  readonly stretch: number;
  readonly angle: number;
  /** Amplitudes and phases of the outline's waves. */
  readonly waves: readonly (readonly [order: number, amplitude: number, phase: number])[];
  readonly brightness: number;
}

interface Kind {
  readonly radius: readonly [number, number];
  readonly stretch: readonly [number, number];
  readonly wave: number;
  /** Least distance between two centres, in units of the sum of their radii; below 1 they touch. */
  readonly gap: number;
}

function shape(random: Random, side: number, kind: Kind): Shape {
  const radius = between(random, ...kind.radius);
  return {
    x: between(random, radius, side - radius),
    y: between(random, radius, side - radius),
    radius,
    stretch: between(random, ...kind.stretch),
    angle: between(random, 0, Math.PI),
    waves: [2, 3, 4, 5].map(
      (order) => [order, (kind.wave * random()) / order, between(random, 0, 2 * Math.PI)] as const,
    ),
    brightness: between(random, 0.65, 1),
  };
}

/** Random places one after another, each kept if it stands clear of those before it. */
function scatter(random: Random, side: number, count: number, kind: Kind): Shape[] {
  const placed: Shape[] = [];
  for (let attempt = 0; attempt < 400 * count && placed.length < count; attempt++) {
    const next = shape(random, side, kind);
    const clear = placed.every(
      ({ x, y, radius }) => Math.hypot(x - next.x, y - next.y) > kind.gap * (radius + next.radius),
    );
    if (clear) placed.push(next);
  }
  return placed;
}

/** Distance from a shape's centre in units of its outline: below 1 is inside. `scale` shrinks the outline. */
function reach(cell: Shape, x: number, y: number, scale = 1): number {
  const [dx, dy] = [x - cell.x, y - cell.y];
  const [cos, sin] = [Math.cos(cell.angle), Math.sin(cell.angle)];
  const [along, across] = [
    (dx * cos + dy * sin) / Math.sqrt(cell.stretch),
    (dy * cos - dx * sin) * Math.sqrt(cell.stretch),
  ];
  const direction = Math.atan2(across, along);
  const outline = cell.waves.reduce(
    (sum, [order, size, phase]) => sum + size * Math.cos(order * direction + phase),
    1,
  );
  return Math.hypot(along, across) / (cell.radius * outline * scale);
}

/** The nearest cell at each pixel by `reach`, and how far out in it the pixel lies. */
interface Nearest {
  readonly index: Int32Array;
  readonly reach: Float32Array;
}

function nearest(cells: readonly Shape[], side: number): Nearest {
  const found = {
    index: new Int32Array(side * side).fill(-1),
    reach: new Float32Array(side * side).fill(Infinity),
  };
  cells.forEach((cell, index) => {
    const far = 2 * cell.radius * cell.stretch;
    for (let y = Math.max(0, Math.floor(cell.y - far)); y < Math.min(side, cell.y + far); y++)
      for (let x = Math.max(0, Math.floor(cell.x - far)); x < Math.min(side, cell.x + far); x++) {
        const r = reach(cell, x, y);
        if (r >= found.reach[y * side + x]!) continue;
        found.reach[y * side + x] = r;
        found.index[y * side + x] = index;
      }
  });
  return found;
}

const inside = ({ index, reach: r }: Nearest, side: number, count: number): Labels => ({
  width: side,
  height: side,
  data: Uint32Array.from(index, (cell, i) => (r[i]! < 1 ? cell + 1 : 0)),
  count,
});

const byte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

/**
 * A generated fluorescence picture of stained nuclei: one channel, 8-bit whole values, dark background with a
 * smooth haze, chromatin texture and noise; some nuclei touch. `truth` labels each nucleus.
 */
export function nucleiField(options: CellSampleOptions = {}): CellSample {
  const { side = 256, seed = 3, count = 34 } = options;
  const random = seeded(seed);
  const nuclei = scatter(random, side, count, { radius: [9, 13], stretch: [1, 1.5], wave: 0.06, gap: 0.97 });
  const near = nearest(nuclei, side);
  const [haze, chromatin] = [smoothField(seed), rough(smoothField(seed + 1))];
  const data = new Float32Array(side * side);
  for (let i = 0; i < data.length; i++) {
    const [x, y, r] = [i % side, Math.floor(i / side), near.reach[i]!];
    const cell = nuclei[near.index[i]!];
    const glow = cell === undefined ? 0 : 12 * Math.exp(-2 * Math.max(0, r - 1));
    const lit =
      cell === undefined
        ? 0
        : 120 * cell.brightness * step(1.12, 0.86, r) * (1 + 0.28 * chromatin(x / 4, y / 4));
    const base = 14 + 5 * haze(x / 90, y / 90) + glow + lit;
    data[i] = byte(base + Math.sqrt(base) * 0.45 * normal(random));
  }
  const picture = { width: side, height: side, channels: 1, data, bits: 8, range: [0, 255] } as const;
  return {
    picture: { ...picture, spacing: { row: 0.65, column: 0.65, unit: 'um' } },
    truth: inside(near, side, nuclei.length),
  };
}

/** Uneven light: bright near a point off the middle, darker at the corners. */
const vignette = (x: number, y: number, side: number): number =>
  1 - 0.35 * (((x / side - 0.56) ** 2 + (y / side - 0.45) ** 2) / 0.5);

/** Height of the cell layer, whose slope is the relief that differential interference contrast shows. */
function height(
  near: Nearest,
  nuclei: readonly Shape[],
  field: Field,
  side: number,
  x: number,
  y: number,
): number {
  const i = Math.min(side - 1, y) * side + Math.min(side - 1, x);
  const cell = nuclei[near.index[i]!];
  const body = cell === undefined ? 0 : 9 * step(1.08, 0.35, near.reach[i]!);
  const bump = cell === undefined ? 0 : 5 * step(1, 0.6, reach(cell, x, y, nucleusScale));
  return body + bump + (0.5 + 0.9 * step(1.1, 0.9, near.reach[i]!)) * field(x / 5, y / 5);
}

/** Radius of a nucleus, of its cell's. */
const nucleusScale = 0.52;

/**
 * Generated cells in three channels: nucleus and cytoplasm fluorescence and a relief like that of differential
 * interference contrast, in that order; unevenly lit, so that the division by the bias field has something to do.
 * 8-bit whole values. `truth` labels each whole cell.
 */
export function threeChannelCells(options: CellSampleOptions = {}): CellSample {
  const { side = 256, seed = 5, count = 15 } = options;
  const random = seeded(seed);
  const cells = scatter(random, side, count, { radius: [28, 34], stretch: [1, 1.35], wave: 0.16, gap: 0.86 });
  const near = nearest(cells, side);
  const [grain, relief] = [rough(smoothField(seed)), smoothField(seed + 1)];
  const data = new Float32Array(3 * side * side);
  const level = (x: number, y: number) => height(near, cells, relief, side, x, y);
  for (let i = 0; i < side * side; i++) {
    const [x, y, r, cell] = [i % side, Math.floor(i / side), near.reach[i]!, cells[near.index[i]!]];
    const light = vignette(x, y, side);
    const nucleus =
      cell === undefined ? 0 : cell.brightness * step(1.1, 0.9, reach(cell, x, y, nucleusScale));
    const body = cell === undefined ? 0 : cell.brightness * step(1.05, 0.9, r) * (1.05 - 0.5 * r);
    const stains = [
      14 + 170 * nucleus * (1 + 0.2 * grain(x / 4, y / 4)),
      18 + 150 * body * (1 + 0.3 * grain(x / 3, y / 7)) * (1 - 0.45 * nucleus),
    ];
    stains.forEach((stain, channel) => {
      data[channel * side * side + i] = byte(light * stain + Math.sqrt(stain) * 0.4 * normal(random));
    });
    const slope = level(x + 1, y + 1) - level(x, y);
    data[2 * side * side + i] = byte(light * (122 + 34 * slope) + 2 * normal(random));
  }
  const spacing = { row: 0.5, column: 0.5, unit: 'um' } as const;
  const picture: Raster = { width: side, height: side, channels: 3, data, bits: 8, range: [0, 255], spacing };
  return { picture, truth: inside(near, side, cells.length) };
}
