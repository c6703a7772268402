/** Pieces of SVG, as text. Colours come from the classes of `style`, so that a picture follows the page into the dark. */

/** Text as XML wants it. */
export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (char) => entities[char]);
}

/** Tenths of a pixel are as fine as anyone sees. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function line(x1: number, y1: number, x2: number, y2: number, className: string): string {
  return `<line class="${className}" x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}"/>`;
}

/**
 * The mark of a series at a place, which says what it is when it is pointed at: a dot in the series' colour; a square from the ninth series
 * on, whose colours are the first ones again.
 */
export function mark(x: number, y: number, r: number, series: number, title: string, hollow = false): string {
  const className = `s${series % hues}${hollow ? ' hollow' : ''}`;
  const name = `<title>${escapeXml(title)}</title>`;
  if (series < hues)
    return `<circle class="${className}" cx="${px(x)}" cy="${px(y)}" r="${px(r)}">${name}</circle>`;
  return `<rect class="${className}" x="${px(x - r)}" y="${px(y - r)}" width="${px(2 * r)}" height="${px(2 * r)}">${name}</rect>`;
}

export function words(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  className = '',
): string {
  const attributes = className === '' ? '' : ` class="${className}"`;
  return `<text${attributes} x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

/** A number of a logarithmic axis: 0.01, 1, 1000, and 1e6 where zeros would have to be counted. */
export function tickText(value: number): string {
  return value >= 1e5 || value < 1e-3
    ? value.toExponential(0).replace('+', '')
    : String(Number(value.toPrecision(3)));
}

// After Okabe and Ito's palette, which holds for the colour-blind; each lightened or darkened to stand on its ground.
const light = ['#0072b2', '#d55e00', '#008f6b', '#b8578f', '#8a6d00', '#3d8fc4', '#555555', '#000000'];
const dark = ['#4fb3ee', '#ff8c42', '#2fd0a5', '#e78fc0', '#f0d048', '#9ad0f5', '#aaaaaa', '#ffffff'];

/** How many series can be told apart by colour. */
export const hues = light.length;

/** Fill and outline of series by number (`s0`, `s1`, ...; with `hollow` the outline alone), lines and words, by the reader's colour scheme. */
export const style = `<style>
svg { color-scheme: light dark; font: 12px system-ui, sans-serif; }
.ground { fill: #ffffff; } text { fill: #222222; } .faint { fill: #666666; }
.grid { stroke: #e3e3e3; } .axis { stroke: #888888; } .roof { stroke: #222222; stroke-width: 2; } .dashed { stroke-dasharray: 6 4; }
${series(light)}
.hollow { fill-opacity: 0.15; }
.stem { stroke-width: 1.5; stroke-opacity: 0.5; } .title { font-weight: 600; font-size: 14px; }
@media (prefers-color-scheme: dark) {
.ground { fill: #16181c; } text { fill: #e6e6e6; } .faint { fill: #9a9a9a; }
.grid { stroke: #2c3036; } .axis { stroke: #7a7f87; } .roof { stroke: #e6e6e6; }
${series(dark)}
}
</style>`;

function series(colours: readonly string[]): string {
  return colours.map((colour, i) => `.s${i} { fill: ${colour}; stroke: ${colour}; }`).join('\n');
}
