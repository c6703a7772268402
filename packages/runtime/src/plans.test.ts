import { recordedDevices } from '@roentgen/kernels';
import { expect, it } from 'vitest';
import { defaultShapes } from './declared.ts';
import { specialise } from './import.ts';
import { readModel } from './onnx/index.ts';
import { bytesAt, describeShared } from './onnx/testing/shared.ts';
import { allPasses, optimize, type PassName } from './passes/optimize.ts';
import { makePlan, type Plan } from './plan/plan.ts';
import { printPlan, summarise } from './plan/print.ts';

const { nvidia, lavapipe } = recordedDevices;

async function planned(
  file: URL,
  batch = 1,
  caps = nvidia,
  without: readonly PassName[] = [],
): Promise<Plan> {
  const model = await readModel(bytesAt(file));
  const types = [...defaultShapes(model)].map(([name, { type, assumed }]) => {
    const shape = type.shape.map((extent, axis) => (axis === 0 && assumed.includes(0) ? batch : extent));
    return [name, { ...type, shape }] as const;
  });
  const { graph } = specialise(model, new Map(types), () => undefined);
  return makePlan(optimize(graph, allPasses(caps, 'f32', without)), caps);
}

/** Dispatches of each network before convolutions are taken apart by Winograd's transforms, and how many of them only move data. */
const networks = [
  // 120 convolutions, 4 pools, the normalised mean over space with the classifier; on hardware three pools are taken as transitions load.
  ['densenet121', 125, 0, 122],
  // 40 convolutions of which 12 are in the gates, 4 pools, 4 gates; images are repeated within convolutions. On hardware five shortcuts are
  // computed beside other convolutions, and what is pooled is stored by those before.
  ['rau-net', 36, 0, 27],
  // 10 convolutions, of which one stores the sub-pixel image.
  ['sr-hw-x2', 10, 0],
  ['sr-hw-x4', 10, 0],
  // Sub-pixel along the depth is a transposition.
  ['sr-d-x2', 11, 1],
  ['sr-d-x4', 11, 1],
  ['meshnet', 10, 0],
] as const;

describeShared('models', 'plans of the project’s models', (folder) => {
  it.each(networks)(
    '%s: %i dispatches, of which %i copies',
    async (name, dispatches, copies, onHardware: number = dispatches) => {
      for (const caps of [nvidia, lavapipe]) {
        const { steps } = await planned(new URL(`${name}.onnx`, folder), 1, caps, ['winograd']);
        expect(steps).toHaveLength(caps === nvidia ? onHardware : dispatches);
        expect(steps.filter(({ kernel }) => kernel.name.startsWith('copy/'))).toHaveLength(copies);
      }
    },
  );

  it('densenet121 appends in place for batches, too', async () => {
    const { steps } = await planned(new URL('densenet121.onnx', folder), 3, nvidia, ['winograd']);
    expect(steps).toHaveLength(122);
  });

  it('rau-net upsamples within convolutions or transforms, and leaves four of 22 convolutions to other kernels', async () => {
    const { steps } = await planned(new URL('rau-net.onnx', folder), 1, lavapipe);
    const kernels = steps.map(({ kernel }) => kernel.name);
    const count = (name: string) => kernels.filter((each) => each === name).length;
    expect(count('resize/repeat')).toBe(0);
    expect(count('winograd/output')).toBe(count('winograd/input'));
    // Those of 3 or 32 channels at 256 x 256, and the last way up, where four kernels of 2 x 2 are as fast.
    expect([count('winograd/input'), count('conv/rows'), count('conv/blocked')]).toEqual([18, 3, 1]);
  });

  it('densenet121 holds a block in one buffer: few buffers, shared shaders', async () => {
    const { buffers, pipelines, activationBytes } = summarise(
      await planned(new URL('densenet121.onnx', folder)),
    );
    expect(buffers).toBeLessThanOrEqual(5);
    expect(pipelines).toBeLessThanOrEqual(20);
    // Block 1 ends in 256 x 56 x 56 floats; all else is no more than one such tensor beside it and the stem's.
    expect(activationBytes).toBeLessThan(3 * 256 * 56 * 56 * 4);
  });

  it('no step of any binds one buffer for reading and for writing', async () => {
    for (const [name] of networks) {
      const { steps } = await planned(new URL(`${name}.onnx`, folder));
      for (const { kernel, operands } of steps) {
        const of = (access: string) =>
          kernel.bindings.filter((b) => b.access === access).map((b) => operands[b.operand]?.buffer);
        const written = of('read_write');
        expect(of('read').filter((buffer) => written.includes(buffer))).toEqual([]);
      }
    }
  });

  it('sr-hw-x2, as it prints', async () => {
    const text = printPlan(await planned(new URL('sr-hw-x2.onnx', folder)));
    await expect(`${text}\n`).toMatchFileSnapshot('../snapshots/sr-hw-x2.plan');
  });
});
