import type { Check } from '../../protocol.ts';

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

function Row({ check: { message, parts } }: { readonly check: Check }) {
  if (parts === undefined)
    return (
      <tr>
        <th scope="row" colSpan={3}>
          {capital(message)}
        </th>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{capital(parts.what)}</th>
      <td class="refused-value">{parts.found}</td>
      <td>{parts.limit}</td>
    </tr>
  );
}

/** Why a radiograph was not scored: what was measured, the number, and the limit that it is beyond. */
export function Refusal({ checks }: { readonly checks: readonly Check[] }) {
  const refused = checks.filter(({ level }) => level === 'refuse');
  return (
    <section class="block answer refusal" data-testid="refusal">
      <h3>Pneumonia score</h3>
      <p class="figure-words">Not scored</p>
      <p>
        {refused.length === 1 ? 'One check refuses' : `${refused.length} checks refuse`} this picture: an
        answer would mean nothing. It has not been shown to the network.
      </p>
      <table class="scores">
        <thead>
          <tr>
            <th scope="col">Measured</th>
            <th scope="col">Found</th>
            <th scope="col">Limit</th>
          </tr>
        </thead>
        <tbody>
          {refused.map((check) => (
            <Row key={check.message} check={check} />
          ))}
        </tbody>
      </table>
      <p class="hint">Next: open a frontal chest radiograph, uncropped and at its own resolution.</p>
    </section>
  );
}
