import { expect, it } from 'vitest';
import { recordedDevices } from '../recorded.ts';
import { convFamily } from './conv.ts';

const problemOf = (name: string) => convFamily.cases.find((each) => each.name === name)!.problem;

it.each(convFamily.kernels.map((kernel) => [kernel.name, kernel] as const))(
  '%s moves less by the result that is not stored beside its maxima, and computes as much',
  (_, kernel) => {
    for (const caps of Object.values(recordedDevices)) {
      const [beside, instead] = ['pooled', 'pooled-instead'].map(problemOf);
      expect(kernel.rejects(instead, caps)).toBe(kernel.rejects(beside, caps));
      if (kernel.rejects(beside, caps) !== null) continue;
      const [more, less] = [beside, instead].map((problem) => kernel.cost(problem, caps));
      // 2 x 36 x 8 x 16 elements of f32.
      expect(more.bytes - less.bytes).toBe(4 * 2 * 36 * 8 * 16);
      expect({ ...less, bytes: more.bytes }).toEqual(more);
      const { bindings } = kernel.instantiate(instead, caps);
      expect(bindings.filter(({ access }) => access === 'read_write')).toEqual([
        expect.objectContaining({ name: 'pooled', operand: instead.inputs.length }),
      ]);
    }
  },
);
