import type { PassName } from '@roentgen/runtime';
import type { Refusal, Timing } from '../contest/contest.ts';
import type { BenchModel, Sizes } from '../models/model.ts';
import type { Peaks } from '../peaks/roofline.ts';

/** The peers that run in Chrome, in the order in which they are reported. */
export const chromePeers = ['onnxruntime-web-webgpu', 'onnxruntime-web-wasm', 'tfjs-webgpu'] as const;
export type ChromePeer = (typeof chromePeers)[number];

/** What the page is asked to time. */
export interface PageRequest {
  /** The name of the model's file, and where it is served. */
  readonly file: string;
  readonly url: string;
  readonly sizes: Sizes;
  readonly dtype: 'f32' | 'f16';
  readonly without: readonly PassName[];
  readonly peers: readonly ChromePeer[];
  /** Where the files of ONNX Runtime Web are; it ends in a slash. */
  readonly ort: string;
  /** The scripts of TF.js: its core, then its backend. */
  readonly tfjs: readonly string[];
  readonly rounds: number;
  /** Milliseconds after which no further round is begun, three of them having been. */
  readonly budget: number;
}

/** What the page answers. */
export interface PageAnswer {
  readonly model: Pick<BenchModel, 'name' | 'inputs'>;
  readonly timings: readonly Timing[];
  readonly refusals: readonly Refusal[];
}

/** What the page answers of its adapter. */
export interface PageAdapter {
  /** As `pageAdapter` names it. */
  readonly name: string;
  /** Chrome's main version, which is all that a page is told. */
  readonly chrome: string;
  readonly peaks: Peaks;
}

/** What the page says while it works: who does what now. */
export interface PageProgress {
  readonly peer: string;
  readonly stage: 'load' | 'run';
}

/** The names under which page and host know each other's functions. */
export const pageFunctions = { adapter: 'roentgenAdapter', bench: 'roentgenBench' } as const;
export const progressFunction = 'roentgenProgress';
