import type { ChannelChoice, ChannelReport } from '../../cells-protocol.ts';
import type { Source } from '../../protocol.ts';
import type { Link } from '../link.ts';
import type { Runner } from '../runner.ts';
import type { State } from '../state.ts';
import { remember, remembered } from './channel-memory.ts';

/** What is asked of the user about a field's channels. */
export interface ChannelQuestion {
  readonly source: Source;
  readonly report: ChannelReport;
  /** What the dialog opens with. */
  readonly choice: ChannelChoice;
  /** Takes the answer; null: never mind. */
  answer(choice: ChannelChoice | null): void;
}

/** Finds out what a field's channels are used as. */
export interface Channels {
  /** By what is known, or by asking. Undefined: nothing to choose. Null: it failed, or the user wants nothing. */
  choose(source: Source, title: string): Promise<ChannelChoice | null | undefined>;
  /** By asking, whatever is known. */
  again(source: Source, title: string, now: ChannelChoice): Promise<ChannelChoice | null>;
}

export function createChannels(state: State, link: Link, runner: Runner): Channels {
  /** Null where it failed or was stopped, which the runner has told. */
  const look = async (source: Source, title: string, plane?: ChannelChoice) => {
    const found: ChannelReport[] = [];
    const at = plane && { slice: plane.slice, frame: plane.frame };
    const asked = link.ask({ type: 'cells-channels', source, ...(at && { plane: at }) }, runner.track);
    await runner.follow('cells', title, asked, (report) => {
      found.push(report);
    });
    return found[0] ?? null;
  };
  const ask = async (source: Source, report: ChannelReport, choice: ChannelChoice) => {
    state.channels.value?.answer(null);
    state.spoken.value = `${report.channels.length} channels: what do they show?`;
    const answer = await new Promise<ChannelChoice | null>((resolve) => {
      state.channels.value = { source, report, choice, answer: resolve };
    });
    if (state.channels.value?.report === report) state.channels.value = null;
    if (answer !== null) remember(report, answer, localStorage);
    return answer;
  };
  return {
    async choose(source, title) {
      const report = await look(source, title);
      if (report === null) return null;
      if (!report.ask) return undefined;
      const known = remembered(report, localStorage);
      if (known === null) {
        const answer = await ask(source, report, report.guess);
        if (answer === null)
          state.notices.value = [
            { level: 'skip', text: `${report.title}: not run, since no channels were chosen.` },
          ];
        return answer;
      }
      const text = 'The channels are used as last time for files like these; “Channels…” changes that.';
      state.notices.value = [...state.notices.value, { level: 'ok', text }];
      return known;
    },
    async again(source, title, now) {
      const report = await look(source, title, now);
      return report === null ? null : ask(source, report, now);
    },
  };
}
