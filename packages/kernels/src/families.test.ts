import { describe, expect, it } from 'vitest';
import { WgslReflect } from 'wgsl_reflect/wgsl_reflect.module.js';
import { withoutMatrixUnits } from './conv/matrix.ts';
import type { DeviceCaps, KernelDefinition, KernelFamily, KernelInstance } from './core/kernel.ts';
import { families } from './families.ts';
import { recordedDevices } from './recorded.ts';

// Holds every kernel to its declaration without a GPU: what the shader binds is what the instance says it binds, and the
// head of every case's shader on the recorded devices is kept under snapshots/, to be reviewed like source. wgsl_reflect does not know
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

/** Lines that all of some heads have. */
function commonTo(heads: readonly string[]): string[] {
  const [first, ...others] = heads.map((head) => head.split('\n'));
  return first.filter((line) => line !== '' && others.every((each) => each.includes(line)));
}

function groupBy<T>(all: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Names of cases, each once, with the devices that it was seen on unless those are all there are. */
function namesOf(addresses: readonly string[]): string {
  const on = new Map<string, string[]>();
  for (const address of addresses) {
    const [name, device] = address.split(' on ');
    on.set(name, [...(on.get(name) ?? []), device]);
  }
  const everywhere = Object.keys(recordedDevices).join();
  const named = [...on].map(([name, devices]) =>
    devices.join() === everywhere ? name : `${name} on ${devices.join(', ')}`,
  );
  return named.join('; ');
}

/**
 * The heads of a kernel's shaders: what they all have; what those of one device have; then what is peculiar to some cases, the same text
 * once, wherever it comes up. Bodies and comments are the file's own in all, and not repeated.
 */
function digest(all: readonly { address: string; instance: KernelInstance }[]): string {
  const shaders = all.map(({ address, instance: { source } }) => {
    const head = source.text.slice(0, source.text.indexOf('// @body')).replace(/^\/\/.*\n/gm, '');
    return { address, device: address.split(' on ')[1].split(' as ')[0], head };
  });
  const ofDevice = groupBy(shaders, ({ device }) => device);
  const common = new Map(
    [...ofDevice].map(([device, own]) => [device, commonTo(own.map(({ head }) => head))]),
  );
  const everywhere = commonTo(shaders.map(({ head }) => head));
  const peculiar = groupBy(shaders, ({ device, head }) =>
    head
      .split('\n')
      .filter((line) => !common.get(device)!.includes(line))
      .join('\n'),
  );
  const devices = [...common].map(([device, lines]) => {
    const own = lines.filter((line) => !everywhere.includes(line));
    return `// On ${device}, in every case:\n${own.join('\n')}`.trim();
  });
  const sections = [...peculiar].map(([lines, own]) =>
    `// ${namesOf(own.map(({ address }) => address))}:\n${lines}`.trim(),
  );
  return `${[everywhere.join('\n'), ...devices, ...sections].join('\n\n')}\n`;
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
    const timed = new Set(family.cases.filter(({ bench }) => bench).map(({ name }) => name));
    const stemOf = ({ name }: { name: string }) => name.replace(/.*\//, '').replace(/-.*/, '');
    for (const stem of new Set(family.kernels.map(stemOf))) {
      const kernels = family.kernels.filter((kernel) => stemOf(kernel) === stem);
      const all = kernels.flatMap((kernel) => [...instances(family, kernel)]);
      // Shapes of the networks are there to be timed; all that a shader can say comes up in the small cases.
      const small = all.filter(({ address }) => !timed.has(address.split(' on ')[0]));
      await expect(digest(small.length > 0 ? small : all)).toMatchFileSnapshot(
        `../snapshots/${family.name}/${stem}.wgsl`,
      );
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
