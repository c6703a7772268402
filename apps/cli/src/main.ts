import { main } from './cli.ts';
import { exitCodeOf, failureText, fileError, reportOf } from './io/failure.ts';
import { watchStreams } from './io/streams.ts';

watchStreams(process.stdout, process.stderr, (cause) => {
  const report = reportOf(fileError('standard output', cause));
  process.stderr.write(failureText(report));
  // Answers are written last: nothing is under way that would want to be cleaned up.
  process.exit(exitCodeOf(report));
});
process.exitCode = await main(process.argv.slice(2));
