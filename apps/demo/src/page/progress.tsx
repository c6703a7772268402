import { useEffect, useState } from 'preact/hooks';
import type { Progress } from '../protocol.ts';
import type { Running } from './state.ts';
import { size } from './systems.ts';

/** What is shown of work that is going on. */
type Shown = Pick<Running, 'title' | 'startedAt' | 'progress' | 'stopping'> &
  Partial<Pick<Running, 'stageAt'>>;

/** Bytes of a file, or of so many. */
const bytesText = (bytes: Progress['bytes']) =>
  bytes === undefined ? '' : `, ${bytes.done === 0 ? '' : `${size(bytes.done)} of `}${size(bytes.total)}`;

/** A stage in words, with bytes or counts where they are known. */
export function stageText({ stage, done, total, what, bytes }: Progress): string {
  const of = done === undefined ? '' : total === undefined ? ` ${done}` : ` ${done} of ${total}`;
  switch (stage) {
    case 'read':
      return `Reading ${what ?? 'the network'}${of}`;
    case 'decode':
      return `Decoding ${what ?? 'the picture'}${of === '' ? '' : `:${of}`}${bytesText(bytes)}`;
    case 'download':
      return `Fetching ${what ?? 'weights'}: ${size(done ?? 0)} of ${size(total ?? 0)}`;
    case 'check':
      return 'Checking the model';
    case 'plan':
      return 'Planning the network';
    case 'tune':
      return `Timing kernels${of}`;
    case 'compile':
      return `Compiling kernels${of}`;
    case 'upload':
      return 'Sending weights to the GPU';
    case 'run':
      return done === undefined
        ? `Running ${what ?? 'the network'}`
        : `Running: ${done} of ${total} ${what ?? ''}`;
    case 'finish':
      return `Computing ${what ?? 'the result'}`;
    case 'save':
      return `Writing ${what ?? 'the file'}${done === undefined ? '' : `: ${size(done)}`}`;
    case 'measure':
      return 'Measuring what the adapter reaches';
    case 'time':
      return `Timing ${what ?? 'the network'}${of === '' ? '' : `:${of}`}`;
  }
}

/** What a stop waits for: work that is done in one piece ends before it is heard. */
export function stoppingText({ stage, what }: Progress): string {
  if (stage === 'decode') return `Stopping, once the piece of ${what ?? 'the picture'} in work is decoded…`;
  if (stage === 'finish') return `Stopping, once this step is computed: ${what ?? 'the result'}…`;
  return 'Stopping…';
}

/** How full the bar is: by pieces, or by the bytes of a single file; nothing where neither is known. */
function share({ done, total, bytes }: Progress): { readonly value: number; readonly max: number } | null {
  if (done !== undefined && total) return { value: done, max: total };
  return bytes !== undefined && bytes.done > 0 ? { value: bytes.done, max: bytes.total } : null;
}

/** Time left in words, once a stage has run long enough to tell. */
export function timeLeft({ done, total }: Progress, seconds: number): string {
  if (!done || !total || done >= total || seconds < 3) return '';
  const left = (seconds * (total - done)) / done;
  if (left < 60) return `about ${Math.ceil(left / 5) * 5} s left`;
  return left < 5400 ? `about ${Math.round(left / 60)} min left` : `about ${Math.round(left / 3600)} h left`;
}

function Elapsed({ running }: { readonly running: Shown }) {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const { progress, startedAt, stageAt } = running;
  const left =
    progress.stage === 'run' && stageAt !== undefined ? timeLeft(progress, (now - stageAt) / 1000) : '';
  const spent = `${Math.max(0, (now - startedAt) / 1000).toFixed(0)} s`;
  return <span class="elapsed">{left === '' ? spent : `${spent}, ${left}`}</span>;
}

interface ProgressProps {
  readonly running: Shown;
  readonly stop: () => void;
  /** At the lower edge of the window, so that nothing moves when work begins and ends. */
  readonly docked?: boolean;
}

/** Where the work is, and the button that stops it. */
export function ProgressPanel({ running, stop, docked }: ProgressProps) {
  const { progress, title, stopping } = running;
  return (
    <section class={`panel progress ${docked ? 'docked' : ''}`} aria-label="Progress" data-testid="progress">
      <div class="progress-line">
        <strong>{title}</strong>
        <span>{stopping ? stoppingText(progress) : stageText(progress)}</span>
        <Elapsed running={running} />
        <button type="button" disabled={stopping} data-testid="stop" onClick={stop}>
          Stop <kbd>Esc</kbd>
        </button>
      </div>
      <progress aria-label="Progress of this stage" {...share(progress)} />
    </section>
  );
}
