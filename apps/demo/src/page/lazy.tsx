import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';

interface LazyProps<P> {
  /** Fetches the component; called once. */
  readonly load: () => Promise<FunctionComponent<P>>;
  readonly props: P;
  /** What it is, for the line that says that it cannot be had. */
  readonly what: string;
}

/** A part of the page that few visitors want: fetched when first shown, so that the others need not wait for it. */
export function Lazy<P extends object>({ load, props, what }: LazyProps<P>) {
  const part = useSignal<FunctionComponent<P> | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    load().then(
      (component) => {
        part.value = component;
      },
      () => {
        failed.value = true;
      },
    );
  }, [load, part, failed]);
  const Part = part.value;
  if (Part !== null) return <Part {...props} />;
  if (!failed.value) return null;
  return (
    <section class="panel failure" role="alert">
      <p>{what} cannot be fetched: check the connection and reload the page.</p>
    </section>
  );
}
