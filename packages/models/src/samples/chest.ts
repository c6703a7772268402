import type { Raster } from '../imaging/types.ts';
import { between, normal, rough, seeded, smoothField, step } from './random.ts';

export interface ChestOptions {
  /** Pixels of a side. */
  readonly side?: number;
  readonly seed?: number;
  /** Adds a patchy density to the lower zone of the lung at the picture's left, the patient's right. */
  readonly opacity?: boolean;
}

type Path = (x: number, y: number) => number;

/** Half the chord through a unit ball at `r`: how thick a round thing is along the beam. */
const chord = (r: number): number => Math.sqrt(Math.max(0, 1 - r * r));

/** Distance to a polyline in the picture's plane. */
function distanceTo(points: readonly (readonly [number, number])[], x: number, y: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i - 1]!, points[i]!];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
    best = Math.min(best, Math.hypot(x - x0 - t * dx, y - y0 - t * dy));
  }
  return best;
}

/** Trunk, neck and shoulders: thickness along the beam, 1 in the middle of the chest. */
const trunk: Path = (x, y) => {
  const shoulders = 0.56 * step(-0.92, -0.5, y) ** 0.7;
  const half = 0.23 + 0.03 * Math.cos(5 * (y + 1)) + shoulders - 0.05 * step(-0.3, 0.6, y);
  const arm = 0.5 * chord(Math.hypot((Math.abs(x) - 0.93 - 0.04 * y) / 0.17, (y - 0.25) / 0.9));
  return Math.max(0.95 * chord(x / half) ** 0.7, arm * step(-0.66, -0.4, y));
};

/** Height of the diaphragm's dome under a column; the one at the picture's left stands higher. */
const dome = (x: number): number => (x < 0 ? 0.46 : 0.52) + 1.1 * (Math.abs(x) - 0.34) ** 2;

/** Air along the beam: two cones with a rounded apex that end on the diaphragm. */
const air: Path = (x, y) => {
  const side = Math.abs(x);
  const rise = Math.min(1, Math.max(0, (y + 0.8) / 1.1));
  const outer = 0.13 + 0.52 * Math.sin((Math.PI / 2) * rise) ** 0.75;
  const inner = 0.09 + 0.05 * step(-0.7, 0.5, y);
  const middle = (outer + inner) / 2;
  const across = chord((side - middle) / ((outer - inner) / 2 + 1e-6));
  return across ** 0.62 * step(-0.8, -0.56, y) * step(0.03, -0.03, y - dome(x));
};

/** Heart and great vessels; the apex points to the picture's right. */
const heart: Path = (x, y) => {
  const turned = [0.86 * (x - 0.12) + 0.5 * (y - 0.28), -0.5 * (x - 0.12) + 0.86 * (y - 0.28)] as const;
  const chambers = chord(Math.hypot(turned[0] / 0.38, turned[1] / 0.25));
  const arch = 0.7 * chord(Math.hypot((x - 0.09) / 0.11, (y + 0.28) / 0.1));
  return Math.max(chambers, arch, 0.6 * chord(x / 0.13) * step(-0.62, -0.4, y));
};

/** Vertebrae: a column with discs as paler gaps. */
const spine: Path = (x, y) => chord(x / 0.085) * (0.8 + 0.2 * Math.sin(46 * y) ** 2);

/** One pair of ribs: the back half falls gently outwards, the front half steeply back towards the middle. */
function rib(index: number): Path {
  const top = -0.7 + 0.145 * index;
  const reach = Math.min(0.7, 0.3 + 0.14 * index);
  const back = [0, 0.2, 0.4, 0.6, 0.8, 0.95, 1].map(
    (t) => [0.06 + (reach - 0.06) * t, top + 0.02 + 0.2 * t * t - 0.09 * Math.sin(Math.PI * t)] as const,
  );
  const front = [0, 0.25, 0.5, 0.75, 1].map(
    (t) => [reach - 0.42 * reach * t * t, top + 0.22 + 0.25 * t] as const,
  );
  const edge = (d: number, half: number) =>
    chord(d / half) + 0.5 * chord((Math.abs(d) - half * 0.8) / (half * 0.25));
  return (x, y) => {
    const side = Math.abs(x);
    if (y < top - 0.12 || y > top + 0.6) return 0;
    return 0.8 * edge(distanceTo(back, side, y), 0.03) + 0.45 * edge(distanceTo(front, side, y), 0.027);
  };
}

