import { RoentgenError } from '@roentgen/kernels';
import type { AttributeKind, OnnxAttribute, OnnxGraph, OnnxNode, OnnxTensor } from './model.ts';
import { safeNumber } from './tensor.ts';
import { nodeLabel, nodeName, quote, quoteAll } from './text.ts';

type Valued = Exclude<
  OnnxAttribute,
  { readonly kind: 'reference' | 'sparse tensor' | 'sparse tensors' | 'type' | 'types' }
>;
type ValueOf<K extends Valued['kind']> = Extract<Valued, { readonly kind: K }>['value'];

/** Starts reading a node's attributes; end with `done()`. */
export function attributes(node: OnnxNode): AttributeReader {
  return new AttributeReader(node);
}

/**
 * Typed access to a node's attributes. Each method takes the attribute's name and what it is where the node lacks it;
 * without that, it must be there. A value of another kind throws 'model'; so does `done` for names nobody asked for,
 * since an attribute that is not understood may change the result.
 */
export class AttributeReader {
  readonly #node: OnnxNode;
  readonly #known = new Set<string>();

  constructor(node: OnnxNode) {
    this.#node = node;
  }

  has(name: string): boolean {
    this.#known.add(name);
    return this.#node.attributes.has(name);
  }

  int<D = number>(name: string, ...fallback: [D?]): number | D {
    return this.#read(name, 'int', (value) => this.#number(name, value, 'refuse'), fallback);
  }

  /** 0 or 1, as ONNX writes truth values. */
  flag<D = boolean>(name: string, ...fallback: [D?]): boolean | D {
    return this.#read(name, 'int', (value) => this.#flag(name, value), fallback);
  }

  ints<D = readonly number[]>(name: string, ...fallback: [D?]): readonly number[] | D {
    const convert = (values: ValueOf<'ints'>) => values.map((it) => this.#number(name, it, 'refuse'));
    return this.#read(name, 'ints', convert, fallback);
  }

  /** As `ints`, for bounds: values beyond 2^53, which mean "to the end", become ±(2^53 - 1). */
  bounds<D = readonly number[]>(name: string, ...fallback: [D?]): readonly number[] | D {
    const convert = (values: ValueOf<'ints'>) => values.map((it) => this.#number(name, it, 'saturate'));
    return this.#read(name, 'ints', convert, fallback);
  }

  float<D = number>(name: string, ...fallback: [D?]): number | D {
    return this.#read(name, 'float', (value) => value, fallback);
  }

  floats<D = readonly number[]>(name: string, ...fallback: [D?]): readonly number[] | D {
    return this.#read(name, 'floats', (value) => value, fallback);
  }

  string<D = string>(name: string, ...fallback: [D?]): string | D {
    return this.#read(name, 'string', (value) => value, fallback);
  }

  /** A text that must be one of `choices`. */
  choice<C extends string, D = C>(name: string, choices: readonly C[], ...fallback: [D?]): C | D {
    return this.#read(name, 'string', (value) => this.#choose(name, value, choices), fallback);
  }

  strings<D = readonly string[]>(name: string, ...fallback: [D?]): readonly string[] | D {
    return this.#read(name, 'strings', (value) => value, fallback);
  }

  tensor<D = OnnxTensor>(name: string, ...fallback: [D?]): OnnxTensor | D {
    return this.#read(name, 'tensor', (value) => value, fallback);
  }

  graph<D = OnnxGraph>(name: string, ...fallback: [D?]): OnnxGraph | D {
    return this.#read(name, 'graph', (value) => value, fallback);
  }

  /** Accepts names whose values cannot change the result. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.#known.add(name);
  }

  /** Refuses the attributes that nobody has asked for. */
  done(): void {
    const unknown = [...this.#node.attributes.keys()].filter((name) => !this.#known.has(name));
    if (unknown.length === 0) return;
    const asked = this.#known.size > 0 ? `It knows ${quoteAll([...this.#known].sort())}.` : 'It takes none.';
    throw this.#error(
      `${this.#node.op} of opset ${this.#node.opset} does not know ${quoteAll(unknown)}`,
      asked,
    );
  }

  #read<K extends Valued['kind'], T, D>(
    name: string,
    kind: K,
    convert: (value: ValueOf<K>) => T,
    fallback: readonly [D?],
  ): T | D {
    this.#known.add(name);
    const found = this.#node.attributes.get(name);
    if (found !== undefined) {
      if (found.kind !== kind) throw this.#wrongKind(name, kind, found.kind);
      return convert(found.value as ValueOf<K>);
    }
    if (fallback.length > 0) return fallback[0] as D;
    throw this.#error(
      `the attribute ${quote(name)} (${kind}) is missing`,
      `${this.#node.op} cannot do without it.`,
    );
  }

  #number(name: string, value: number | bigint, beyond: 'refuse' | 'saturate'): number {
    return safeNumber(value, beyond, () => `attribute ${quote(name)} of node ${nodeLabel(this.#node)}`);
  }

  #flag(name: string, value: number | bigint): boolean {
    if (value === 0 || value === 1) return value === 1;
    throw this.#error(`the attribute ${quote(name)} is ${value}`, 'It must be 0 or 1.');
  }

  #choose<C extends string>(name: string, value: string, choices: readonly C[]): C {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw this.#error(
      `the attribute ${quote(name)} is ${quote(value)}`,
      `It must be one of ${quoteAll(choices)}.`,
    );
  }

  #wrongKind(name: string, kind: AttributeKind, found: OnnxAttribute['kind']): RoentgenError {
    return this.#error(
      `the attribute ${quote(name)} is ${found} where ${kind} belongs`,
      'The exporter is at fault, or the model means another operator set than it names.',
    );
  }

  #error(fact: string, hint: string): RoentgenError {
    const message = `node ${nodeLabel(this.#node)}: ${fact}.`;
    return new RoentgenError('model', message, { node: nodeName(this.#node), hint });
  }
}
