import { linkOf } from './linked.ts';
import type { Store } from './store.ts';

/** Copies the address of what is on screen. Of files of the user's own it can hold the view only, and says so. */
export async function copyLink(store: Store): Promise<void> {
  const { state } = store;
  const link = linkOf(store);
  const system = state.active.value;
  const own = system !== null && state.samples.value[system] === null;
  const what = own
    ? 'It names the card and the view; your files are not in it.'
    : 'It names the sample and the view.';
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  try {
    if (clipboard === undefined) throw new Error('no clipboard');
    await clipboard.writeText(link);
    state.notices.value = [{ level: 'ok', text: `Link copied. ${what}` }];
  } catch {
    state.notices.value = [
      { level: 'ok', text: `The browser does not let this page copy. The link: ${link}` },
    ];
  }
  state.spoken.value = state.notices.value[0].text;
}
