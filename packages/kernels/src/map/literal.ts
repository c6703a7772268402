/** The type that WGSL computes a function in. */
export type Num = 'f32' | 'i32' | 'u32';

const largest = 3.4028235677973366e38;

/**
 * A number as a WGSL expression of type `type`, with every digit that f32 can use. WGSL has no literal for
 * infinity or NaN and compilers may fold what they can see, so these are made from the bits of `near`, an
 * expression of that type that is only known when the shader runs.
 */
export function literal(value: number, type: Num, near: string): string {
  if (type !== 'f32') return `${type}(${Math.trunc(value)})`;
  if (Number.isNaN(value)) return special('0x7fc00000u', near);
  if (value >= largest) return special('0x7f800000u', near);
  if (value <= -largest) return special('0xff800000u', near);
  const digits = `${String(value)}f`;
  return value < 0 || Object.is(value, -0) ? `(${Object.is(value, -0) ? '-0f' : digits})` : digits;
}

/** Not a number, or an infinity, as an expression that no compiler can fold. */
export function special(bits: string, near: string): string {
  return `bitcast<f32>((bitcast<u32>(${near}) & 0u) | ${bits})`;
}
