import type { DeviceCaps } from '../core/kernel.ts';
import { machineOf } from '../core/machine.ts';
import { sizeOf } from '../core/tensor.ts';
import { type Geometry, macsOf, outPlane } from './geometry.ts';

/** How `gemm.wgsl` divides its work: a workgroup's outputs, an invocation's, and who shares the inner axis. */
export interface TileShape {
  readonly channels: number;
  readonly positions: number;
  /** Channels and positions of one invocation. */
  readonly rows: number;
  readonly columns: number;
  /** Sets of invocations that share the inner axis. */
  readonly parts: number;
  /** Length of the inner axis that lies in workgroup memory at a time. */
  readonly depth: number;
}

function shape(
  [channels, positions]: readonly [number, number],
  [rows, columns]: readonly [number, number],
  parts: number,
  depth: number,
): TileShape {
  return { channels, positions, rows, columns, parts, depth };
}

/** From the largest, for layers that fill a GPU many times over, to the smallest, for maps of 7 x 7. */
export const tileShapes: readonly TileShape[] = [
  shape([128, 64], [8, 8], 1, 8),
  shape([64, 64], [8, 8], 1, 8),
  shape([32, 64], [4, 8], 1, 8),
  shape([32, 32], [4, 4], 1, 8),
  shape([16, 32], [4, 4], 2, 16),
  shape([32, 32], [4, 4], 4, 32),
  shape([16, 32], [4, 4], 8, 64),
  shape([16, 16], [4, 4], 8, 32),
];

export function nameOf({ channels, positions, parts }: TileShape): string {
  return `${channels}x${positions}${parts > 1 ? `-split${parts}` : ''}`;
}

function invocationsOf({ channels, positions, rows, columns, parts }: TileShape): number {
  return ((channels * positions) / (rows * columns)) * parts;
}

/** Bytes of workgroup memory: a step's operands and later, in their place, four vec4f of each invocation's sums. */
export function workgroupBytes(tile: TileShape): number {
  return Math.max((tile.channels + tile.positions) * tile.depth * 4, invocationsOf(tile) * 64);
}

/** A problem cut into tiles. */
export interface Tiling {
  readonly channelTiles: number;
  /** Of these, from which on they are of one tap, the middle one. */
  readonly wideTiles: number;
  readonly positionTiles: number;
  readonly positions: number;
  readonly tiles: number;
  /** Whether taps and channels form one axis, which then counts as one tap. */
  readonly flat: boolean;
  readonly steps: number;
  readonly stepsPerTap: number;
}

/** Working out where a tap lies for every channel again is taken to cost a fifth of the kernel's time (an estimate). */
const flatOverhead = 1.2;

export function tilingOf(g: Geometry, tile: TileShape): Tiling {
  const taps = sizeOf(g.kernel);
  const channelTiles = Math.ceil(g.outChannels / g.groups / tile.channels);
  const positions = g.batch * outPlane(g);
  const positionTiles = Math.ceil(positions / tile.positions);
  const stepsPerTap = Math.ceil(g.inChannels / tile.depth);
  const together = Math.ceil((g.inChannels * taps) / tile.depth);
  const flat = taps > 1 && stepsPerTap * taps > together * flatOverhead;
  // A tile that is of both sorts, or whose taps are not apart, does everything.
  const apart = g.narrow > 0 && !flat && (g.outChannels - g.narrow) % tile.channels === 0;
  return {
    channelTiles,
    wideTiles: apart ? (g.outChannels - g.narrow) / tile.channels : channelTiles,
    positionTiles,
    positions,
    tiles: g.groups * channelTiles * positionTiles,
    flat,
    steps: flat ? together : stepsPerTap * taps,
    stepsPerTap: flat ? together : stepsPerTap,
  };
}

/** Invocations that keep a core busy (an estimate). */
export const busy = 256;

/**
 * Cores of a GPU. No adapter tells; machine.ts has its arithmetic, and a core does about half a TFLOP/s (128 multiply-adds at 1.8 GHz): that
 * makes 134 of an H100, which has 132, and 10 of an Apple M4, which has as many.
 */
export function coresOf(caps: DeviceCaps): number {
  return Math.max(1, Math.round(machineOf(caps).flops / 500e3));
}

/**
 * By how much longer a tile takes whose loader adds up `window` elements for one. Each is worth two or three of the multiply-adds of which the
 * tile does one for each of its channels (an estimate).
 */
export function loadingOf(window: readonly number[] | undefined, { channels }: TileShape): number {
  return 1 + (2.5 * (sizeOf(window ?? []) - 1)) / channels;
}

/** Share of a core's peak that the inner loop should reach: what it loads from workgroup memory for its multiply-adds (estimates). */
export function efficiencyOf({ rows, columns }: TileShape): number {
  return 0.15 + (0.15 * rows * columns) / (rows + columns);
}

/**
 * Time of a tiling over the time that the multiply-adds alone take at peak: tiles that hang over the edges, steps filled up with
 * zeros, cores without a tile, and cores with too few invocations to hide their waiting. `efficiency` is the share of peak that is left else.
 */
export function slowdownOf(g: Geometry, tile: TileShape, caps: DeviceCaps, efficiency: number): number {
  const cores = coresOf(caps);
  const { tiles, channelTiles, wideTiles, steps, stepsPerTap, flat } = tilingOf(g, tile);
  const whole = wideTiles + ((channelTiles - wideTiles) * stepsPerTap) / steps;
  const tilesPerCore = Math.ceil((tiles * whole) / channelTiles / cores);
  const filled = Math.min(1, (tilesPerCore * invocationsOf(tile)) / busy);
  const work = tilesPerCore * tile.channels * tile.positions * steps * tile.depth;
  const macs = macsOf(g) / cores;
  return ((work / macs) * (flat ? flatOverhead : 1)) / (filled * efficiency);
}

/**
 * Time of a tiling's traffic over what it takes at full bandwidth, which cores reach together when all have invocations enough that wait for it (an
 * estimate). Each operand counts once: what several tiles fetch lies in a cache.
 */
export function trafficOf(g: Geometry, tile: TileShape, caps: DeviceCaps): number {
  return Math.max(1, (coresOf(caps) * busy) / (tilingOf(g, tile).tiles * invocationsOf(tile)));
}

/** Outputs that the tiles compute over outputs that there are, from which on a shape is of no use. */
const mostWaste = 4;
/** The least length of the inner axis for each part. */
const leastShare = 32;

/** Why a shape, which takes `bytes` of workgroup memory, does not suit a problem or an adapter; null when it does. */
export function rejectsShape(
  g: Geometry,
  tile: TileShape,
  { limits }: DeviceCaps,
  bytes: number,
): string | null {
  const { tiles } = tilingOf(g, tile);
  const outputs = g.batch * g.outChannels * outPlane(g);
  if (tiles * tile.channels * tile.positions > mostWaste * outputs)
    return 'tiles would be empty for the most part';
  if (g.inChannels * sizeOf(g.kernel) < tile.parts * leastShare && tile.parts > 1)
    return `too short a sum to share among ${tile.parts}`;
  if (tiles > limits.gridSide ** 2) return `a grid of ${tiles} workgroups`;
  if (invocationsOf(tile) > limits.invocations) return `${invocationsOf(tile)} invocations in a workgroup`;
  return bytes > limits.workgroupBytes ? `${bytes} bytes of workgroup memory` : null;
}
