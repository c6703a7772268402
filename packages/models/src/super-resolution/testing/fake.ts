import type { Network } from '../../network/network.ts';
import type { Enlarger } from '../enlarge.ts';

/** Enlarges by repetition, then adds up each pixel and its four neighbours: a network that looks 1 / scale far. */
function blurred(data: Float32Array, width: number, height: number): Float32Array {
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : data[y * width + x];
  return data.map((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return value + at(x - 1, y) + at(x + 1, y) / 2 + at(x, y - 1) / 4 + at(x, y + 1) / 8;
  });
}

function repeated(data: Float32Array, width: number, height: number, rows: number, columns: number) {
  const wide = width * columns;
  return Float32Array.from({ length: wide * height * rows }, (_, i) => {
    const [x, y] = [Math.floor((i % wide) / columns), Math.floor(Math.floor(i / wide) / rows)];
    return data[y * width + x];
  });
}

/** A stand-in for a network, and the shapes that it was run with. */
export function fakeEnlarger(scale: readonly [number, number], kind: 'repeat' | 'blur') {
  const shapes: string[] = [];
  const network: Network = {
    run: ({ x: { data, shape } }) => {
      shapes.push(shape.join());
      const [count, , height, width] = shape;
      const pictures = Array.from({ length: count }, (_, i) => {
        const one = data.subarray(i * height * width, (i + 1) * height * width);
        const large = repeated(one, width, height, scale[0], scale[1]);
        return kind === 'blur' ? blurred(large, width * scale[1], height * scale[0]) : large;
      });
      const out = new Float32Array(count * height * width * scale[0] * scale[1]);
      for (const [i, picture] of pictures.entries()) out.set(picture, i * picture.length);
      const y = { data: out, shape: [count, 1, height * scale[0], width * scale[1]] };
      return Promise.resolve({ y });
    },
    dispose: () => {},
  };
  const names = { input: 'x', output: 'y', batch: null };
  const enlarger: Enlarger = { network, names, reach: { halo: [1, 1], scale } };
  return { enlarger, shapes };
}
