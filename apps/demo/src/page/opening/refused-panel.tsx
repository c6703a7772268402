import type { ModelReport, SystemId } from '../../protocol.ts';
import { Facts } from '../panels.tsx';
import type { Store } from '../store.ts';
import { size, systems } from '../systems.ts';
import type { RefusedModel } from './state.ts';

/** Open sizes are written as question marks. */
const words = (text: string) => text.replaceAll('?', 'any');

/** What the card wants, and what the file has. */
function Comparison({ rows }: Pick<ModelReport, 'rows'>) {
  return (
    <div class="scroll">
      <table class="things compare">
        <thead>
          <tr>
            <th scope="col">
              <span class="spoken">Part</span>
            </th>
            <th scope="col">Wanted</th>
            <th scope="col">Found</th>
            <th scope="col">
              <span class="spoken">Verdict</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, wanted, found, fits }) => (
            <tr key={what} class={fits ? '' : 'misfit'}>
              <th scope="row">{what}</th>
              <td>{words(wanted)}</td>
              <td>{words(found)}</td>
              <td>{fits ? 'fits' : 'does not fit'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function factsOf({ bytes, sha256, facts }: ModelReport) {
  return [{ name: 'File', value: `${size(bytes)}, SHA-256 ${sha256.slice(0, 16)}…` }, ...facts];
}

/** A network that a card cannot use: what it wants, what the file has, and where the file would fit. */
export function RefusedPanel({ refused, store }: { readonly refused: RefusedModel; readonly store: Store }) {
  const { report, file } = refused;
  const { title } = systems[report.system];
  const own = store.state.models.value[report.system];
  const others: readonly SystemId[] = report.trouble === null ? report.fits : [];
  return (
    <section class="panel refused" role="alert" data-testid="refused">
      <h2>
        {report.name} cannot be the network of “{title}”
      </h2>
      <p>{own === null ? 'The shipped network stays in use.' : `Your network ${own.name} stays in use.`}</p>
      {report.trouble !== null && <p class="trouble">{report.trouble}</p>}
      {report.rows.length > 0 && <Comparison rows={report.rows} />}
      <Facts facts={factsOf(report)} />
      <div class="buttons">
        {others.map((system) => (
          <button
            key={system}
            type="button"
            class="primary"
            onClick={() => store.opener.useModel(system, file)}
          >
            Use it for “{systems[system].title}”
          </button>
        ))}
        <button
          type="button"
          onClick={() => {
            store.state.opening.refused.value = null;
          }}
        >
          Dismiss
        </button>
      </div>
    </section>
  );
}
