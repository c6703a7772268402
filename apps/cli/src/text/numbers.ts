/** 12345678 as '12,345,678', the same in every locale. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Bytes for people, in powers of 1024: '3.2 MiB'. */
export function bytesText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = bytes < 1 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10));
  return power === 0 ? `${bytes} B` : `${(bytes / 1024 ** power).toFixed(1)} ${units[power]}`;
}

/** A shape as '1 x 3 x 224 x 224'; open sizes by name or '?'. */
export function shapeText(shape: readonly (number | string | null)[]): string {
  return shape.length === 0 ? 'scalar' : shape.map((dim) => dim ?? '?').join(' x ');
}

/** Milliseconds with three significant digits. */
export function msText(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms >= 1 ? ms.toFixed(2) : ms.toFixed(3);
}
