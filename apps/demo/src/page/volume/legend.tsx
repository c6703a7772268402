import { differenceGradient } from '../../drawing/colours.ts';
import { NumberField } from '../viewer/bar.tsx';
import { measureText } from '../viewer/readout.tsx';
import type { Reader } from './place.ts';
import type { StagesProps } from './stages.tsx';

type LegendProps = Pick<StagesProps, 'result' | 'reader'>;

/** The colours of the difference map in the data's units, and how far they reach. */
export function Legend({ result, reader }: LegendProps) {
  const { unit } = result.reading;
  const range = reader.range.value;
  const words = unit === '' ? '' : ` ${unit}`;
  return (
    <div class="legend" data-testid="difference-legend">
      <span>
        −{measureText(range)}
        {words}
      </span>
      <span class="legend-bar" style={{ background: differenceGradient }} />
      <span>
        +{measureText(range)}
        {words}
      </span>
      <NumberField
        label="Full colour at"
        value={range}
        id="difference-range"
        set={(next) => {
          if (next > 0) reader.range.value = next;
        }}
      />
    </div>
  );
}

/** What lies at the left of the divider. */
export function SwipeAgainst({
  result,
  reader,
}: {
  readonly result: LegendProps['result'];
  readonly reader: Reader;
}) {
  const { given } = reader;
  const option = (value: boolean, name: string) => (
    <label>
      <input
        type="radio"
        name="against"
        checked={given.value === value}
        onChange={() => {
          given.value = value;
        }}
      />
      <span>{name}</span>
    </label>
  );
  return (
    <fieldset class="segmented">
      <legend>Left</legend>
      {option(false, result.baselineName)}
      {option(true, 'as given')}
    </fieldset>
  );
}
