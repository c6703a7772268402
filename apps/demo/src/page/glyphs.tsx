import type { SystemId } from '../protocol.ts';

const paths: Readonly<Record<SystemId, string>> = {
  radiograph:
    'M24 6v36M24 12c-9-2-15 3-17 11M24 12c9-2 15 3 17 11M24 20c-7-2-12 2-14 9M24 20c7-2 12 2 14 9M24 28c-5-1-9 2-11 7M24 28c5-1 9 2 11 7',
  volume: 'M24 5l17 9v20l-17 9-17-9V14zM7 14l17 9 17-9M24 23v20M7 24l17 9 17-9',
  cells:
    'M18 8c7-2 13 2 13 9s-5 11-12 10S8 22 9 17s4-7 9-9zM34 26c5 0 8 4 7 9s-5 7-10 6-6-6-4-10 4-5 7-5zM14 32c4-1 7 1 7 5s-3 6-7 6-6-3-6-6 3-5 6-5zM19 16h.1M34 34h.1M14 38h.1',
};

/** A line drawing for a card. */
export function Glyph({ system }: { readonly system: SystemId }) {
  return (
    <svg class="glyph" viewBox="0 0 48 48" width="44" height="44" aria-hidden="true">
      <path d={paths[system]} />
    </svg>
  );
}
