/** What OME and ImageJ say of a picture beyond its samples. */
export interface TiffMetadata {
  readonly channelNames: readonly string[];
  /** Distance between pixels along rows and columns, in micrometres. */
  readonly pixelSize?: { readonly row: number; readonly column: number };
  /** Sizes of the hyperstack, where one is described; 1 for an axis that is not. */
  readonly axes?: { readonly channels: number; readonly slices: number; readonly frames: number };
  /** The axes that pages are counted along, fastest first; ImageJ's is always channels, slices, frames. */
  readonly pageOrder?: readonly ('C' | 'Z' | 'T')[];
  /** Who wrote the description: it decides how pages are counted. */
  readonly dialect: 'ome' | 'imagej' | 'plain';
}

/** TIFF's ResolutionUnit 2 and 3, in micrometres; 1 states no unit. */
const UNITS: Readonly<Record<number, number>> = { 2: 25400, 3: 10000 };

const MICROMETRES: Readonly<Record<string, number>> = {
  pm: 1e-6,
  nm: 1e-3,
  Å: 1e-4,
  um: 1,
  µm: 1,
  μm: 1,
  micron: 1,
  microns: 1,
  '\\u00B5m': 1,
  mm: 1e3,
  cm: 1e4,
  inch: 25400,
  m: 1e6,
};

function attribute(element: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(element)?.[1];
}

function xmlText(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** The first Pixels element of an OME-XML block (OME 2016-06); the size defaults to micrometres there. */
function ome(xml: string): TiffMetadata {
  const pixels = /<(?:\w+:)?Pixels\s[^>]*>/.exec(xml)?.[0] ?? '';
  const names = [...xml.matchAll(/<(?:\w+:)?Channel\s[^>]*>/g)].map(
    ([element]) => attribute(element, 'Name') ?? '',
  );
  const count = (axis: string) => Number(attribute(pixels, `Size${axis}`) ?? 1) || 1;
  const size = (axis: string) => {
    const unit = MICROMETRES[xmlText(attribute(pixels, `PhysicalSize${axis}Unit`) ?? 'µm')];
    return Number(attribute(pixels, `PhysicalSize${axis}`)) * (unit ?? Number.NaN);
  };
  const [row, column] = [size('Y'), size('X')];
  const order = attribute(pixels, 'DimensionOrder')?.match(/[CZT]/g);
  const pageOrder = order?.length === 3 ? { pageOrder: order as ('C' | 'Z' | 'T')[] } : {};
  return {
    dialect: 'ome',
    channelNames: names.map(xmlText),
    axes: { channels: count('C'), slices: count('Z'), frames: count('T') },
    ...pageOrder,
    ...(row > 0 && column > 0 ? { pixelSize: { row, column } } : {}),
  };
}

/** The key=value lines that ImageJ writes; channel names are the first lines of the slice labels, not here. */
function imagej(text: string, density: Density): TiffMetadata {
  const value = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1]?.trim();
  const count = (key: string) => Number(value(key) ?? 1) || 1;
  const axes = { channels: count('channels'), slices: count('slices'), frames: count('frames') };
  const unit = MICROMETRES[value('unit') ?? ''];
  const known = unit !== undefined && density.x > 0 && density.y > 0;
  const pixelSize = known ? { pixelSize: { row: unit / density.y, column: unit / density.x } } : {};
  return { dialect: 'imagej', channelNames: [], axes, ...pixelSize };
}

/** XResolution, YResolution (pixels per unit) and ResolutionUnit of the first page; 0 where absent. */
export interface Density {
  readonly x: number;
  readonly y: number;
  readonly unit: number;
}

/** Densities of up to 1200 dpi are settings for printers and screens, not sizes of what was photographed. */
function plain(density: Density): TiffMetadata {
  const micrometres = UNITS[density.unit];
  const isPrint = density.x * (25400 / (micrometres ?? 25400)) <= 1200;
  if (micrometres === undefined || !(density.x > 0 && density.y > 0) || isPrint) {
    return { dialect: 'plain', channelNames: [] };
  }
  const pixelSize = { row: micrometres / density.y, column: micrometres / density.x };
  return { dialect: 'plain', channelNames: [], pixelSize };
}

/** Reads an ImageDescription: OME-XML, ImageJ's lines, or neither. */
export function readTiffMetadata(description: string, density: Density): TiffMetadata {
  if (/<(?:\w+:)?OME[\s>]/.test(description)) return ome(description);
  if (/^ImageJ=/.test(description)) return imagej(description, density);
  return plain(density);
}
