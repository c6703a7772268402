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
}

/** A canvas that holds exactly these pixels; the style sheet scales it. */
export function PixelCanvas({ pixels, label }: CanvasProps) {
  const own = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = own.current;
    if (element === null) return;
    element.width = pixels.width;
    element.height = pixels.height;
    // Held by the processor: a GPU that is reset takes the canvases that it holds along.
    const context = element.getContext('2d', { willReadFrequently: true });
    const put = () => context?.putImageData(new ImageData(pixels.rgba, pixels.width, pixels.height), 0, 0);
    put();
    // Where a browser holds it elsewhere all the same, it comes back empty.
    element.addEventListener('contextrestored', put);
    return () => element.removeEventListener('contextrestored', put);
  }, [pixels]);
  return <canvas ref={own} role="img" aria-label={label} />;
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
