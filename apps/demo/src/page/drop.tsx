import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { gather } from './opening/collect.ts';
import type { Store } from './store.ts';

/** The whole window takes files; what is dropped outside of a card finds its card by content. */
export function DropVeil({ store }: { readonly store: Store }) {
  const depth = useSignal(0);
  useEffect(() => {
    const holds = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const listeners = {
      dragenter: (event: DragEvent) => {
        if (holds(event)) depth.value += 1;
      },
      dragleave: (event: DragEvent) => {
        if (holds(event)) depth.value = Math.max(0, depth.value - 1);
      },
      dragover: (event: DragEvent) => event.preventDefault(),
      drop: (event: DragEvent) => {
        event.preventDefault();
        depth.value = 0;
        void gather(event.dataTransfer).then((given) => store.actions.open(given, null));
      },
      paste: (event: ClipboardEvent) => {
        if (event.clipboardData === null || event.clipboardData.files.length === 0) return;
        void gather(event.clipboardData).then((given) => store.actions.open(given, null));
      },
      'roentgen-dropped': () => {
        depth.value = 0;
      },
    };
    const controller = new AbortController();
    for (const [name, listener] of Object.entries(listeners))
      document.addEventListener(name, listener as EventListener, { signal: controller.signal });
    return () => controller.abort();
  }, [store, depth]);
  return depth.value > 0 ? (
    <p class="veil" aria-hidden="true">
      Drop on a card to choose it, or anywhere to let the content decide
    </p>
  ) : null;
}
