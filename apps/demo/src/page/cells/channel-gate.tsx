import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../store.ts';
import type { ChannelDialogProps } from './channel-dialog.tsx';

/** The dialog about channels, fetched when it is first needed. */
export function ChannelGate({ store }: { readonly store: Store }) {
  const [Loaded, set] = useState<ComponentType<ChannelDialogProps> | null>(null);
  const question = store.state.channels.value;
  useEffect(() => {
    if (question !== null && Loaded === null)
      void import('./channel-dialog.tsx').then(({ ChannelDialog }) => set(() => ChannelDialog));
  }, [question, Loaded]);
  return question === null || Loaded === null ? null : (
    <Loaded key={question.report.signature} store={store} question={question} />
  );
}
