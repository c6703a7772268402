/** The 3D view: niivue on WebGL2, fetched when it is first asked for. */
import NiiVue from '@niivue/niivue/webgl2';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MeasuredVolume, Window } from '../../drawing/scene.ts';
import { Dialog } from '../dialog.tsx';
import { niftiFile, thinned } from './nifti-file.ts';

export interface SolidProps {
  readonly volume: MeasuredVolume;
  readonly window: Window;
  readonly close: () => void;
}

/** Voxels that are shown at most: about 270 MB of textures. */
const most = 2 ** 25;
const rendering = 4;

/** niivue on a canvas, with a volume through a window: nothing of its own on the page but the picture. */
async function open(canvas: HTMLCanvasElement, volume: MeasuredVolume, { centre, width }: Window) {
  const view = new NiiVue({
    isDragDropEnabled: false,
    backgroundColor: [0, 0, 0, 1],
    isColorbarVisible: false,
    logLevel: 'silent',
  });
  await view.attachToCanvas(canvas);
  const [calMin, calMax] = [centre - width / 2, centre + width / 2];
  await view.loadVolumes({ url: niftiFile(volume, 'network.nii'), name: 'network.nii', calMin, calMax });
  view.sliceType = rendering;
  view.is3DCrosshairVisible = false;
  view.volumeIllumination = 0.6;
  view.drawScene();
  return view;
}

const turns: Readonly<Record<string, readonly [azimuth: number, elevation: number]>> = {
  ArrowLeft: [-10, 0],
  ArrowRight: [10, 0],
  ArrowUp: [0, 10],
  ArrowDown: [0, -10],
};

/** Turns by arrows and zooms by plus and minus; false where the key means nothing here. */
function obey(view: NiiVue, key: string): boolean {
  const turn = turns[key];
  if (turn !== undefined) {
    view.azimuth += turn[0];
    view.elevation += turn[1];
  } else if (key === '+' || key === '=') view.scaleMultiplier *= 1.1;
  else if (key === '-') view.scaleMultiplier /= 1.1;
  else return false;
  view.drawScene();
  return true;
}

type State = 'loading' | 'shown' | { readonly trouble: string };

/** The network's volume in 3D, in a dialog. */
export function Solid({ volume, window, close }: SolidProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<NiiVue | null>(null);
  const [state, set] = useState<State>('loading');
  const thin = thinned(volume, most);
  useEffect(() => {
    let gone = false;
    open(canvas.current!, thin.volume, window).then(
      (opened) => {
        if (gone) return opened.destroy();
        view.current = opened;
        set('shown');
      },
      (error: unknown) => set({ trouble: `This browser cannot show it in 3D: ${error}` }),
    );
    const lost = () => {
      if (!gone)
        set({ trouble: 'The GPU was reset, and this view went with it. Close it and open it again.' });
    };
    // WebGL keeps nothing of its own; the volume is still here, so that it can be opened anew.
    canvas.current!.addEventListener('webglcontextlost', lost);
    return () => {
      gone = true;
      view.current?.destroy();
    };
  }, []);
  return (
    <Dialog title="The network’s volume in 3D" close={close}>
      <div class="solid" data-testid="solid" data-state={typeof state === 'string' ? state : 'failed'}>
        <div
          class="solid-turn"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys
          tabIndex={0}
          autofocus
          role="application"
          aria-label="Volume in 3D: arrows turn it, plus and minus zoom"
          onKeyDown={(event) => {
            if (view.current !== null && obey(view.current, event.key)) event.preventDefault();
          }}
        >
          <canvas ref={canvas} />
        </div>
        {state === 'loading' && <p class="solid-word">Building the 3D view…</p>}
        {typeof state !== 'string' && <p class="stage-trouble">{state.trouble}</p>}
      </div>
      <p class="notice-line">
        Synthetic detail. Drag or arrows turn it, the wheel or + and − zoom.
        {thin.step > 1 && ` Of this volume every ${thin.step}th voxel of each axis is shown.`}
      </p>
    </Dialog>
  );
}
