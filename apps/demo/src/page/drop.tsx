import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Store } from './store.ts';

function entryFiles(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return new Promise((resolve) => {
      (entry as FileSystemFileEntry).file(
        (file) => resolve([file]),
        () => resolve([]),
      );
    });
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const readAll = async (found: FileSystemEntry[]): Promise<FileSystemEntry[]> => {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    return some.length === 0 ? found : readAll([...found, ...some]); // a call gives a hundred at most
  };
  return readAll([]).then(async (entries) => (await Promise.all(entries.map(entryFiles))).flat());
}

/** The files of a drop or a paste, folders opened. The list is read at once, since it is emptied after the event. */
export async function filesOf(transfer: DataTransfer | null): Promise<File[]> {
  if (transfer === null) return [];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  return (await Promise.all(entries.map((entry) => (entry === null ? [] : entryFiles(entry))))).flat();
}

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
        void filesOf(event.dataTransfer).then((files) => store.actions.open(files, null));
      },
      paste: (event: ClipboardEvent) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length > 0) void store.actions.open(files, null);
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
