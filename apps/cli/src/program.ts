import { RoentgenError } from '@roentgen/kernels';
import { Command, CommanderError } from 'commander';
import { benchCommand } from './commands/bench.ts';
import { checkCommand } from './commands/check.ts';
import { classifyCommand } from './commands/classify.ts';
import { conformanceCommand, workerCommand } from './commands/conformance.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { inspectCommand } from './commands/inspect.ts';
import { largeCaseCommand } from './commands/large-case.ts';
import { runCommand } from './commands/run.ts';
import { segmentCommand } from './commands/segment.ts';
import { upscaleCommand } from './commands/upscale.ts';
import type { Runner } from './register.ts';

const ABOUT = `Medical-imaging networks on WebGPU. Research only, not a medical device.

Answers go to stdout (JSON with --json), messages to stderr.
Exit code: 0, 1 where something failed, 2 where the command was not understood.`;

/** The command line as commander knows it; `perform` is what runs a command once it is understood. */
export function program(perform: Runner): Command {
  const root = new Command('roentgen')
    .description(ABOUT)
    .version('0.1.0', '--version', 'print the version')
    .helpCommand(false)
    .helpOption('-h, --help', 'print this help');
  const commands = [
    doctorCommand,
    inspectCommand,
    runCommand,
    checkCommand,
    conformanceCommand,
    classifyCommand,
    upscaleCommand,
    segmentCommand,
    evaluateCommand,
    benchCommand,
    workerCommand,
    largeCaseCommand,
  ];
  for (const add of commands) add(root, perform);
  quieten(root);
  return root;
}

/** Commander's own errors come back as ours, and it neither prints them nor ends the process. */
function quieten(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => {}, outputError: () => {} });
  for (const inner of command.commands) quieten(inner);
}

/** What commander found wrong with the arguments, as our usage error; undefined where it only printed help. */
export function usageError(error: CommanderError): RoentgenError | undefined {
  if (error.exitCode === 0) return undefined;
  if (error.code === 'commander.help') {
    return new RoentgenError('usage', 'no command was given', { hint: 'roentgen --help lists the commands' });
  }
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = rest.join(' ').replace(/[()]/g, '').trim();
  const hint = suggestion === '' ? 'roentgen --help lists the commands and options' : suggestion;
  return new RoentgenError('usage', first, { hint, cause: error });
}

export { CommanderError };
