import { HelpDialog } from './help.tsx';
import { Lazy } from './lazy.tsx';
import { ProvenanceDialog } from './provenance.tsx';
import type { Store } from './store.ts';

const storage = () => import('./storage/storage-dialog.tsx').then(({ StorageDialog }) => StorageDialog);
const palette = () => import('./palette.tsx').then(({ Palette }) => Palette);

/** The dialog that is open, if one is. */
export function Dialogs({ store }: { readonly store: Store }) {
  const { dialog } = store.state;
  const close = () => {
    dialog.value = null;
  };
  switch (dialog.value?.kind) {
    case 'help':
      return <HelpDialog store={store} close={close} />;
    case 'storage':
      return <Lazy load={storage} props={{ store, close }} what="The storage panel" />;
    case 'palette':
      return <Lazy load={palette} props={{ store, close }} what="The list of commands" />;
    case 'provenance':
      return <ProvenanceDialog store={store} system={dialog.value.system} close={close} />;
    default:
      return null;
  }
}
