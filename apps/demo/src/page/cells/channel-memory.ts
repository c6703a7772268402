import type { ChannelChoice, ChannelReport } from '../../cells-protocol.ts';

const KEY = 'roentgen-channels-by-hash';
/** Kinds of files that are remembered; the oldest go first. */
const MOST = 50;

type Memory = Pick<Storage, 'getItem' | 'setItem'>;

function all(memory: Memory): readonly (readonly [signature: string, choice: ChannelChoice])[] {
  try {
    const found: unknown = JSON.parse(memory.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found : [];
  } catch {
    return []; // not ours, or storage is off
  }
}

/** What the user said of files alike: of as many channels with the same names. Null where nothing fits. */
export function remembered(report: ChannelReport, memory: Memory): ChannelChoice | null {
  const choice = all(memory).find(([signature]) => signature === report.signature)?.[1];
  if (choice?.roles?.length !== report.channels.length) return null;
  const slice = choice.slice === 'max' || choice.slice < report.slices ? choice.slice : 0;
  return { ...choice, slice, frame: choice.frame < report.frames ? choice.frame : 0 };
}

/** Keeps a choice for files alike; a browser that stores nothing asks again next time. */
export function remember({ signature }: ChannelReport, choice: ChannelChoice, memory: Memory): void {
  const rest = all(memory).filter(([other]) => other !== signature);
  try {
    memory.setItem(KEY, JSON.stringify([...rest, [signature, choice]].slice(-MOST)));
  } catch {
    // no room, or storage is off
  }
}
