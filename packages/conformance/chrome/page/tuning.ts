import { type RankReport, type RoentgenError, Session } from '@roentgen/runtime';

/** What a session in a worker timed and complained of. */
export interface Tuned {
  readonly timed: readonly string[];
  readonly warnings: readonly string[];
}

/** Tunes a small network in this worker, keeping the answers where a page keeps them by default. */
async function tune(url: string): Promise<Tuned> {
  const reports: RankReport[] = [];
  const warnings: RoentgenError[] = [];
  const session = await Session.create(url, {
    shapes: { input: [1, 1, 8, 8] },
    tune: { onReport: (report) => reports.push(report), onWarning: (warning) => warnings.push(warning) },
  });
  session.dispose();
  return { timed: reports.map(({ key }) => key), warnings: warnings.map(({ message }) => message) };
}

addEventListener('message', async ({ data }: MessageEvent<string>) => {
  postMessage(await tune(data).catch((error: unknown) => ({ timed: [], warnings: [String(error)] })));
});
