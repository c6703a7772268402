import { families, sizeOf, hostArray, extentOf, storageOf } from '@roentgen/kernels';
import { encodeParams } from '@roentgen/runtime';
import { afterAll, beforeAll, it } from 'vitest';
import { drawInputs } from '../src/index.ts';
import { openTestDevice } from './device.ts';
let device: any, release: any;
beforeAll(async () => ({ device, release } = await openTestDevice()));
afterAll(() => release?.());
const only = (process.env.K2 ?? '').split(',');
for (const name of only) for (const kernel of (families as any)[name].kernels) for (const c of (families as any)[name].cases.filter((c: any) => c.bench)) {
  it(`${kernel.name} ${c.name}`, async ({ skip }) => {
    if (kernel.rejects(c.problem, device.caps) !== null) return skip();
    const caps = process.env.HARD ? { ...device.caps, software: false } : device.caps;
    const k = kernel.instantiate(c.problem, caps);
    if (process.env.TILE && /blocked/.test(k.name)) { /* */ }
    const gpu = device.gpu; const ops = [...c.problem.inputs, ...c.problem.outputs];
    const mk = (data: any) => { const b = gpu.createBuffer({ size: Math.max(16, Math.ceil(data.byteLength / 4) * 4), usage: 0x80 | 0x8 | 0x4 | 0x40 }); gpu.queue.writeBuffer(b, 0, data); return b; };
    const ins = drawInputs(c);
    const bufs = ops.map((t: any, i: number) => { if (!t) return null; const p = k.packings?.find((p: any) => p.operand === i); if (p) return mk(p.pack(ins[i])); return mk(ins[i] && t.dtype === 'float32' ? (ins[i] as any) : new Float32Array(extentOf(t))); });
    const entries = k.bindings.map((b: any) => ({ binding: b.index, resource: { buffer: bufs[b.operand] } }));
    for (const t of k.tables ?? []) entries.push({ binding: t.index, resource: { buffer: mk(t.data) } });
    const params = encodeParams(k.params.values);
    const ub = gpu.createBuffer({ size: params.byteLength, usage: 0x40 | 0x8 }); gpu.queue.writeBuffer(ub, 0, params);
    entries.push({ binding: k.params.index, resource: { buffer: ub } });
    const compiled = await device.compile(k);
    const group = gpu.createBindGroup({ layout: compiled.layout, entries });
    const times: number[] = [];
    for (let round = 0; round < 6; round++) {
      const reps = 4; const e = gpu.createCommandEncoder();
      for (let i = 0; i < reps; i++) { const p = e.beginComputePass(); p.setPipeline(compiled.pipeline); p.setBindGroup(0, group); p.dispatchWorkgroups(...k.grid); p.end(); }
      const t0 = performance.now(); gpu.queue.submit([e.finish()]); await gpu.queue.onSubmittedWorkDone(); times.push((performance.now() - t0) / reps);
    }
    const best = Math.min(...times); const cost = kernel.cost(c.problem, device.caps);
    console.log(`T ${k.name} ${c.name}: ${best.toFixed(3)} ms  ${(cost.flops / best / 1e6).toFixed(2)} GFLOP/s ${(cost.bytes / best / 1e6).toFixed(2)} GB/s`);
  });
}
