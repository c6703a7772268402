import type { VolumeResult } from '../../protocol.ts';
import { measureText } from '../viewer/readout.tsx';
import { beyondOn, goToWorst } from './beyond.ts';
import { indexAt, type Reader } from './place.ts';

interface BeyondProps {
  readonly result: VolumeResult;
  readonly reader: Reader;
}

const whole = (count: number) => count.toLocaleString('en');

/** A share of voxels in percent, with two digits that say something. */
const percent = (share: number) => `${Number((100 * share).toPrecision(2))} %`;

/** Takes the reader to the voxel that goes farthest. */
function WorstButton({ result, reader }: BeyondProps) {
  return (
    <button type="button" data-testid="worst" onClick={() => goToWorst(result, reader)}>
      Show the farthest <kbd>N</kbd>
    </button>
  );
}

/** How much of the network's volume its input does not bear out, and where to see it. */
export function BeyondNote({ result, reader }: BeyondProps) {
  const { above, below, voxels, margin, worst } = result.overshoot;
  const count = above + below;
  if (worst === null)
    return (
      <p data-testid="beyond">No voxel goes beyond the input around it by more than {measureText(margin)}.</p>
    );
  const [least, greatest] = worst.around;
  const check = result.checks.find((each) => each.of === 'result');
  const warns = check?.level === 'warn';
  return (
    <div class="beyond" data-testid="beyond">
      <p class={warns ? 'check check-warn' : ''}>
        {warns && <b>Warning: </b>}
        <b>{percent(count / voxels)}</b> of the voxels ({whole(count)}: {whole(below)} darker, {whole(above)}{' '}
        brighter) go beyond the input around them by more than {measureText(margin)}, the farthest to{' '}
        {measureText(worst.value)} where it has {measureText(least)} to {measureText(greatest)}
        {check?.parts !== undefined && `; expected: ${check.parts.limit}`}.
      </p>
      <WorstButton result={result} reader={reader} />
    </div>
  );
}

/** What the rings of the difference map are, and how many voxels they stand for in this slice. */
export function RingLegend({ result, reader }: BeyondProps) {
  const { network, overshoot } = result;
  if (overshoot.worst === null) return null;
  const plane = reader.plane.value;
  const { count } = beyondOn(overshoot.places, network, plane, indexAt(network, plane, reader.along.value));
  const all = overshoot.above + overshoot.below;
  const kept = overshoot.places.length;
  return (
    <div class="legend" data-testid="ring-legend">
      <label class="check-field" title="Key O">
        <input
          type="checkbox"
          aria-label="Rings"
          data-testid="rings"
          checked={reader.rings.value}
          onChange={({ currentTarget }) => {
            reader.rings.value = currentTarget.checked;
          }}
        />
        <span class="ring" aria-hidden="true" />
      </label>
      <span>
        Beyond the input: {whole(count)} voxels in this slice
        {kept < all && `; of all, the first ${whole(kept)} are ringed`}
      </span>
    </div>
  );
}
