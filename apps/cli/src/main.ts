import { main } from './cli.ts';
import { forgiveBrokenPipes } from './io/streams.ts';

forgiveBrokenPipes(process.stdout, process.stderr);
process.exitCode = await main(process.argv.slice(2));
