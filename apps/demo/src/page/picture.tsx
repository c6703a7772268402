import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Pixels ready for a canvas. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

interface CanvasProps {
  readonly pixels: Pixels;
  readonly label: string;
  readonly canvas?: Ref<HTMLCanvasElement>;
  readonly class?: string;
}

/** A canvas that holds exactly these pixels; the style sheet scales it. */
export function PixelCanvas({ pixels, label, canvas, class: name }: CanvasProps) {
  const own = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = own.current;
    if (element === null) return;
    element.width = pixels.width;
    element.height = pixels.height;
    // Held by the processor: a GPU that is reset takes the canvases that it holds along.
    const context = element.getContext('2d', { willReadFrequently: true });
    context?.putImageData(new ImageData(pixels.rgba, pixels.width, pixels.height), 0, 0);
    if (typeof canvas === 'function') canvas(element);
    else if (canvas) (canvas as { current: HTMLCanvasElement | null }).current = element;
  }, [pixels, canvas]);
  return <canvas ref={own} class={name} role="img" aria-label={label} />;
}

interface FrameProps {
  readonly caption: ComponentChildren;
  readonly ratio: number;
  readonly children: ComponentChildren;
}

/** A dark frame of a given width over height, with a caption under it. */
export function Frame({ caption, ratio, children }: FrameProps) {
  return (
    <figure class="frame">
      <div class="frame-picture" style={{ aspectRatio: String(ratio) }}>
        {children}
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** Grey bytes as opaque pixels. */
export function greyPixels(width: number, height: number, grey: ArrayLike<number>): Pixels {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    rgba[4 * i] = grey[i];
    rgba[4 * i + 1] = grey[i];
    rgba[4 * i + 2] = grey[i];
    rgba[4 * i + 3] = 255;
  }
  return { width, height, rgba };
}

interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly opacity: number;
}

/** Paints canvases over one another, side by side where there are several stacks, as a PNG file. */
export function pngOf(stacks: readonly (readonly Layer[])[], scale: number, aspect = 1): Promise<Blob> {
  const height = Math.max(...stacks.map(([base]) => base.canvas.height)) * scale;
  const widths = stacks.map(([base]) =>
    Math.round((height * base.canvas.width * aspect) / base.canvas.height),
  );
  const out = document.createElement('canvas');
  out.width = widths.reduce((sum, width) => sum + width, 0);
  out.height = height;
  const context = out.getContext('2d')!;
  let left = 0;
  stacks.forEach((layers, i) => {
    for (const { canvas, opacity } of layers) {
      context.globalAlpha = opacity;
      context.drawImage(canvas, left, 0, widths[i], height);
    }
    left += widths[i];
  });
  return new Promise((resolve, reject) => {
    out.toBlob(
      (blob) => (blob === null ? reject(new Error('The browser gave no PNG.')) : resolve(blob)),
      'image/png',
    );
  });
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly text: string;
  readonly onInput: (value: number) => void;
}

/** A labelled slider with its value in words. */
export function Slider({ label, value, max, text, onInput }: SliderProps) {
  return (
    <label class="slider">
      <span class="slider-name">{label}</span>
      <input
        type="range"
        min={0}
        max={max}
        step={1}
        value={value}
        aria-valuetext={text}
        onInput={({ currentTarget }) => onInput(Number(currentTarget.value))}
      />
      <output>{text}</output>
    </label>
  );
}
