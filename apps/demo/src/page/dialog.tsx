import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/**
 * Opens it with the focus on what was marked `autofocus`, which may come in later, or else on its heading, from where one
 * reads and scrolls. Once it is gone the focus goes back to what had it, or, where that is gone too, to the content.
 */
function useModal(dialog: { readonly current: HTMLDialogElement | null }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const element = dialog.current!;
    element.showModal();
    const place = () => (element.querySelector<HTMLElement>('[autofocus]') ?? heading.current)?.focus();
    place();
    // Content that comes in later takes the focus only from the heading: the user may have gone on by then.
    const late = new MutationObserver(() => document.activeElement === heading.current && place());
    late.observe(element, { childList: true, subtree: true });
    return () => {
      late.disconnect();
      // The event of this comes later, when another dialog may be open, which it must not close.
      element.addEventListener('close', (event) => event.stopImmediatePropagation(), { capture: true });
      // A close button takes the dialog off the page while it is open: then the browser gives no focus back.
      element.close();
      const held = document.activeElement;
      if (held !== null && held !== document.body) return;
      const there = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
      (there ? opener : document.getElementById('main'))?.focus({ preventScroll: true });
    };
  }, []);
  return heading;
}

/** A modal dialog; Esc and a click beside it close it. */
export function Dialog({ title, close, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useModal(element);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog element closes on Esc by itself
    <dialog
      ref={element}
      aria-label={title}
      onClose={close}
      onClick={(event) => {
        if (event.target === element.current) close();
      }}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" class="quiet" onClick={close}>
            Close
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
