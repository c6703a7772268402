import type { HostArray, Scalar } from './dtype.ts';
import type { Tensor, TensorType } from './tensor.ts';
import type { Tolerance } from './tolerance.ts';
import type { WgslSource } from './wgsl.ts';

/** Matrices that a GPU multiplies at once: M x K times K x N of f16, added up in f32. */
export interface MatrixUnit {
  readonly M: number;
  readonly N: number;
  readonly K: number;
}

/** What a kernel may assume about a GPU. Plain data, so that a recorded one can stand in for the machine. */
export interface DeviceCaps {
  readonly vendor: string;
  readonly architecture: string;
  /** A rasteriser on the CPU: no caches to stage into, barriers are dear, uniform loads are cheap. */
  readonly software: boolean;
  readonly features: ReadonlySet<'f16' | 'subgroups' | 'timestamps'>;
  /** The fewest lanes a subgroup may have; 1 without subgroups. */
  readonly subgroupLanes: number;
  /** Products of matrices by a whole subgroup, where all subgroups are of one size. */
  readonly matrices: readonly MatrixUnit[];
  readonly limits: {
    readonly invocations: number;
    readonly workgroupBytes: number;
    readonly gridSide: number;
    /** The most that one binding covers. */
    readonly bindingBytes: number;
    /** The most that one buffer holds; bindings may cover parts of it. */
    readonly bufferBytes: number;
    readonly uniformBytes: number;
    readonly storageBuffers: number;
  };
}

/** One operation on tensors: its attributes, and the tensors it reads and writes. An optional input that is left out is null. */
export interface Problem<A> {
  readonly attributes: A;
  readonly inputs: readonly (Tensor | null)[];
  readonly outputs: readonly Tensor[];
  /** Which inputs are constants, known when the plan is made; only those may be packed. */
  readonly constant?: readonly boolean[];
  /** Inputs that lie in the buffer of the first output, beside what is written; only those that the family `shares`. */
  readonly shared?: readonly number[];
}

/** A storage buffer of the shader and the operand in it: inputs are counted first, then outputs. */
export interface Binding {
  readonly index: number;
  readonly name: string;
  readonly access: 'read' | 'read_write';
  readonly operand: number;
}

/** A constant operand that the kernel wants laid out its own way; done once, when weights are uploaded. */
export interface Packing {
  readonly operand: number;
  /** Names the layout, for plans in print and so that equal packings of one tensor are shared. */
  readonly layout: string;
  /**
   * How the packed elements are held, where that is not as the operand's type is. Halves ('f16') a shader without `shader-f16` reads in
   * pairs, as words of u32, by `unpack2x16float`.
   */
  readonly held?: Scalar;
  /** How many elements become of so many; more where blocks are filled up with zeros. */
  elements(unpacked: number): number;
  /** The packed values, in `packed` where it is given: so many elements as that, all zero if they are more than `values`. */
  pack(values: HostArray, packed?: Float32Array): Float32Array;
}

/** Scalars of the shader's `params` uniform, in the order of its struct. */
export type Param = readonly [name: string, type: 'u32' | 'i32' | 'f32', value: number];

/** Constants computed from the problem alone (tables of taps or indices), bound as read-only storage. */
export interface Table {
  readonly index: number;
  readonly name: string;
  readonly data: Float32Array | Int32Array | Uint32Array;
}

/** One dispatch, complete and inert. */
export interface KernelInstance {
  readonly name: string;
  readonly source: WgslSource;
  readonly bindings: readonly Binding[];
  readonly tables?: readonly Table[];
  readonly packings?: readonly Packing[];
  /** Bound as a uniform named `params`, after the buffers. */
  readonly params: { readonly index: number; readonly values: readonly Param[] };
  readonly grid: readonly [number, number, number];
}

/** What running it should take: arithmetic (a multiply-add counts 2), bytes moved, and how far from peak it does either (1 is at peak). */
export interface Cost {
  readonly flops: number;
  readonly bytes: number;
  /** How many times longer than at the peak its arithmetic takes. */
  readonly slowdown: number;
  /** How many times longer than at the peak its traffic takes, where that is not as its arithmetic: channels filled up with zeros are not moved. */
  readonly traffic?: number;
}

export interface KernelDefinition<A> {
  readonly name: string;
  /** Why this kernel cannot take the problem here; null when it can. */
  rejects(problem: Problem<A>, caps: DeviceCaps): string | null;
  cost(problem: Problem<A>, caps: DeviceCaps): Cost;
  instantiate(problem: Problem<A>, caps: DeviceCaps): KernelInstance;
}

/** How test data for an operand is drawn: by default uniform in -1..1 (integers in -8..8). */
export type Draw =
  | 'signed'
  | 'positive'
  | 'truth'
  | { readonly below: number }
  | { readonly from: number; readonly to: number };

/** A named problem: at once a test (GPU against reference) and a benchmark. */
export interface Case<A> {
  readonly name: string;
  readonly problem: Problem<A>;
  /** How each input is drawn, where the default does not do. */
  readonly draw?: readonly (Draw | null)[];
  /** Worth timing: a shape of one of the models. */
  readonly bench?: true;
}

/** Kernels that solve the same problem, and the definition of solving it. */
export interface KernelFamily<A> {
  readonly name: string;
  /** From the cheapest to explain to the fastest; `choose` takes the least cost among those that do not reject. */
  readonly kernels: readonly KernelDefinition<A>[];
  readonly cases: readonly Case<A>[];
  /**
   * Inputs that may lie in the buffer of the first output, where it does not write. WebGPU refuses a buffer bound twice, to be read and
   * to be written, so every kernel of the family then reads them through the output's binding.
   */
  readonly shares?: readonly number[];
  /** Types of the outputs; throws RoentgenError('shape') when the inputs do not fit. */
  outputs(attributes: A, inputs: readonly (TensorType | null)[]): readonly TensorType[];
  /**
   * The definition, in float64, on densely packed inputs. The host folds constants with it, tests compare with it.
   * `values` of int64 and bool are plain numbers.
   */
  reference(problem: Problem<A>, values: readonly (HostArray | null)[]): readonly Float64Array[];
  /** How far a kernel may be from the reference, derived from the length of the sum and the type. */
  tolerance(problem: Problem<A>): Tolerance;
}
