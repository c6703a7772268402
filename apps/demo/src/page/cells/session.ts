import { batch, type Signal, signal } from '@preact/signals';
import type { WatershedSettings } from '@roentgen/models';
import type { CellsFound, CellsResult, FieldRow, Point, SettingsForAll } from '../../cells-protocol.ts';
import type { Asked } from '../link.ts';
import { plain } from '../runner.ts';
import type { Store } from '../store.ts';
import { createLinked, type Linked } from '../viewer/linked.ts';
import { labelsAt, pointsOf, type Sorting } from './selection.ts';

/** What a user does with the cells of one result, and what has become of them. It lives as long as the result. */
export interface CellsSession {
  readonly result: CellsResult;
  /** The cells as the worker has them. */
  readonly found: Signal<CellsFound>;
  /** The settings as the user wants them; the cells follow. */
  readonly settings: Signal<WatershedSettings>;
  /** Whether cells are on their way. */
  readonly busy: Signal<boolean>;
  readonly trouble: Signal<string | null>;
  readonly selected: Signal<ReadonlySet<number>>;
  /** The cell that is pointed at; 0 is none. */
  readonly hovered: Signal<number>;
  readonly sorting: Signal<Sorting>;
  /** The feature of the histogram, and whether it colours the cells. */
  readonly feature: Signal<string>;
  readonly coloured: Signal<boolean>;
  readonly opacity: Signal<number>;
  readonly fill: Signal<number>;
  readonly hidden: Signal<ReadonlySet<number>>;
  readonly ranges: Signal<readonly (readonly [low: number, high: number])[]>;
  readonly linked: Linked;
  change(part: Partial<WatershedSettings>): void;
  reset(): void;
  /** Deletes cells; `undo` brings back those of the last time. */
  remove(labels: ReadonlySet<number>): void;
  undo(): void;
  readonly undoable: Signal<boolean>;
  /** All fields that were opened together, as they stand; null where there is one. */
  readonly fields: Signal<readonly FieldRow[] | null>;
  /** Whether one field's settings were used for all, and each can get back its own. */
  readonly revertible: Signal<boolean>;
  /** Takes what became of all fields. */
  taken(told: SettingsForAll): void;
  /** Gives up on cells that are on their way: the settings are again those of the cells that are shown. */
  stop(): void;
  /** Resolves when the cells are those of the settings. */
  settled(): Promise<void>;
}

interface Wanted {
  readonly settings: WatershedSettings;
  readonly marks: readonly Point[];
}

/** The window that a result opens with: in units of the only channel, else a share of each channel's range. */
function linkedFor({ channels }: CellsResult): Linked {
  if (channels.length > 1)
    return createLinked([
      { name: 'Each channel’s range', centre: 0.5, width: 1 },
      { name: 'Brighter', centre: 0.25, width: 0.5 },
    ]);
  const [low, high] = channels[0].range;
  const width = Math.max(high - low, Number.MIN_VALUE);
  return createLinked([
    { name: 'Darkest to 99.8 %', centre: (low + high) / 2, width },
    { name: 'Brighter', centre: low + width / 4, width: width / 2 },
  ]);
}

/** The signals of a session, before anything happens to them. */
function signalsOf(result: CellsResult) {
  return {
    found: signal(result.found),
    settings: signal(result.found.settings),
    busy: signal(false),
    trouble: signal<string | null>(null),
    selected: signal<ReadonlySet<number>>(new Set()),
    hovered: signal(0),
    sorting: signal<Sorting>({ key: 'label', descending: false }),
    feature: signal('area'),
    coloured: signal(false),
    opacity: signal(80),
    fill: signal(30),
    hidden: signal<ReadonlySet<number>>(new Set()),
    ranges: signal(result.channels.map(({ range }) => range)),
    undoable: signal(false),
    fields: signal(result.batch),
    revertible: signal(result.revertible),
  };
}

type Signals = ReturnType<typeof signalsOf>;

/** Takes new cells; what was selected stays selected where it now is. */
function take(signals: Signals, next: CellsFound): void {
  const { found, selected, hovered } = signals;
  const points = pointsOf(found.value, selected.value);
  batch(() => {
    found.value = next;
    selected.value = labelsAt(next, points);
    hovered.value = 0;
  });
}

/**
 * Asks for cells by the newest wish, one question at a time: what a slider passes through while the worker is busy is
 * never asked for. A question that another run has overtaken fails silently, as its session is then gone.
 */
function follower(store: Store, run: number, signals: Signals, stopped: () => void) {
  const { busy, trouble } = signals;
  let wanted: Wanted | null = null;
  let flight: Promise<void> | null = null;
  let asked: Asked<'cells-segment'> | null = null;
  const fail = (error: unknown) => {
    if (plain(error).code !== 'aborted') trouble.value = plain(error).message;
    else if (wanted === null) stopped();
  };
  const fly = async () => {
    busy.value = true;
    while (wanted !== null) {
      asked = store.actions.segment({ run, ...wanted });
      wanted = null;
      try {
        take(signals, await asked.answer);
        trouble.value = null;
      } catch (error) {
        fail(error);
      }
    }
    busy.value = false;
    flight = null;
    const { count } = signals.found.value;
    store.state.spoken.value = `${count} ${count === 1 ? 'cell' : 'cells'}`;
  };
  return {
    ask(next: Wanted) {
      wanted = next;
      flight ??= fly();
    },
    stop() {
      wanted = null;
      if (flight !== null) asked?.cancel();
    },
    settled: () => flight ?? Promise.resolve(),
  };
}

/** A session for a result. */
function createSession(store: Store, result: CellsResult): CellsSession {
  const signals = signalsOf(result);
  const { settings, found, selected, undoable } = signals;
  let marks: readonly Point[] = result.found.marks;
  const past: (readonly Point[])[] = [];
  const { ask, settled, stop } = follower(store, result.run, signals, () => {
    marks = found.value.marks;
    settings.value = found.value.settings;
    store.state.notices.value = [
      { level: 'skip', text: 'Watershed: stopped. The cells and the settings are those of before.' },
    ];
  });
  const set = (next: WatershedSettings) => {
    settings.value = next;
    ask({ settings: next, marks });
  };
  const mark = (next: readonly Point[]) => {
    marks = next;
    undoable.value = past.length > 0;
    ask({ settings: settings.value, marks });
  };
  return {
    ...signals,
    result,
    linked: linkedFor(result),
    change: (part) => set({ ...settings.value, ...part }),
    reset: () => set(result.defaults),
    remove(labels) {
      const points = pointsOf(found.value, labels);
      if (points.length === 0) return;
      past.push(marks);
      selected.value = new Set();
      mark([...marks, ...points]);
    },
    undo() {
      const before = past.pop();
      if (before !== undefined) mark(before);
    },
    taken({ found: next, batch: rows, revertible }) {
      batch(() => {
        signals.fields.value = rows;
        signals.revertible.value = revertible;
        // What a slider has asked for meanwhile is newer.
        if (signals.busy.value || next.settings === found.value.settings) return;
        take(signals, next);
        settings.value = next.settings;
      });
    },
    stop,
    settled,
  };
}

/** The session of the result that is shown, made when it is first shown. */
export function sessionOf(store: Store, result: CellsResult): CellsSession {
  const { cellsSession } = store.state;
  const now = cellsSession.peek();
  if (now?.result === result) return now;
  const session = createSession(store, result);
  cellsSession.value = session;
  return session;
}
