import type { Signal } from '@preact/signals';
import { type Spot, spotAt } from '../../drawing/probe.ts';
import type { Content, Place, Sheet } from '../../drawing/scene.ts';

/** A measure with as many digits as say something. */
export const measureText = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));

function valuesText(sheet: Sheet, { values }: Spot, unit: string): string {
  const names =
    sheet.kind === 'flat' && sheet.channels.length > 1 ? sheet.channels.map(({ name }) => name) : [];
  const words = values.map(
    (value, i) => `${names[i] === undefined ? '' : `${names[i]} `}${measureText(value)}`,
  );
  return `${words.join(', ')}${unit === '' ? '' : ` ${unit}`}`;
}

/** What is at a place, in words: of two compared sheets the value of both. */
function spotText({ sheet, compare }: Content, place: Place, unit: string): string | null {
  const spot = spotAt(sheet, place);
  if (spot === null) return null;
  const other = compare ? spotAt(compare.other, place) : null;
  const values = valuesText(sheet, spot, other === null ? unit : '');
  if (other === null || !compare) return `${values} · ${spot.position}`;
  const second = valuesText(compare.other, other, unit);
  const less = compare.kind === 'difference' ? ` (${measureText(spot.values[0] - other.values[0])})` : '';
  return `${values} against ${second}${less} · ${spot.position}`;
}

interface ReadOutProps {
  readonly content: Content;
  readonly cursor: Signal<Place | null>;
  readonly unit: string;
  /** Read out by screen readers: when the probe is moved by keys, not with each move of a mouse. */
  readonly spoken: boolean;
}

/** The value under the cursor and where it lies. */
export function ReadOut({ content, cursor, unit, spoken }: ReadOutProps) {
  const text = cursor.value === null ? null : spotText(content, cursor.value, unit);
  return (
    <output class="stage-readout" aria-live={spoken ? 'polite' : 'off'} data-testid="probe">
      {text}
    </output>
  );
}
