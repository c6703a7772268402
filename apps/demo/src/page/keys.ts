import { useEffect } from 'preact/hooks';
import { systemIds } from '../protocol.ts';
import type { Store } from './store.ts';
import { systems } from './systems.ts';

/** Every key of the page, for the listener and for the help. */
export const keyHelp: readonly (readonly [key: string, does: string])[] = [
  ['Esc', 'stop what is running, or close a dialog'],
  ['1, 2, 3', 'try the sample of a card'],
  ['← →', 'previous and next slice'],
  ['Space', 'hold to see the interpolated volume instead of the network’s'],
  ['O', 'overlay off and on'],
  ['R', 'run the last picture again'],
  ['Ctrl V', 'open a picture from the clipboard'],
  ['?', 'this help'],
];

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=range]):not([type=radio]), textarea, select');

/** Keys that work anywhere; those of a picture are with the picture. */
export function useKeys(store: Store): void {
  useEffect(() => {
    const { state, actions } = store;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key === 'Escape' && state.dialog.value === null) actions.stop();
      else if (event.key === '?') state.dialog.value = { kind: 'help' };
      else if (state.route.value === 'bench') return;
      else if (event.key === 'r') actions.again();
      else if (/^[123]$/.test(event.key) && state.obstacle.value === null) {
        const system = systemIds[Number(event.key) - 1];
        actions.trySample(system, systems[system].sample.name);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [store]);
}
