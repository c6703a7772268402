import { describe, expect, it } from 'vitest';
import { WgslReflect } from 'wgsl_reflect/wgsl_reflect.module.js';
import { withoutMatrixUnits } from './conv/matrix.ts';
import type { DeviceCaps, KernelDefinition, KernelFamily, KernelInstance } from './core/kernel.ts';
import { families } from './families.ts';
import { recordedDevices } from './recorded.ts';

// Holds every kernel to its declaration without a GPU: what the shader binds is what the instance says it binds, and the
// final text of every case on the recorded devices is kept under snapshots/, to be reviewed like source. wgsl_reflect does not know
// subgroup matrices; it reads those shaders with plain WGSL in their place.

/** Kernels that share a shader, as `gemm-64x64` does, are named. */
function addressOf(name: string, device: string, kernel: { name: string }): string {
  const variant = kernel.name.split('-').slice(1).join('-');
  return `${name} on ${device}${variant && ` as ${variant}`}`;
}

function* instances<A>(family: KernelFamily<A>, kernel: KernelDefinition<A>) {
  for (const [device, caps] of Object.entries(recordedDevices)) {
    for (const { name, problem } of family.cases) {
      if (kernel.rejects(problem, caps as DeviceCaps) === null)
        yield { address: addressOf(name, device, kernel), instance: kernel.instantiate(problem, caps) };
    }
  }
}

/**
 * Each distinct shader once, with the cases that give it: of its head, the lines that other cases of the kernel do not have; what they
 * all have, and the body, which never changes, stand once at the end.
 */
function digest(all: readonly { address: string; instance: KernelInstance }[]): string {
  const heads = new Map<string, string[]>();
  let body = '';
  for (const { address, instance } of all) {
    const [head, rest] = instance.source.text.split('// @body');
    heads.set(head, [...(heads.get(head) ?? []), address]);
    body = rest;
  }
  const lines = [...heads.keys()].map((head) => head.split('\n'));
  const common = lines[0].filter((line) => lines.every((each) => each.includes(line)));
  const sections = [...heads].map(([head, addresses]) => {
    const own = head.split('\n').filter((line) => !common.includes(line));
    return `// ${addresses.join('\n// ')}\n${own.join('\n')}`.trim();
  });
  return `${sections.join('\n\n')}\n\n// In every case:\n${common.join('\n').trim()}\n\n// @body${body}`;
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
      for (const { address, instance } of all) {
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
    const stemOf = ({ name }: { name: string }) => name.replace(/.*\//, '').replace(/-.*/, '');
    for (const stem of new Set(family.kernels.map(stemOf))) {
      const kernels = family.kernels.filter((kernel) => stemOf(kernel) === stem);
      const all = kernels.flatMap((kernel) => [...instances(family, kernel)]);
      await expect(digest(all)).toMatchFileSnapshot(`../snapshots/${family.name}/${stem}.wgsl`);
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
