import type { Answers, ModelReport, SystemId, Weights } from '../../protocol.ts';
import type { Asked, Link } from '../link.ts';
import { plain, type Runner } from '../runner.ts';
import type { State } from '../state.ts';
import { systems } from '../systems.ts';

/** Whether a card may use a network, by what it takes and gives and by its operators. */
const suits = ({ system, fits, trouble }: ModelReport) => trouble === null && fits.includes(system);

/** Gives networks of the user's own to cards. */
export interface ModelUser {
  use(system: SystemId, model: File): Promise<void>;
  /** Stops reading one; false where none is being read. */
  stop(): boolean;
}

/** Reads a network, holds it against the card, and only then compiles it. The one in use stays until that is done. */
export function createModelUser(state: State, link: Link, runner: Runner, weights: Weights): ModelUser {
  const { refused, networks, reading, intake } = state.opening;

  const take = (report: ModelReport, model: File) => {
    const { system } = report;
    const work = link.ask({ type: 'check-model', system, model, weights }, runner.track);
    const done = ({ description }: Answers['check-model']) => {
      state.models.value = { ...state.models.value, [system]: model };
      networks.value = { ...networks.value, [system]: report };
      state.notices.value = [{ level: 'ok', text: `Your model is in use. ${description}.` }];
      state.spoken.value = `Your model ${model.name} is in use.`;
    };
    return runner.follow(system, model.name, work, done, { stays: 'The network in use stays.' });
  };
  let asked: Asked<'inspect-model'> | null = null;
  const tellStop = ({ name }: File) => {
    const text = `${name}: stopped while it was read. The network in use stays.`;
    state.notices.value = [{ level: 'skip', text }];
    state.spoken.value = text;
  };
  /** What a network is, or null where another one or a stop came between. */
  const inspect = async (system: SystemId, model: File): Promise<ModelReport | null> => {
    asked?.cancel();
    const mine = link.ask({ type: 'inspect-model', system, model });
    asked = mine;
    reading.value = { title: model.name, progress: { stage: 'read' } };
    try {
      return await mine.answer;
    } catch (error) {
      const failure = plain(error);
      if (failure.code !== 'aborted') state.failure.value = { system, what: model.name, error: failure };
      else if (asked === mine) tellStop(model);
      return null;
    } finally {
      if (asked === mine) {
        asked = null;
        reading.value = null;
      }
    }
  };
  const use = async (system: SystemId, model: File): Promise<void> => {
    refused.value = null;
    intake.value = null;
    state.active.value = system;
    const report = await inspect(system, model);
    if (report === null) return;
    if (suits(report)) return take(report, model);
    refused.value = { report, file: model };
    state.spoken.value = `${model.name} does not fit the card ${systems[system].title}. The network in use stays.`;
  };
  return {
    use,
    stop() {
      if (reading.value === null || asked === null) return false;
      asked.cancel();
      return true;
    },
  };
}
