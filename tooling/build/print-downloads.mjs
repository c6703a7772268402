/** Says what pages download, for `library` or for `systems` as the argument has it; fails where that is over a limit. */
import { reportLibrary, reportSystem, systemNames } from './downloads.mjs';

const reports =
  process.argv[2] === 'library' ? [reportLibrary] : systemNames.map((name) => () => reportSystem(name));
for (const report of reports) {
  const { line, over } = await report();
  console.log(line);
  if (over) process.exitCode = 1;
}
