import { type BenchRow, type LeftOut, modelRows, type Peaks } from '@roentgen/bench';
import {
  benchInChrome,
  type ChromeEffort,
  type ChromePeer,
  chromeAdapter,
  chromePeers,
  type PageProgress,
  type WantedAdapter,
} from '@roentgen/bench/node';
import { RoentgenError } from '@roentgen/kernels';
import type { Context } from '../context.ts';
import { shapeText } from '../text/numbers.ts';
import { type Chosen, type Measured, modelBudget, modelsOf, ROUNDS, type Wanted } from './suites.ts';

/** Longest time of a peer to its first answer, and for each later run, in milliseconds. */
const LIMITS = { load: 240_000, run: 300_000 } as const;

/** Times whole networks in a headless Chrome. `accept` may refuse the adapter before more is spent on it. */
export async function chromeSuite(
  context: Context,
  wanted: Wanted,
  accept: (adapter: string) => void,
): Promise<Measured & { readonly adapter: string; readonly chrome: string }> {
  const peers = peersInChrome(wanted.peers);
  const { models, leftOut } = await modelsOf(wanted);
  for (const { name, reason } of leftOut) context.note(`${name} is left out: ${reason}`);
  context.progress.stage('measuring the adapter of Chrome');
  const { signal } = context;
  const found = await chromeAdapter(adapterOf(context), { limits: LIMITS, signal });
  const { name: adapter, chrome, peaks, gpu } = found;
  accept(adapter);
  const rows: BenchRow[] = [];
  for (const chosen of models) {
    const timed = await timeModel(context, wanted, chosen, { gpu, peers, peaks });
    rows.push(...timed.rows);
    leftOut.push(...timed.leftOut);
  }
  return { adapter, chrome, suite: 'models', rows, wrong: [], peaks, leftOut, profiles: [] };
}

async function timeModel(
  { signal, progress, note }: Context,
  wanted: Wanted,
  { model, sizes }: Chosen,
  { gpu, peers, peaks }: Pick<ChromeEffort, 'gpu' | 'peers'> & { readonly peaks: Peaks },
): Promise<{ rows: BenchRow[]; leftOut: LeftOut[] }> {
  const { dtype, rounds = ROUNDS, without = [] } = wanted;
  const { name } = model;
  const title = `${name} ${shapeText(model.inputs[0].shape)}`;
  const { timings, refusals } = await benchInChrome(model.path ?? name, {
    ...{ gpu, dtype, rounds, without, sizes, peers, signal },
    budget: modelBudget(wanted),
    limits: LIMITS,
    onProgress: (step) => progress.stage(describe(title, step)),
  });
  for (const { peer, reason } of refusals) note(`${peer} does not run ${name}: ${reason}`);
  return {
    rows: modelRows(model, dtype, timings, peaks),
    leftOut: refusals.map((refusal) => ({ name, ...refusal })),
  };
}

function describe(title: string, { peer, stage }: PageProgress): string {
  return stage === 'load' ? `loading ${title}: ${peer}` : `timing ${title}: ${peer}`;
}

/** The adapter that `--adapter` asks for, in Chrome's terms. */
function adapterOf({ adapter = 'auto' }: Context): WantedAdapter {
  if (adapter !== 'lavapipe') return adapter;
  throw new RoentgenError('usage', 'Chrome computes on a GPU or on SwiftShader, not on lavapipe', {
    hint: 'leave --chrome away for lavapipe',
  });
}

/** The peers that `--peers [NAMES]` asks for: none, all, or those named, with commas between. */
function peersInChrome(wanted: boolean | string | undefined): readonly ChromePeer[] {
  if (wanted === undefined || wanted === false) return [];
  if (wanted === true) return chromePeers;
  const names = wanted.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(chromePeers as readonly string[]).includes(name));
  if (unknown.length === 0) return chromePeers.filter((peer) => names.includes(peer));
  throw new RoentgenError('usage', `no peer in Chrome is called ${unknown.join(', ')}`, {
    hint: `there are ${chromePeers.join(', ')}`,
  });
}
