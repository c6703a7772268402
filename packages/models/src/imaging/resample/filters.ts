/** An even interpolation kernel: `weight(x)` is zero for |x| >= support, x in source samples. */
export interface Filter {
  readonly name: string;
  readonly support: number;
  readonly weight: (x: number) => number;
}

/**
 * Keys' cubic convolution kernel (IEEE TASSP 29, 1981). `a` is its slope at 1: -0.5 is Keys' own, used by MATLAB's
 * imresize, Pillow, and PyTorch with `antialias=True`; -0.75 is PyTorch's and OpenCV's without it.
 */
export function cubic(a: number): Filter {
  const near = (x: number) => ((a + 2) * x - (a + 3)) * x * x + 1;
  const far = (x: number) => a * (((x - 5) * x + 8) * x - 4);
  const weight = (x: number) => {
    const d = Math.abs(x);
    if (d < 1) return near(d);
    return d < 2 ? far(d) : 0;
  };
  return { name: `cubic(${a})`, support: 2, weight };
}

/** The triangle, that is linear interpolation. */
export const triangle: Filter = {
  name: 'triangle',
  support: 1,
  weight: (x) => Math.max(0, 1 - Math.abs(x)),
};

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** Sinc windowed by the central lobe of a wider sinc, `lobes` on either side (Duchon 1979). */
export function lanczos(lobes: number): Filter {
  const weight = (x: number) => (Math.abs(x) < lobes ? sinc(x) * sinc(x / lobes) : 0);
  return { name: `lanczos(${lobes})`, support: lobes, weight };
}

/** Takes the one sample whose cell holds the point; the point between two cells belongs to the later one. */
export const box: Filter = { name: 'box', support: 0.5, weight: (x) => (x > -0.5 && x <= 0.5 ? 1 : 0) };