const clavicle: Path = (x, y) =>
  chord(
    distanceTo(
      [
        [0.06, -0.56],
        [0.24, -0.64],
        [0.46, -0.72],
        [0.68, -0.7],
      ],
      Math.abs(x),
      y,
    ) / 0.03,
  );

/** Vessels that leave the hila and branch outwards, thinner each time. */
function vessels(seed: number): Path {
  const random = seeded(seed);
  const branches: { points: (readonly [number, number])[]; width: number }[] = [];
  const grow = (x: number, y: number, angle: number, width: number, side: number) => {
    if (width < 0.006) return;
    const length = between(random, 0.1, 0.19);
    const end = [x + side * length * Math.cos(angle), y + length * Math.sin(angle)] as const;
    branches.push({ points: [[x, y], end], width });
    for (const turn of [between(random, -0.65, -0.15), between(random, 0.15, 0.65)])
      grow(end[0], end[1], angle + turn, width * 0.72, side);
  };
  for (const side of [-1, 1])
    for (const angle of [-1.1, -0.45, 0.15, 0.6, 1.05]) grow(side * 0.13, -0.03, angle, 0.021, side);
  return (x, y) =>
    branches.reduce((sum, { points, width }) => {
      const near = Math.abs(points[0]![0] - x) < 0.24 && Math.abs(points[0]![1] - y) < 0.24;
      return near ? sum + width * 9 * chord(distanceTo(points, x, y) / width) : sum;
    }, 0);
}

interface Anatomy {
  readonly ribs: readonly Path[];
  readonly vessels: Path;
  readonly patch: Path;
}

/** What the beam meets on its way to one point, in arbitrary units of density times length. */
function density({ ribs, vessels: tree, patch }: Anatomy, x: number, y: number): number {
  const body = trunk(x, y);
  if (body === 0) return 0;
  const lung = air(x, y) * (1 - 0.75 * heart(x, y));
  const bones = ribs.reduce((sum, path) => sum + path(x, y), 0) * step(0.05, 0.3, body) * step(0.75, 0.45, y);
  const soft = body * 1.05 + 0.3 * heart(x, y) * step(0.1, 0.5, body) + 0.28 * spine(x, y);
  const lower = 0.22 * step(0.36, 0.62, y);
  return (
    soft +
    lower -
    0.72 * lung +
    0.1 * bones +
    0.13 * clavicle(x, y) +
    0.16 * lung * tree(x, y) +
    0.55 * lung * patch(x, y)
  );
}

/**
 * A generated chest radiograph, no patient: trunk, lungs, heart, spine, ribs, collar bones and vessels as
 * thicknesses along the beam, through a film-like curve, with grain. 8-bit whole values, larger is denser
 * (MONOCHROME2), frontal. Equal options give equal pictures.
 */
export function chestPhantom(options: ChestOptions = {}): Raster {
  const { side = 256, seed = 11, opacity = false } = options;
  const [random, cloud] = [seeded(seed), rough(smoothField(seed))];
  const spot: Path = (x, y) => {
    const inside = step(
      1.1,
      0.25,
      Math.hypot((x + 0.4) / 0.27, (y - 0.2) / 0.25) + 0.45 * cloud(x * 5, y * 5),
    );
    return inside * (0.8 + 0.35 * cloud(x * 14, y * 14));
  };
  const anatomy: Anatomy = {
    ribs: Array.from({ length: 9 }, (_, index) => rib(index)),
    vessels: vessels(seed),
    patch: opacity ? spot : () => 0,
  };
  const data = new Float32Array(side * side);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [((i % side) + 0.5) / (side / 2) - 1, (Math.floor(i / side) + 0.5) / (side / 2) - 1];
    const thickness = density(anatomy, x, y) * (1 + 0.03 * cloud(x * 9, y * 9));
    const film = 250 * (1 - Math.exp(-1.55 * Math.max(0, thickness))) ** 1.25 + 6;
    data[i] = Math.min(255, Math.max(0, Math.round(film + 2 * normal(random))));
  }
  return { width: side, height: side, channels: 1, data, bits: 8, range: [0, 255] };
}
