import { peerNames } from '@roentgen/bench/node';
import { RoentgenError } from '@roentgen/kernels';
import type { Device } from '@roentgen/runtime';
import type { Context } from '../context.ts';
import { adapterTitle, withDevice } from '../gpu.ts';
import { type FailureReport, reportOf } from '../io/failure.ts';
import { command, type Registration } from '../register.ts';
import { bytesText } from '../text/numbers.ts';
import { facts } from '../text/table.ts';

/** Something that is not there, what that means, and how to get it. */
interface Missing {
  readonly what: string;
  readonly consequence: string;
  readonly remedy: string;
}

interface Diagnosis {
  readonly node: string;
  readonly platform: string;
  readonly adapter: Readonly<Record<string, string | boolean>> | null;
  readonly features: readonly string[];
  readonly limits: Readonly<Record<string, number>>;
  readonly missing: readonly Missing[];
  /** Why there is no adapter, where there is none. */
  readonly error?: FailureReport['error'];
}

const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxUniformBufferBindingSize',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBuffersPerShaderStage',
] as const;

const FEATURES: Readonly<Record<string, string>> = {
  'shader-f16': 'half precision is that of weights alone: activations take twice the memory',
  subgroups: 'kernels that pass values between lanes are not used',
  'timestamp-query': 'run --profile and bench time on the host instead of the GPU',
};

/** What the largest of our networks needs in one binding: an image of 512 x 512 with 64 channels. */
const BINDING_WANTED = 2 ** 26;

export const doctorCommand: Registration = (parent, perform) => {
  command(parent, 'doctor', 'adapter, features, limits, what is missing and how to get it').action(
    (options) => perform(options, doctor),
  );
};

async function doctor(context: Context): Promise<number> {
  const diagnosis = await examine(context);
  await context.answer(diagnosis, text(diagnosis));
  return diagnosis.adapter === null ? 1 : 0;
}

async function examine(context: Context): Promise<Diagnosis> {
  const host = { node: process.version, platform: `${process.platform}-${process.arch}` };
  try {
    const quiet = { ...context, note: () => {} }; // the table says what the one line would
    return { ...host, ...(await withDevice(quiet, { trusted: false }, async (device) => described(device))) };
  } catch (error) {
    if (!(error instanceof RoentgenError) || error.code !== 'device') throw error;
    const none = { what: 'a GPU', consequence: error.message, remedy: error.hint ?? '' };
    const missing = [none, ...missingPeers()];
    return { ...host, adapter: null, features: [], limits: {}, missing, ...reportOf(error) };
  }
}

function described(device: Device): Pick<Diagnosis, 'adapter' | 'features' | 'limits' | 'missing'> {
  const { vendor, architecture, description } = device.info;
  const { software } = device.caps;
  const limits = Object.fromEntries(LIMITS.map((name) => [name, device.gpu.limits[name]]));
  const features = [...device.gpu.features].filter((name) => name in FEATURES);
  const missing = [...missingHardware(software), ...missingFeatures(features), ...missingPeers()];
  if (limits.maxStorageBufferBindingSize < BINDING_WANTED) {
    const has = bytesText(limits.maxStorageBufferBindingSize);
    const consequence = `large images do not fit: one tensor may take ${has}`;
    missing.push({ what: 'memory', consequence, remedy: 'use smaller images or tiles' });
  }
  return {
    adapter: {
      title: adapterTitle(device),
      vendor,
      architecture,
      device: device.info.device,
      description,
      software,
    },
    features,
    limits,
    missing,
  };
}

function missingHardware(software: boolean): Missing[] {
  if (!software) return [];
  const consequence = 'the CPU computes: the answers are right, and slow; times say nothing about a GPU';
  return [
    {
      what: 'a hardware GPU',
      consequence,
      remedy: "install the GPU's Vulkan driver; --adapter hardware insists on it",
    },
  ];
}

function missingFeatures(present: readonly string[]): Missing[] {
  return Object.entries(FEATURES)
    .filter(([name]) => !present.includes(name))
    .map(([what, consequence]) => ({
      what,
      consequence,
      remedy: 'nothing to do: this adapter or its driver lacks it',
    }));
}

function missingPeers(): Missing[] {
  return peerNames()
    .filter(({ present }) => !present)
    .map(({ name, remedy }) => ({ what: name, consequence: 'bench --peers cannot compare with it', remedy }));
}

function text({ node, platform, adapter, features, limits, missing }: Diagnosis): string {
  const kind = adapter?.software === true ? ' (software)' : '';
  const named = adapter === null ? 'none' : `${adapter.title}${kind}`;
  const limitFacts = Object.entries(limits).map(([name, value]) => {
    const inBytes = name.endsWith('Size') || name === 'maxBufferSize';
    return [`  ${name}`, inBytes ? bytesText(value) : String(value)] as const;
  });
  const lines = missing.map(({ what, consequence, remedy }) => `  ${what}: ${consequence}\n    ${remedy}\n`);
  return (
    facts([
      ['node', `${node} on ${platform}`],
      ['adapter', named],
      ['features', features.join(', ') || 'none'],
    ]) +
    (limitFacts.length === 0 ? '' : `limits\n${facts(limitFacts)}`) +
    (lines.length === 0 ? 'nothing is missing\n' : `missing\n${lines.join('')}`)
  );
}
