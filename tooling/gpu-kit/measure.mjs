/** What run.sh runs: every check and benchmark in turn, each in a process of its own, and a table of how they went. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'results' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    reference: { type: 'string' },
    // A machine whose driver is not found would spend hours on its processor, and say so only in the logs.
    adapter: { type: 'string', default: 'hardware' },
  },
});
const out = resolve(values.out);
mkdirSync(out, { recursive: true });

const models = join(here, 'models');
const quick = (/** @type {string[]} */ ...args) => (values.quick ? args : []);
const adapter = ['--adapter', values.adapter];

/** @param {string[]} args */
const roentgen = (...args) => [process.execPath, join(here, 'roentgen.js'), ...args, '--quiet', ...adapter];
/** @param {string} name */
const file = (name) => join(out, `${name}.json`);
/** @param {string} name @param {string[]} more */
const networks = (name, ...more) =>
  roentgen(
    'bench',
    '--models',
    models,
    '--json',
    file(name),
    ...quick('--rounds', '3', '--starts', '1', '--filter', 'sr-d-x2'),
    ...more,
  );

/**
 * Each writes NAME.json: itself, or by its standard output.
 * @type {readonly { name: string, command: readonly string[], minutes: number, when?: boolean, prints?: true }[]}
 */
const steps = [
  { name: 'doctor', command: roentgen('doctor', '--json'), minutes: 1, prints: true },
  {
    name: 'kernels-right',
    command: roentgen('check', '--json', ...quick('--filter', 'softmax/')),
    minutes: 20,
    prints: true,
  },
  {
    name: 'golden',
    command: roentgen('check', '--golden', models, '--json', ...quick('--filter', 'sr-d-x2')),
    minutes: 10,
    when: existsSync(join(models, 'golden')),
    prints: true,
  },
  {
    name: 'conformance',
    command: roentgen('conformance', join(here, 'conformance'), '--json'),
    minutes: 20,
    when: existsSync(join(here, 'conformance')),
    prints: true,
  },
  {
    name: 'bench-kernels',
    command: roentgen(
      'bench',
      '--suite',
      'kernels',
      '--every',
      '--json',
      file('bench-kernels'),
      ...quick('--rounds', '3', '--filter', 'softmax/'),
    ),
    minutes: 20,
  },
  {
    name: 'bench-models',
    command: networks(
      'bench-models',
      ...(existsSync(join(here, 'node_modules/onnxruntime-node')) ? ['--peers'] : []),
    ),
    minutes: 20,
  },
  {
    name: 'bench-models-f16',
    command: networks('bench-models-f16', '--dtype', 'f16'),
    minutes: 10,
    when: !values.quick,
  },
  {
    name: 'bench-models-batch',
    command: networks('bench-models-batch', '--batch', '8,32', '--filter', 'densenet'),
    minutes: 10,
    when: !values.quick,
  },
  {
    name: 'bench-models-tuned',
    command: networks('bench-models-tuned', '--tune-file', file('tuning')),
    minutes: 20,
  },
  {
    name: 'torch',
    command: [
      'python3',
      join(here, 'torch_bench.py'),
      '--models',
      models,
      ...(values.reference === undefined ? [] : ['--reference', resolve(values.reference)]),
      ...quick('--rounds', '3', '--filter', 'sr-d-x2'),
      file('torch'),
    ],
    minutes: 20,
  },
];

/** What was packed, and when. */
const kit = JSON.parse(readFileSync(join(here, 'kit.json'), 'utf8'));

/** What the driver says of itself, by its own tool; null where there is none. */
function nvidia() {
  const query = '--query-gpu=name,driver_version,memory.total,power.limit,clocks.max.sm,clocks.max.mem';
  try {
    return execFileSync('nvidia-smi', [query, '--format=csv'], { encoding: 'utf8' }).trim().split('\n');
  } catch {
    return null; // another vendor, or a container without the tool
  }
}

