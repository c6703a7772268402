import { basename } from 'node:path';
import { type DeviceCaps, RoentgenError, recordedDevices } from '@roentgen/kernels';
import {
  type OnnxModel,
  type OnnxValueInfo,
  type PassName,
  type Plan,
  type PlanSummary,
  printPlan,
  summarise,
} from '@roentgen/runtime';
import type { CommonOptions, Context } from '../context.ts';
import { adapterTitle, withDevice } from '../gpu.ts';
import { multiplyAdds, operators, parameters, weightBytes } from '../inspect/count.ts';
import { type PlannedInput, planFor, plannedInputs } from '../inspect/plan.ts';
import { reportOf } from '../io/failure.ts';
import { openModel } from '../model.ts';
import { command, named, type Registration, shape, withoutOption } from '../register.ts';
import { bytesText, grouped, shapeText } from '../text/numbers.ts';
import { facts } from '../text/table.ts';

interface InspectOptions extends CommonOptions {
  readonly shape?: ReadonlyMap<string, readonly number[]>;
  readonly plan?: boolean;
  readonly without?: readonly PassName[];
}

export const inspectCommand: Registration = (parent, perform) => {
  command(
    parent,
    'inspect <MODEL>',
    'inputs, outputs, ops, parameters, MACs, the plan (dispatches, buffers, peak bytes)',
  )
    .option('--shape <NAME=SIZES>', 'the shape of an input with open sizes, as 1,3,224,224', named(shape))
    .option('--plan', 'print every dispatch')
    .addOption(withoutOption())
    .action((path: string, options: InspectOptions) =>
      perform(options, (context) => inspect(context, path, options)),
    );
};

/** What is in a model file, whatever can be made of it. */
interface Contents {
  readonly file: string;
  readonly producer: string;
  readonly opsets: Readonly<Record<string, number>>;
  readonly inputs: readonly Described[];
  readonly outputs: readonly Described[];
  readonly operators: readonly { readonly op: string; readonly count: number }[];
  readonly parameters: number;
  readonly weightBytes: number;
}

interface Described {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly (number | string | null)[] | null;
}

/** How it would run. */
interface Layout {
  readonly device: string;
  /** The shapes planned for, by input. */
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  /** Axes whose sizes were assumed, by input; empty where nothing was. */
  readonly assumed: Readonly<Record<string, readonly number[]>>;
  readonly macs: number;
  readonly plan: PlanSummary & { readonly steps?: readonly object[] };
}

async function inspect(context: Context, path: string, options: InspectOptions): Promise<number> {
  context.progress.stage('reading the model');
  const { model } = await openModel(path);
  const contents = contentsOf(basename(path), model);
  const { caps, device } = await capsHere(context);
  try {
    const { layout, plan } = laidOut(model, options, caps, device);
    const listing = options.plan === true ? `\n${printPlan(plan)}\n` : '';
    await context.answer({ ...contents, ...layout }, contentsText(contents) + layoutText(layout) + listing);
    return 0;
  } catch (error) {
    // What the file holds is worth knowing all the more when it cannot run; bad arguments are another matter.
    if (!(error instanceof RoentgenError) || error.code === 'usage') throw error;
    const report = reportOf(error, context.signal);
    await context.answer({ ...contents, plan: null, ...report }, contentsText(contents));
    if (!context.json)
      context.note(`error: ${error.message}${error.hint === undefined ? '' : `\n  ${error.hint}`}`);
    return 1;
  }
}

/** The adapter at hand; where there is none, one that was recorded, which is said. */
async function capsHere(context: Context): Promise<{ readonly caps: DeviceCaps; readonly device: string }> {
  try {
    const quiet = { ...context, note: () => {} };
    return await withDevice(quiet, { trusted: false }, async (device) => ({
      caps: device.caps,
      device: adapterTitle(device),
    }));
  } catch (error) {
    if (!(error instanceof RoentgenError) || error.code !== 'device') throw error;
    context.note(`${error.message} Planning for Mesa lavapipe as it was recorded.`);
    return { caps: recordedDevices.lavapipe, device: 'lavapipe (recorded)' };
  }
}

function contentsOf(file: string, model: OnnxModel): Contents {
  const { graph } = model;
  const given = graph.inputs.filter(({ name }) => !graph.initializers.has(name));
  return {
    file,
    producer: `${model.producerName} ${model.producerVersion}`.trim(),
    opsets: Object.fromEntries([...model.opsets].map(([domain, version]) => [domain || 'ai.onnx', version])),
    inputs: given.map(described),
    outputs: graph.outputs.map(described),
    operators: operators(graph),
    parameters: parameters(model),
    weightBytes: weightBytes(model),
  };
}

function described({ name, type }: OnnxValueInfo): Described {
  return type.kind === 'tensor'
    ? { name, dtype: type.dtype ?? '?', shape: type.shape }
    : { name, dtype: type.kind, shape: null };
}

function laidOut(
  model: OnnxModel,
  options: InspectOptions,
  caps: DeviceCaps,
  device: string,
): { layout: Layout; plan: Plan } {
  const inputs = plannedInputs(model, options.shape ?? new Map());
  const { graph, plan } = planFor(model, inputs, caps, options.without);
  const by = <T>(pick: (input: PlannedInput) => T) =>
    Object.fromEntries([...inputs].map(([name, input]) => [name, pick(input)]));
  const steps = plan.steps.map(({ kernel, origin, result, type, cost }) => ({
    kernel: kernel.name,
    node: origin.node,
    op: origin.op,
    result,
    dtype: type.dtype,
    shape: type.shape,
    grid: kernel.grid,
    flops: cost.flops,
    bytes: cost.bytes,
  }));
  const layout = {
    device,
    shapes: by(({ type }) => type.shape),
    assumed: by(({ assumed }) => assumed),
    macs: multiplyAdds(graph),
    plan: { ...summarise(plan), ...(options.plan === true ? { steps } : {}) },
  };
  return { layout, plan };
}

function contentsText({
  file,
  producer,
  opsets,
  inputs,
  outputs,
  operators: ops,
  ...sizes
}: Contents): string {
  const line = (kind: string) => (value: Described) =>
    [
      kind,
      `${value.name}: ${value.dtype} ${value.shape === null ? 'of any shape' : shapeText(value.shape)}`,
    ] as const;
  return facts([
    ['file', file],
    ['producer', producer || 'not stated'],
    [
      'opsets',
      Object.entries(opsets)
        .map(([domain, version]) => `${domain} ${version}`)
        .join(', '),
    ],
    ...inputs.map(line('input')),
    ...outputs.map(line('output')),
    ['operators', ops.map(({ op, count }) => `${op} ${count}`).join(', ')],
    ['parameters', grouped(sizes.parameters)],
    ['weights', bytesText(sizes.weightBytes)],
  ]);
}

function layoutText({ device, shapes, assumed, macs, plan }: Layout): string {
  const planned = Object.entries(shapes).map(([name, sizes]) => {
    const guessed =
      assumed[name].length === 0
        ? ''
        : ` (axis ${assumed[name].join(', ')} assumed; --shape '${name}=...' says otherwise)`;
    return ['planned for', `${name}: ${shapeText(sizes)}${guessed}`] as const;
  });
  return facts([
    ...planned,
    ['device', device],
    ['MACs', `${(macs / 1e9).toFixed(3)} G`],
    ['dispatches', `${plan.dispatches} of ${plan.pipelines} shaders`],
    ['buffers', `${plan.buffers}, ${bytesText(plan.activationBytes)}`],
    ['constants', bytesText(plan.constantBytes)],
    ['peak', bytesText(plan.peakBytes)],
  ]);
}
