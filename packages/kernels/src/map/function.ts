import type { Num } from './literal.ts';

/**
 * A function of one to three numbers, as WGSL and as JavaScript side by side.
 * Only unary functions have constants; the importer writes LeakyRelu as `identity`, then `leakyRelu` with its alpha.
 */
export interface MapFunction {
  readonly arity: 1 | 2 | 3;
  /** Names and default values of the constants. */
  readonly params?: Readonly<Record<string, number>>;
  /** 'truth': 0 or 1, of type bool whatever the operands are. Otherwise the type of the (first value) operand. */
  readonly result?: 'truth';
  /** Works on bits; real numbers are refused. */
  readonly integersOnly?: true;
  /** The expression, of type `type` (i32 for a truth). `operands` are expressions of `type`, each a name or in parentheses; only clamp takes null ones. */
  wgsl(operands: readonly (string | null)[], args: readonly number[], type: Num): string;
  /** The same in float64; `integer` says that operands are integers (division then truncates). */
  js(args: readonly number[], integer: boolean): (a: number, b: number, c: number) => number;
}
