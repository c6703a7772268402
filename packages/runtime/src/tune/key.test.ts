import { dense, families, type KernelFamily, type Problem, recordedDevices } from '@roentgen/kernels';
import { describe, expect, it } from 'vitest';
import { problemKey } from './key.ts';

const float32 = (shape: readonly number[]) => dense({ dtype: 'float32', shape });

function pooled(attributes: object, x = float32([1, 8, 4, 4]), y = float32([1, 8, 2, 2])): string {
  return problemKey('pool', { attributes, inputs: [x], outputs: [y] });
}

describe('problemKey', () => {
  it('reads as the problem does, operand by operand', () => {
    const problem: Problem<unknown> = {
      attributes: {
        pads: [1, 1],
        activation: [{ fn: 'clip', args: [-0, Number.POSITIVE_INFINITY] }],
        groups: 1,
      },
      inputs: [float32([1, 8, 64]), float32([8, 8, 3]), null],
      outputs: [float32([1, 8, 64])],
      constant: [false, true, false],
    };
    expect(problemKey('conv', problem)).toBe(
      'conv(float32[1,8,64], constant float32[8,8,3], -) -> float32[1,8,64] ' +
        '{activation:[{args:[-0,Infinity],fn:clip}],groups:1,pads:[1,1]}',
    );
  });

  it('does not depend on the order of attributes, nor on those that are undefined', () => {
    expect(pooled({ kind: 'max', p: 2 })).toBe(pooled({ p: 2, kind: 'max', more: undefined }));
    expect(pooled({ kind: 'max', p: 2 })).not.toBe(pooled({ kind: 'max', p: 3 }));
  });

  it('takes a view by what kernels can tell of it: its strides, and whether vec4s are aligned', () => {
    const x = float32([2, 8, 4, 4]);
    const wide = { ...x, strides: [256, 16, 4, 1] };
    const key = (tensor: typeof x) => pooled({}, tensor);
    expect(key(wide)).toContain('float32[2,8,4,4] by 256,16,4,1)');
    expect(key({ ...wide, offset: 64 })).toBe(key(wide));
    expect(key({ ...wide, offset: 66 })).toBe(key({ ...wide, offset: 2 }));
    expect(key({ ...wide, offset: 2 })).not.toBe(key(wide));
  });

  it('takes a lone item of a wider tensor for a dense one', () => {
    const x = float32([1, 8, 4, 4]);
    expect(pooled({}, { ...x, strides: [4096, 16, 4, 1] })).toBe(pooled({}, x));
  });

  it('is shared only by problems that the same kernels take at the same cost', () => {
    let shared = 0;
    for (const family of Object.values(families) as KernelFamily<unknown>[]) {
      const seen = new Map<string, string>();
      for (const { name, problem } of family.cases) {
        const facts = Object.values(recordedDevices).map((caps) =>
          family.kernels.map((kernel) =>
            kernel.rejects(problem, caps) === null ? kernel.cost(problem, caps) : kernel.name,
          ),
        );
        const key = problemKey(family.name, problem);
        if (seen.has(key)) shared++;
        expect(seen.get(key) ?? JSON.stringify(facts), `${family.name}/${name}`).toBe(JSON.stringify(facts));
        seen.set(key, JSON.stringify(facts));
      }
    }
    // The cases hold few twins: what is asked for twice would be tested twice.
    expect(shared).toBeLessThan(20);
  });
});
