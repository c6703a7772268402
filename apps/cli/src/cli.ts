import { type CommonOptions, perform, type SignalSink } from './context.ts';
import { exitCodeOf, failureText, reportOf } from './io/failure.ts';
import { emit } from './io/streams.ts';
import { CommanderError, program, usageError } from './program.ts';

/** Runs the command that `args` name; returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const sink: SignalSink = {};
  let code = 0;
  try {
    const root = program(async (options: CommonOptions, action) => {
      code = await perform(options, action, sink);
    });
    await root.parseAsync(args, { from: 'user' });
    return code;
  } catch (thrown) {
    const error = thrown instanceof CommanderError ? usageError(thrown) : thrown;
    if (error === undefined) return 0;
    return fail(error, args, sink);
  }
}

/** The report goes to stdout as JSON where the caller wants JSON, else to stderr. */
async function fail(error: unknown, args: readonly string[], sink: SignalSink): Promise<number> {
  const report = reportOf(error, sink.signal);
  if (process.env.ROENTGEN_DEBUG !== undefined && error instanceof Error)
    await emit(process.stderr, `${error.stack}\n`);
  if (wantsJson(args)) await emit(process.stdout, `${JSON.stringify(report, null, 2)}\n`);
  else await emit(process.stderr, failureText(report));
  return exitCodeOf(report);
}

/** Known even where the arguments as a whole are not understood. */
function wantsJson(args: readonly string[]): boolean {
  const at = args.indexOf('--json');
  if (at < 0) return false;
  // `bench --json FILE` writes a file; its messages are for people.
  return args[0] !== 'bench' || args[at + 1] === undefined || args[at + 1].startsWith('-');
}
