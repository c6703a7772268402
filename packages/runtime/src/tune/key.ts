import { denseStrides, type Problem, type Tensor } from '@roentgen/kernels';

/** Values of attributes as text that does not depend on the order of an object's keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => `${name}:${canonical(part)}`)
      .join(',')}}`;
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

/**
 * Type, shape and place: strides where they are not those of a dense tensor (an axis of one element has none that matter), and the
 * offset as far as kernels ask about it, which is whether four elements lie in one aligned vec4.
 */
function placed({ dtype, shape, strides, offset }: Tensor): string {
  const step = (of: readonly number[]) => shape.map((extent, axis) => (extent === 1 ? 0 : of[axis]));
  const apart = step(strides).join() !== step(denseStrides(shape)).join();
  const start = offset % 4;
  return `${dtype}[${shape}]${apart ? ` by ${step(strides)}` : ''}${start === 0 ? '' : ` from ${start}`}`;
}

/**
 * The name of a problem in tables of kernels: equal for problems that any kernel solves in the same way, readable, and the same in every
 * session. For a 3 x 3 convolution: `conv(float32[1,8,64,64], constant float32[8,8,3,3], -, ...) -> float32[1,8,64,64] {activation:[],...}`.
 */
export function problemKey(
  family: string,
  { attributes, inputs, outputs, constant }: Problem<unknown>,
): string {
  const operands = inputs.map((tensor, index) =>
    tensor === null ? '-' : `${constant?.[index] ? 'constant ' : ''}${placed(tensor)}`,
  );
  return `${family}(${operands.join(', ')}) -> ${outputs.map(placed).join(', ')} ${canonical(attributes)}`;
}
