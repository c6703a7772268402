import type { Summary } from '../contest/statistics.ts';
import type { Peaks } from '../peaks/roofline.ts';

/** How long it takes from a model's bytes to the first answer, in milliseconds. */
export interface Cold {
  /** Reading the file, planning, uploading weights. */
  readonly load: number;
  /** Compiling shaders; null where a peer does not tell it from loading. */
  readonly compile: number | null;
  readonly firstRun: number;
}

/** Bytes that a plan asks of the GPU. */
export interface Memory {
  readonly activationBytes: number;
  readonly constantBytes: number;
  readonly peakBytes: number;
}

/** What a process took that ran this and nothing else. */
export interface ProcessCost {
  /** Processor time of all threads, in milliseconds: what a busy machine leaves unchanged. On a software adapter it holds the GPU's work. */
  readonly cpuMs: number;
  /** The most memory that it held at once, with that of a software adapter's GPU. */
  readonly residentBytes: number;
}

/** One measured thing: a network at a shape by one of those who can run it, or a case of a family by one of its kernels. */
export interface BenchRow {
  /** A network, or a case as family/case. */
  readonly name: string;
  /** Of the first input. */
  readonly shape: readonly number[];
  /** Of a network 'f32' or 'f16', as it is computed in; of a case the type of its first tensor. */
  readonly dtype: string;
  /** Of a network: 'warm' is one run among many, 'cold' from bytes to the first answer. Of a case: the kernel. Of a system: 'whole'. */
  readonly variant: string;
  /** 'roentgen', or the peer that was timed. */
  readonly peer: string;
  /** The time that the rates are taken from: of a network by the host's clock, of a kernel by the GPU's where it has one. */
  readonly ms: Summary;
  /** Time on the GPU; null without timestamps, absent where it was not asked for. Of a network the sum of its dispatches. */
  readonly gpuMs?: Summary | null;
  /** Time on the host, from submission to the end. */
  readonly wallMs?: Summary;
  /** Arithmetic (a multiply-add counts 2) by the median time; null where it is not known. */
  readonly gflops: number | null;
  /** Bytes read and written, by the median time. */
  readonly gbs: number | null;
  /** What part of the attainable rate this is (1 is the roof); null where no peak or no cost is known. */
  readonly roofline?: number | null;
  /** Arithmetic over traffic, in FLOP a byte. */
  readonly intensity?: number | null;
  /** How many times longer than roentgen, by pairs of runs; of a kernel, than the one that is chosen. Null for that one itself. */
  readonly ratio: number | null;
  /** Of a kernel: whether it is what the library runs for this problem on this device. */
  readonly chosen?: boolean;
  /** Of a kernel: what its outputs were held against. */
  readonly checked?: string;
  readonly cold?: Cold;
  readonly memory?: Memory;
  readonly process?: ProcessCost;
  readonly samples: readonly number[];
}

/** A kernel whose result is not right, or which cannot run; it is not timed. */
export interface WrongKernel {
  readonly name: string;
  readonly kernel: string;
  /** What its outputs were held against: 'reference' or another kernel. */
  readonly checked: string;
  readonly report: string;
}

/** Something that was not timed, and why. */
export interface LeftOut {
  readonly name: string;
  readonly peer: string;
  readonly reason: string;
  /** Ours, begun and ended by an error: the command's exit code is 1. */
  readonly failed?: true;
}

/** The machine around the adapter; of a software adapter it is the adapter. */
export interface BenchMachine {
  /** The processor's name for itself. */
  readonly cpu: string;
  /** Cores that this process may use. */
  readonly cores: number;
  /** Processes that ran or waited to, averaged over the minute before; more than half the cores is a busy machine. */
  readonly load: number;
}

/** What `bench --json` writes. Ratios are what may be quoted: times depend on the machine's mood. */
export interface BenchReport {
  readonly adapter: string;
  /** When the timing began; ISO 8601, UTC. */
  readonly date: string;
  /** The commit measured; null outside a checkout. */
  readonly commit: string | null;
  /** Absent in a page, which is not told. */
  readonly machine?: BenchMachine;
  /** Versions of Node, Dawn (the package webgpu) or Chrome, and the peers, by package. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly rows: readonly BenchRow[];
  readonly suite?: 'models' | 'kernels' | 'large';
  /** What the adapter reaches by itself; null where it was not measured. */
  readonly peaks?: Peaks | null;
  readonly wrong?: readonly WrongKernel[];
  readonly leftOut?: readonly LeftOut[];
}
