import type { MapFunction } from './function.ts';
import { type Num, special } from './literal.ts';

type Js = (a: number, b: number) => number;

function value(wgsl: (a: string, b: string, type: Num) => string, js: Js, integers: Js = js): MapFunction {
  return {
    arity: 2,
    wgsl: ([a, b], _, type) => wgsl(a!, b!, type),
    js: (_, integer) => (integer ? integers : js),
  };
}

function test(wgsl: (a: string, b: string) => string, js: (a: number, b: number) => boolean): MapFunction {
  return {
    arity: 2,
    result: 'truth',
    wgsl: ([a, b]) => `select(0i, 1i, ${wgsl(a!, b!)})`,
    js: () => (a, b) => (js(a, b) ? 1 : 0),
  };
}

const nanTest = (v: string) => `((bitcast<u32>(${v}) & 0x7fffffffu) > 0x7f800000u)`;
const nan = (near: string) => special('0x7fc00000u', near);

/** min and max give NaN when either operand is one, which WGSL's need not. */
const propagating = (name: 'min' | 'max') =>
  value(
    (a, b, type) => {
      const plain = `${name}(${a}, ${b})`;
      return type === 'f32' ? `select(${plain}, ${nan(a)}, ${nanTest(a)} || ${nanTest(b)})` : plain;
    },
    name === 'min' ? (a, b) => Math.min(a, b) : (a, b) => Math.max(a, b),
  );

/** The remainder with the sign of the divisor, as Python's %; by zero it is 0 for integers, as in WGSL. */
function floorMod(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

function powWgsl(a: string, b: string): string {
  const size = `pow(abs(${a}), ${b})`;
  const odd = `fract(${b} * 0.5) != 0.0`;
  const negative = `select(select(${size}, -${size}, ${odd}), ${nan(a)}, floor(${b}) != ${b})`;
  const any = `select(${size}, ${negative}, ${a} < 0.0)`;
  // pow goes through logarithms: squares are exact without, and 0^0 is 1.
  return `select(select(${any}, ${a} * ${a}, ${b} == 2.0), 1.0, ${b} == 0.0)`;
}

const arithmetic: Record<string, MapFunction> = {
  add: value(
    (a, b) => `${a} + ${b}`,
    (a, b) => a + b,
  ),
  sub: value(
    (a, b) => `${a} - ${b}`,
    (a, b) => a - b,
  ),
  mul: value(
    (a, b) => `${a} * ${b}`,
    (a, b) => a * b,
  ),
  // Integers truncate; x / 0 is x, as in WGSL (ONNX leaves it undefined).
  div: value(
    (a, b) => `${a} / ${b}`,
    (a, b) => a / b,
    (a, b) => (b === 0 ? a : Math.trunc(a / b)),
  ),
  // `powI32` and `powU32` are functions of the map shaders: integer powers need a loop.
  pow: value(
    (a, b, type) => (type === 'f32' ? powWgsl(a, b) : `${type === 'i32' ? 'powI32' : 'powU32'}(${a}, ${b})`),
    (a, b) => a ** b,
    (a, b) => Math.trunc(a ** b),
  ),
  min: propagating('min'),
  max: propagating('max'),
  mod: value(
    (a, b, type) => {
      if (type === 'f32') return `${a} - ${b} * floor(${a} / ${b})`;
      return type === 'u32' ? `${a} % ${b}` : `((${a} % ${b}) + ${b}) % ${b}`;
    },
    floorMod,
    (a, b) => (b === 0 ? 0 : floorMod(a, b)),
  ),
  fmod: value(
    (a, b) => `${a} % ${b}`,
    (a, b) => a % b,
    (a, b) => (b === 0 ? 0 : a % b),
  ),
  prelu: value(
    (a, b, type) => `select(${b} * ${a}, ${a}, ${a} >= ${type}(0))`,
    (a, b) => (a >= 0 ? a : a * b),
  ),
};

const tests: Record<string, MapFunction> = {
  equal: test(
    (a, b) => `${a} == ${b}`,
    (a, b) => a === b,
  ),
  greater: test(
    (a, b) => `${a} > ${b}`,
    (a, b) => a > b,
  ),
  greaterOrEqual: test(
    (a, b) => `${a} >= ${b}`,
    (a, b) => a >= b,
  ),
  less: test(
    (a, b) => `${a} < ${b}`,
    (a, b) => a < b,
  ),
  lessOrEqual: test(
    (a, b) => `${a} <= ${b}`,
    (a, b) => a <= b,
  ),
  and: test(
    (a, b) => `${a} != 0 && ${b} != 0`,
    (a, b) => a !== 0 && b !== 0,
  ),
  or: test(
    (a, b) => `${a} != 0 || ${b} != 0`,
    (a, b) => a !== 0 || b !== 0,
  ),
  xor: test(
    (a, b) => `(${a} != 0) != (${b} != 0)`,
    (a, b) => (a !== 0) !== (b !== 0),
  ),
};

/** Bit operations on numbers past 32 bits too, which the host folds: JavaScript's own would cut them. */
const wide = (op: (a: bigint, b: bigint) => bigint) => (a: number, b: number) =>
  Number(BigInt.asIntN(64, op(BigInt(a), BigInt(b))));

const bitwise: Record<string, MapFunction> = {
  bitwiseAnd: value(
    (a, b) => `${a} & ${b}`,
    wide((a, b) => a & b),
  ),
  bitwiseOr: value(
    (a, b) => `${a} | ${b}`,
    wide((a, b) => a | b),
  ),
  bitwiseXor: value(
    (a, b) => `${a} ^ ${b}`,
    wide((a, b) => a ^ b),
  ),
  // Shifts past the word give 0 (WGSL counts modulo 32).
  shiftLeft: value(
    (a, b, type) => `select(${type}(0), ${a} << (u32(${b}) & 31u), u32(${b}) < 32u)`,
    (a, b) => a * 2 ** b,
  ),
  shiftRight: value(
    (a, b, type) => `select(${type}(0), ${a} >> (u32(${b}) & 31u), u32(${b}) < 32u)`,
    (a, b) => Math.floor(a / 2 ** b),
  ),
};

function integersOnly(table: Record<string, MapFunction>): Record<string, MapFunction> {
  return Object.fromEntries(
    Object.entries(table).map(([name, each]) => [name, { ...each, integersOnly: true as const }]),
  );
}

/** Functions of two operands of one type. */
export const binary: Readonly<Record<string, MapFunction>> = {
  ...arithmetic,
  ...tests,
  ...integersOnly(bitwise),
};
