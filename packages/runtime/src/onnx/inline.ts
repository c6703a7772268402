import { RoentgenError } from '@roentgen/kernels';
import type { OnnxAttribute, OnnxFunction, OnnxGraph, OnnxNode } from './model.ts';
import { nodeLabel, nodeName, quote } from './text.ts';

/*
 * A model may define operators of its own (model.functions). Each call is replaced by the function's nodes, so that
 * nothing after this knows about them (ONNX IR specification, "Functions").
 */

/** Nodes after inlining; functions that call functions can double their number at every level. */
const MOST_NODES = 200_000;

interface Inliner {
  readonly functions: ReadonlyMap<string, OnnxFunction>;
  readonly nodes: OnnxNode[];
  /** Calls so far, for names that nothing else has. */
  calls: number;
}

/** The graph without calls of local functions. Throws 'model' for a function that reaches itself. */
export function inlineFunctions(graph: OnnxGraph, functions: readonly OnnxFunction[]): OnnxGraph {
  if (functions.length === 0) return graph;
  const inliner: Inliner = { functions: byKey(functions), nodes: [], calls: 0 };
  for (const node of graph.nodes) expand(node, inliner, []);
  return { ...graph, nodes: inliner.nodes };
}

function byKey(functions: readonly OnnxFunction[]): ReadonlyMap<string, OnnxFunction> {
  const found = new Map<string, OnnxFunction>();
  for (const made of functions) {
    const key = keyOf(made.domain, made.name, made.overload);
    if (found.has(key)) throw wrong(`function ${quote(made.name)} is defined twice`);
    found.set(key, made);
  }
  return found;
}

function keyOf(domain: string, name: string, overload: string): string {
  return JSON.stringify([domain, name, overload]);
}

function expand(node: OnnxNode, inliner: Inliner, callers: readonly string[]): void {
  const key = keyOf(node.domain, node.op, node.overload);
  const made = inliner.functions.get(key);
  if (made === undefined) {
    if (inliner.nodes.push(node) > MOST_NODES) throw tooMany(node);
    return;
  }
  if (callers.includes(key)) throw wrong(`function ${quote(made.name)} calls itself`, node);
  checkCall(node, made);
  inliner.calls++;
  // Calls that yield no node count as well, or functions that only call each other would never reach the limit.
  if (inliner.calls > MOST_NODES) throw tooMany(node);
  const names = bindNames(node, made, inliner);
  for (const inner of made.nodes) expand(instantiate(inner, node, made, names), inliner, [...callers, key]);
}

function checkCall(node: OnnxNode, made: OnnxFunction): void {
  const what = `function ${quote(made.name)}`;
  if (node.inputs.length > made.inputs.length) {
    throw wrong(`${what} takes ${made.inputs.length} inputs and is given ${node.inputs.length}`, node);
  }
  if (node.outputs.length > made.outputs.length) {
    throw wrong(`${what} has ${made.outputs.length} outputs and is asked for ${node.outputs.length}`, node);
  }
  const missing = made.parameters.find((name) => !node.attributes.has(name));
  if (missing !== undefined) throw wrong(`${what} needs the attribute ${quote(missing)}`, node);
  const strange = [...node.attributes.keys()].find(
    (name) => !made.parameters.includes(name) && !made.defaults.has(name),
  );
  if (strange !== undefined) throw wrong(`${what} has no attribute ${quote(strange)}`, node);
}

type Names = (inner: string) => string;

/** What each name in the body stands for: the call's own inputs and outputs, or a name made for this call. */
function bindNames(node: OnnxNode, made: OnnxFunction, inliner: Inliner): Names {
  const prefix = `${node.name || node.op}:${inliner.calls}/`;
  const bound = new Map(made.inputs.map((name, at) => [name, node.inputs[at] ?? '']));
  made.outputs.forEach((name, at) => {
    const outer = node.outputs[at] ?? '';
    const given = bound.get(name);
    if (given === undefined) bound.set(name, outer || prefix + name);
    else if (outer !== '') inliner.nodes.push(identity(node, given, outer));
  });
  return (inner) => (inner === '' ? '' : (bound.get(inner) ?? prefix + inner));
}

/** An output that is an input, or another output, needs a node of its own to carry it. */
function identity(node: OnnxNode, input: string, output: string): OnnxNode {
  const name = `${node.name || node.op}/Identity`;
  return {
    ...node,
    name,
    op: 'Identity',
    domain: '',
    opset: 1,
    inputs: [input],
    outputs: [output],
    attributes: new Map(),
  };
}

function instantiate(inner: OnnxNode, call: OnnxNode, made: OnnxFunction, names: Names): OnnxNode {
  return {
    ...inner,
    name: `${call.name || call.op}/${inner.name || inner.op}`,
    inputs: inner.inputs.map(names),
    outputs: inner.outputs.map(names),
    attributes: new Map([...inner.attributes].flatMap((entry) => resolve(entry, call, made))),
    index: call.index,
  };
}

/** The caller's attribute, else the function's default, else none: then the operator's own default counts. */
function resolve(
  [name, attribute]: [string, OnnxAttribute],
  call: OnnxNode,
  made: OnnxFunction,
): [string, OnnxAttribute][] {
  if (attribute.kind !== 'reference') return [[name, attribute]];
  const value = call.attributes.get(attribute.value) ?? made.defaults.get(attribute.value);
  if (value === undefined) return [];
  const kind = value.kind === 'reference' ? value.of : value.kind;
  if (kind !== attribute.of) {
    throw wrong(
      `attribute ${quote(name)} refers to ${quote(attribute.value)}, ${kind} for ${attribute.of}`,
      call,
    );
  }
  return [[name, value]];
}

function tooMany(node: OnnxNode): RoentgenError {
  return new RoentgenError('model', `the model’s functions expand to more than ${MOST_NODES} nodes.`, {
    node: nodeName(node),
    hint: 'The exporter or the file is at fault: export the model without functions.',
  });
}

function wrong(fact: string, node?: OnnxNode): RoentgenError {
  return new RoentgenError('model', node === undefined ? `${fact}.` : `node ${nodeLabel(node)}: ${fact}.`, {
    ...(node === undefined ? {} : { node: nodeName(node) }),
    hint: 'Export the model without functions, or inline them with onnx.inliner.',
  });
}