/**
 * The answer of a step that is over; undefined where it left none that can be read.
 * @param {string} name
 */
function answerOf(name) {
  try {
    return JSON.parse(readFileSync(file(name), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The last thing that a step said, which is why it ended as it did.
 * @param {string} name
 */
const lastWords = (name) =>
  readFileSync(join(out, `${name}.log`), 'utf8')
    .trim()
    .split('\n')
    .at(-1) ?? '';

/**
 * Runs a step; what it says goes to NAME.log, and what it answers to NAME.json. A program that is not on this machine leaves its step out.
 * @param {typeof steps[0]} step
 * @returns {Promise<{ name: string, status: number | string | null, seconds: number }>}
 */
function perform({ name, command, minutes, prints }) {
  const log = openSync(join(out, `${name}.log`), 'w');
  const answer = prints ? openSync(file(name), 'w') : log;
  const started = performance.now();
  const [program, ...args] = command;
  return new Promise((done) => {
    /** @param {number | string | null} status */
    const over = (status) => {
      for (const opened of new Set([log, answer])) closeSync(opened);
      done({ name, status, seconds: Math.round((performance.now() - started) / 100) / 10 });
    };
    const env = { ...process.env, ROENTGEN_COMMIT: kit.commit ?? '' };
    const child = spawn(program, args, { stdio: ['ignore', answer, log], timeout: minutes * 60_000, env });
    child.once('error', ({ message }) => {
      child.removeAllListeners();
      writeFileSync(log, `${program} is not on this machine (${message})\n`);
      over(3);
    });
    child.once('close', (code, signal) => over(code ?? `${signal} after ${minutes} min at most`));
  });
}

/** @param {readonly { status: number | string | null }[]} results */
function writeSummary(results) {
  const { adapter, node, platform } = answerOf('doctor') ?? {};
  const torch = answerOf('torch');
  const machine = { platform, processor: cpus()[0]?.model, cores: cpus().length, nvidia: nvidia() };
  const versions = { ...kit.versions, node, torch: torch?.torch ?? null };
  const date = new Date().toISOString();
  const summary = {
    date,
    quick: values.quick,
    commit: kit.commit,
    adapter,
    machine,
    versions,
    steps: results,
  };
  writeFileSync(file('summary'), `${JSON.stringify(summary, null, 2)}\n`);
}

/** @param {{ name: string, status: number | string | null }} result */
function verdictOf({ name, status }) {
  if (status === 0) return name === 'doctor' ? `done: ${answerOf('doctor')?.adapter.title}` : 'done';
  if (status === 3) return `LEFT OUT: ${lastWords(name)}`;
  return `FAILED (${status}): see ${name}.log`;
}

const wanted = values.only?.split(',');
const unknown = wanted?.filter((name) => steps.every((step) => step.name !== name)) ?? [];
if (unknown.length > 0) {
  console.error(
    `no step is called ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
const results = [];
for (const step of steps) {
  // The doctor is asked whatever is wanted: it says on what the rest was measured.
  if (step.when === false || (wanted && step.name !== 'doctor' && !wanted.includes(step.name))) continue;
  const result = await perform(step);
  results.push(result);
  console.log(`${step.name.padEnd(20)} ${result.seconds.toFixed(0).padStart(5)} s  ${verdictOf(result)}`);
  // Written after every step, so that a machine that is taken away leaves what it did.
  writeSummary(results);
  if (step.name === 'doctor' && result.status !== 0) {
    const said = answerOf('doctor')?.error ?? { message: lastWords('doctor') };
    console.error(
      `no '${values.adapter}' adapter here: ${[said.message, said.hint].filter(Boolean).join(' ')}`,
    );
    console.error(
      '--vulkan packs the Vulkan loader, which containers lack; --adapter auto measures what there is',
    );
    break;
  }
}
// At once: the time limit of a program that could not be started would keep this process until it is over.
process.exit(results.some(({ status }) => status !== 0 && status !== 3) ? 1 : 0);
