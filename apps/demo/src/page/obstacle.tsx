import type { Obstacle } from '../protocol.ts';
import { CopyReport } from './report/copy-report.tsx';
import type { Store } from './store.ts';

interface Advice {
  readonly title: string;
  readonly why: string;
  readonly steps: readonly string[];
}

const linux =
  'On Linux start Chrome with --enable-unsafe-webgpu --enable-features=Vulkan, and install a Vulkan driver (mesa-vulkan-drivers).';

/** Each reason with its own fix. */
export function adviceFor(obstacle: Obstacle): Advice {
  switch (obstacle.kind) {
    case 'insecure':
      return {
        title: 'This page is not secure, so the browser hides WebGPU',
        why: 'WebGPU exists only on https pages and on localhost.',
        steps: ['Open the page with https, or serve it on this machine: npm start.'],
      };
    case 'no-webgpu':
      return {
        title: 'This browser has no WebGPU',
        why: 'The networks run on the GPU through WebGPU; there is no other way here, and no silent fallback.',
        steps: [
          'Use a current Chrome or Edge (113 or newer), or a current Safari or Firefox where WebGPU is on.',
          linux,
        ],
      };
    case 'no-adapter':
      return {
        title: 'WebGPU is here, but it finds no GPU',
        why: 'The browser knows WebGPU and offers no adapter: graphics acceleration is off, or the driver is blocked.',
        steps: [
          'Switch on “Use graphics acceleration when available” in chrome://settings/system and restart the browser.',
          'chrome://gpu says why an adapter is blocked.',
          linux,
        ],
      };
    case 'small-limits':
      return {
        title: 'The GPU’s limits are too small for these networks',
        why: obstacle.shortfalls
          .map(
            ({ limit, needs, has }) =>
              `${limit}: needs ${needs.toLocaleString('en')}, has ${has.toLocaleString('en')}.`,
          )
          .join(' '),
        steps: [
          'Choose the faster GPU for the browser in the system’s graphics settings.',
          'Update the graphics driver.',
        ],
      };
  }
}

/** Why nothing can be computed, and what to do. */
export function ObstaclePanel({ obstacle, store }: { readonly obstacle: Obstacle; readonly store: Store }) {
  const { title, why, steps } = adviceFor(obstacle);
  return (
    <section class="panel obstacle" role="alert" data-testid="obstacle" data-kind={obstacle.kind}>
      <h2>{title}</h2>
      <p>{why}</p>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <div class="buttons">
        <CopyReport store={store} />
      </div>
    </section>
  );
}
