import type { RadiographResult } from '../../protocol.ts';

type Reading = NonNullable<RadiographResult['reading']>;
type Zone = NonNullable<RadiographResult['zone']>;

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

const percent = (share: number) => `${Math.round(100 * share)}\u00a0%`;

/** A scale from 0 to 1 with the unsure zone, the threshold and the score on it. */
export function ScoreScale({ score, reading }: { readonly score: number; readonly reading: Reading | null }) {
  const place = (value: number) => `${100 * value}%`;
  const [low, high] = reading?.unsure ?? [0, 0];
  const words =
    reading === null
      ? `Score ${score.toFixed(3)} on a scale from 0 to 1; no operating point is known`
      : `Score ${score.toFixed(3)} on a scale from 0 to 1. The unsure zone is from ${low} to ${high}, the threshold ${reading.threshold}.`;
  return (
    <div class="score-scale" role="img" aria-label={words} data-testid="score-scale">
      <div class="score-track">
        {reading !== null && (
          <>
            <span class="score-unsure" style={{ left: place(low), width: place(high - low) }} />
            <span class="score-threshold" style={{ left: place(reading.threshold) }} />
          </>
        )}
        <span class="score-dot" style={{ left: place(score) }} />
      </div>
      <div class="score-numbers" aria-hidden="true">
        <span style={{ left: 0 }}>0</span>
        {reading !== null &&
          [low, reading.threshold, high].map((value) => (
            <span
              key={value}
              class={value === reading.threshold ? 'strong' : ''}
              style={{ left: place(value) }}
            >
              {value}
            </span>
          ))}
        <span style={{ left: '100%' }}>1</span>
      </div>
    </div>
  );
}

const share = ({ hits, of, value, low, high }: Reading['sensitivity']) =>
  `${percent(value)} (${hits} of ${of}; 95 % interval ${percent(low)} to ${percent(high)})`;

const zoneMeans: Readonly<Record<Zone, string>> = {
  below: 'scores like this were more than twice as frequent without pneumonia as with it.',
  unsure: 'here a score changes the odds little, whichever side of the threshold it is on.',
  above: 'scores like this were more than twice as frequent with pneumonia as without it.',
};

interface ReadingProps {
  readonly zone: Zone;
  readonly words: string;
  readonly reading: Reading;
}

/** What the score is worth, in words and counts. */
function ReadingText({ zone, words, reading }: ReadingProps) {
  return (
    <>
      <p data-testid="zone">
        <b class={`zone zone-${zone}`}>{capital(words)}</b>: on the fold where the point was chosen,{' '}
        {zoneMeans[zone]}
      </p>
      <details data-testid="operating-point">
        <summary>
          Threshold {reading.threshold}, from about 200 images: sensitivity{' '}
          {percent(reading.sensitivity.value)}, specificity {percent(reading.specificity.value)}
        </summary>
        <dl class="facts">
          <div>
            <dt>Chosen on</dt>
            <dd>{reading.chosenOn}</dd>
          </div>
          <div>
            <dt>Measured on</dt>
            <dd>{reading.measuredOn}</dd>
          </div>
          <div>
            <dt>Sensitivity</dt>
            <dd>{share(reading.sensitivity)}</dd>
          </div>
          <div>
            <dt>Specificity</dt>
            <dd>{share(reading.specificity)}</dd>
          </div>
          <div>
            <dt>Unsure</dt>
            <dd>{share(reading.inUnsure)}</dd>
          </div>
        </dl>
        <p>
          So few images do not settle a threshold. Those without pneumonia had no finding at all, half had
          pneumonia, and the score also tells the view (PA or AP) with an AUROC of 0.69: elsewhere all of this
          will be different.
        </p>
      </details>
    </>
  );
}

/** The score, where it lies, and what that is worth. */
export function Answer({ result, score }: { readonly result: RadiographResult; readonly score: number }) {
  const { reading, zone, zoneText } = result;
  return (
    <section class="block answer" data-testid="answer">
      <h3>Pneumonia score</h3>
      <p class="figure" data-testid="score">
        {score.toFixed(3)}
      </p>
      <ScoreScale score={score} reading={reading} />
      {reading !== null && zone !== null && zoneText !== null ? (
        <ReadingText zone={zone} words={zoneText} reading={reading} />
      ) : (
        <p data-testid="operating-point">
          A model of your own: what its score means, and from where on it counts, you know.
        </p>
      )}
      <p class="notice-line">{result.notice}</p>
      {result.generated && (
        <p class="notice-line">The picture is a drawing: its score says nothing about the network’s skill.</p>
      )}
    </section>
  );
}
