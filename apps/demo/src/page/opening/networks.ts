import type { ModelReport, SystemId, Weights } from '../../protocol.ts';
import type { Link } from '../link.ts';
import { plain, type Runner } from '../runner.ts';
import type { State } from '../state.ts';
import { systems } from '../systems.ts';

/** Whether a card may use a network, by what it takes and gives and by its operators. */
const suits = ({ system, fits, trouble }: ModelReport) => trouble === null && fits.includes(system);

/** Reads a network, holds it against the card, and only then compiles it. The one in use stays until that is done. */
export function createModelUser(state: State, link: Link, runner: Runner, weights: Weights) {
  const { refused, networks, reading, intake } = state.opening;

  const take = (report: ModelReport, model: File) => {
    const { system } = report;
    const work = link.ask({ type: 'check-model', system, model, weights }, runner.track);
    return runner.follow(system, model.name, work, ({ description }) => {
      state.models.value = { ...state.models.value, [system]: model };
      networks.value = { ...networks.value, [system]: report };
      state.notices.value = [{ level: 'ok', text: `Your model is in use. ${description}.` }];
      state.spoken.value = `Your model ${model.name} is in use.`;
    });
  };
  return async (system: SystemId, model: File): Promise<void> => {
    refused.value = null;
    intake.value = null;
    state.active.value = system;
    reading.value = { title: model.name, progress: { stage: 'read' } };
    try {
      const report = await link.ask({ type: 'inspect-model', system, model }).answer;
      reading.value = null;
      if (suits(report)) return await take(report, model);
      refused.value = { report, file: model };
      state.spoken.value = `${model.name} does not fit the card ${systems[system].title}. The network in use stays.`;
    } catch (error) {
      reading.value = null;
      state.failure.value = { system, what: model.name, error: plain(error) };
    }
  };
}
