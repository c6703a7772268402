import { describe, expect, it } from 'vitest';
import { WgslReflect } from 'wgsl_reflect/wgsl_reflect.module.js';
import { withoutMatrixUnits } from './conv/matrix.ts';
import type { DeviceCaps, KernelDefinition, KernelFamily, KernelInstance } from './core/kernel.ts';
import { families } from './families.ts';
import { recordedDevices } from './recorded.ts';
import { digest } from './testing/digest.ts';

// Holds every kernel to its declaration without a GPU: what the shader binds is what the instance says it binds, and the
// head of every case's shader on the recorded devices is kept under snapshots/, to be reviewed like source. wgsl_reflect does not know
// subgroup matrices; it reads those shaders with plain WGSL in their place.

interface Instance {
  readonly name: string;
  readonly device: string;
  readonly kernel: string;
  readonly instance: KernelInstance;
}

function* instances<A>(family: KernelFamily<A>, kernel: KernelDefinition<A>): Generator<Instance> {
  for (const [device, caps] of Object.entries(recordedDevices)) {
    for (const { name, problem } of family.cases) {
      if (kernel.rejects(problem, caps as DeviceCaps) === null)
        yield {
          name,
          device,
          kernel: kernel.name.replace(/.*\//, ''),
          instance: kernel.instantiate(problem, caps),
        };
    }
  }
}

function declared(instance: KernelInstance): string[] {
  const bindings = instance.bindings.map((b) => `${b.index} ${b.name} ${b.access}`);
  const tables = (instance.tables ?? []).map((t) => `${t.index} ${t.name} read`);
  return [...bindings, ...tables].sort();
}

function reflected(reflect: WgslReflect): string[] {
  return reflect.storage.map((v) => `${v.binding} ${v.name} ${v.access === '' ? 'read' : v.access}`).sort();
}

describe.each(Object.values(families) as KernelFamily<unknown>[])('$name', (family) => {
  for (const kernel of family.kernels) {
    it(`${kernel.name} binds what it declares`, () => {
      const all = [...instances(family, kernel)];
      expect(all.length, 'no case reaches this kernel').toBeGreaterThan(0);
      for (const { name, device, instance } of all) {
        const address = `${name} on ${device}`;
        const reflect = new WgslReflect(withoutMatrixUnits(instance.source).text);
        expect(reflected(reflect), address).toEqual(declared(instance));
        const [params] = reflect.uniforms;
        expect(params.binding, address).toBe(instance.params.index);
        const members = params.members!.map((m) => `${m.name}: ${m.type.name}`);
        expect(members, address).toEqual(instance.params.values.map(([name, type]) => `${name}: ${type}`));
      }
    });
  }

  it('gives the shaders in snapshots/', async () => {
    const timed = new Set(family.cases.filter(({ bench }) => bench).map(({ name }) => name));
    const byFile = new Map<string, Instance[]>();
    for (const each of family.kernels.flatMap((kernel) => [...instances(family, kernel)])) {
      const { file } = each.instance.source;
      byFile.set(file, [...(byFile.get(file) ?? []), each]);
    }
    for (const [file, all] of byFile) {
      // Shapes of the networks are there to be timed; all that a shader can say comes up in the small cases.
      const small = all.filter(({ name }) => !timed.has(name));
      const shown = (small.length > 0 ? small : all).map((each) => ({
        ...each,
        text: each.instance.source.text,
      }));
      await expect(digest(shown)).toMatchFileSnapshot(`../snapshots/${file.replace('.wgsl', '.txt')}`);
    }
  });

  it('computes an output for every case on every recorded device', () => {
    for (const caps of Object.values(recordedDevices)) {
      for (const { name, problem } of family.cases) {
        const refusals = family.kernels.map((kernel) => kernel.rejects(problem, caps));
        expect(refusals, name).toContain(null);
      }
    }
  });

  it('types its outputs as the cases say', () => {
    for (const { name, problem } of family.cases) {
      const types = family.outputs(problem.attributes, problem.inputs);
      expect(
        types.map((t) => `${t.dtype} [${t.shape}]`),
        name,
      ).toEqual(problem.outputs.map((t) => `${t.dtype} [${t.shape}]`));
    }
  });
});
