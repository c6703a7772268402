import { type Elements, greyImage, type Value } from './dicom.ts';

const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';

/** 64-bit floats: the value of an element of VR FD. */
export function doubles(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => {
    view.setFloat64(8 * i, value, true);
  });
  return new Uint8Array(view.buffer);
}

/** Unsigned integers of 32 or 64 bits: the value of an element of VR UL or OV. */
export function integers(bytes: 4 | 8, ...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(bytes * values.length));
  values.forEach((value, i) => {
    view.setUint32(bytes * i, value, true);
  });
  return new Uint8Array(view.buffer);
}

const one = (elements: Elements): Value => ({ items: [elements] });

/** What a frame of an enhanced file says of itself. */
export interface FrameFacts {
  readonly position: string;
  readonly stack?: string;
  readonly timePoint?: number;
  /** Milliseconds. */
  readonly echo?: number;
  readonly slope?: string;
  readonly orientation?: string;
  /** Dimension Index Values. */
  readonly indices?: readonly number[];
  readonly window?: readonly [center: string, width: string];
}

function frameGroup(facts: FrameFacts): Elements {
  const { position, stack, timePoint, echo, slope, orientation, indices, window } = facts;
  const content: Elements = {
    ...(stack !== undefined && { '00209056 SH': stack }),
    ...(timePoint !== undefined && { '00209128 UL': integers(4, timePoint) }),
    ...(indices !== undefined && { '00209157 UL': integers(4, ...indices) }),
  };
  return {
    ...(echo !== undefined && { '00189114 SQ': one({ '00189082 FD': doubles(echo) }) }),
    '00209111 SQ': one(content),
    '00209113 SQ': one({ '00200032 DS': position }),
    ...(orientation !== undefined && { '00209116 SQ': one({ '00200037 DS': orientation }) }),
    ...(window && { '00289132 SQ': one({ '00281050 DS': window[0], '00281051 DS': window[1] }) }),
    ...(slope !== undefined && {
      '00289145 SQ': one({ '00281052 DS': '0', '00281053 DS': slope, '00281054 LO': 'US' }),
    }),
  };
}

/** What frames share: transverse planes with pixels of 0.5 mm by rows and 0.25 mm by columns. */
const SHARED: Elements = {
  '00209116 SQ': one({ '00200037 DS': '1\\0\\0\\0\\1\\0' }),
  '00289110 SQ': one({ '00180050 DS': '9', '00280030 DS': '0.5\\0.25' }),
};

/** An Enhanced MR file of 2 x 1 pixels a frame unless overridden, without any place outside its functional groups. */
export function enhancedFile(
  frames: readonly FrameFacts[],
  pixels: Value,
  overrides: Elements = {},
  syntax: string = EXPLICIT_LITTLE,
): Uint8Array {
  return greyImage(pixels, syntax, {
    '00080016 UI': '1.2.840.10008.5.1.4.1.1.4.1',
    '00280008 IS': String(frames.length),
    '00280010 US': [1],
    '00280011 US': [2],
    '52009229 SQ': one(SHARED),
    '52009230 SQ': { items: frames.map(frameGroup) },
    ...overrides,
  });
}
