/** Longest piece of a model's own text that a message repeats: names of two megabytes exist. */
const LONGEST = 72;
const MOST_NAMES = 10;

/** A name out of a model file, fit for a message: quoted, cut, and without control characters. */
export function quote(name: string): string {
  const cut = name.length > LONGEST ? `${name.slice(0, LONGEST)}… (${name.length} characters)` : name;
  return `'${cut.replace(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}')}'`;
}

/** A list of names for a message, cut after ten. */
export function quoteAll(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(quote).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

/** What `RoentgenError.node` says: the node's name, or its first output where it has none. */
export function nodeName(node: { readonly name: string; readonly outputs: readonly string[] }): string {
  return quote(node.name || (node.outputs[0] ?? '')).slice(1, -1);
}

/** How messages call a node: by its name, or, since names are optional, by its place and first output. */
export function nodeLabel(node: {
  readonly name: string;
  readonly op: string;
  readonly index: number;
  readonly outputs: readonly string[];
}): string {
  if (node.name !== '') return `${quote(node.name)} (${cutOp(node.op)})`;
  return `#${node.index} (${cutOp(node.op)}) that makes ${quote(node.outputs[0] ?? '')}`;
}

function cutOp(op: string): string {
  return op === '' ? 'no operator' : quote(op).slice(1, -1);
}
