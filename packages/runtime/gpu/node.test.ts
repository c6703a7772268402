import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { nodeGpu } from '../src/device/node.ts';

const shader = `@group(0) @binding(0) var<storage, read_write> data: array<u32>;
@compute @workgroup_size(4) fn main(@builtin(global_invocation_id) id: vec3u) { data[id.x] = id.x * id.x + 3u; }`;

async function squares(device: GPUDevice): Promise<number[]> {
  const data = device.createBuffer({ size: 16, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const copy = device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const module = device.createShaderModule({ code: shader });
  const pipeline = await device.createComputePipelineAsync({ layout: 'auto', compute: { module } });
  const layout = pipeline.getBindGroupLayout(0);
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({ layout, entries: [{ binding: 0, resource: { buffer: data } }] }),
  );
  pass.dispatchWorkgroups(1);
  pass.end();
  encoder.copyBufferToBuffer(data, 0, copy, 0, 16);
  device.queue.submit([encoder.finish()]);
  await copy.mapAsync(GPUMapMode.READ);
  const values = [...new Uint32Array(copy.getMappedRange())];
  device.destroy();
  return values;
}

describe('nodeGpu', () => {
  for (const trusted of [false, true]) {
    it(`computes on whatever adapter there is, ${trusted ? 'without' : 'with'} validation`, async () => {
      using found = await nodeGpu({ trusted });
      const adapter = await found.gpu.requestAdapter();
      expect(await squares(await adapter!.requestDevice())).toEqual([3, 4, 7, 12]);
    });
  }

  it('says in one line that an adapter is a software one, and only then', async () => {
    const lines: string[] = [];
    using found = await nodeGpu({ log: (line) => lines.push(line) });
    expect(lines).toHaveLength(found.software ? 1 : 0);
    expect(found.info.isFallbackAdapter).toBe(found.software);
  });

  it('leaves the loader’s variables as they were', async () => {
    const before = [process.env.VK_DRIVER_FILES, process.env.VK_ICD_FILENAMES];
    await nodeGpu({ adapter: 'swiftshader' }).then(
      (found) => found.release(),
      () => undefined,
    );
    expect([process.env.VK_DRIVER_FILES, process.env.VK_ICD_FILENAMES]).toEqual(before);
  });

  it('refuses an adapter it has not heard of', async () => {
    await expect(nodeGpu({ adapter: 'voodoo' as 'auto' })).rejects.toMatchObject({
      code: 'usage',
      hint: expect.stringContaining('lavapipe'),
    });
  });
});

describe('a device whose GPU nobody holds', () => {
  it('still works after garbage has been collected', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const open = async () => (await (await nodeGpu()).gpu.requestAdapter())!.requestDevice();
    const device = await open();
    for (let round = 0; round < 5; round++) {
      collect();
      await new Promise((resume) => setTimeout(resume, 20));
    }
    expect(await squares(device)).toEqual([3, 4, 7, 12]);
  });
});
