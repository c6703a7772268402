import type { PlainError } from '../protocol.ts';

/** What Dawn says when its process went away, in the words of its own source. */
const gone = /valid external Instance reference no longer exists|device (is|was) lost|A valid external/i;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Any error as data: those of the project keep their code and hint, others get a sentence that helps. */
export function plainError(error: unknown): PlainError {
  const { name, message, code, hint, node } = Object(error) as Record<string, unknown>;
  const said = text(message) ?? String(error);
  if (gone.test(said)) return lostError(said);
  if (name === 'AbortError') return { code: 'aborted', message: 'Stopped.' };
  if (name === 'RoentgenError') {
    return {
      code: text(code) ?? 'unknown',
      message: said,
      ...(text(hint) === undefined ? {} : { hint: text(hint)! }),
      ...(text(node) === undefined ? {} : { node: text(node)! }),
    };
  }
  if (error instanceof RangeError && /allocation|array length/i.test(said))
    return {
      code: 'memory',
      message: `The browser has no memory left for this: ${said}`,
      hint: 'close other tabs, or open a smaller picture',
    };
  return {
    code: 'unknown',
    message: said,
    hint: 'this is a fault of the page, not of your file: please report it',
  };
}

/** The GPU went away: what happened, and that nothing of the user's is lost. */
export function lostError(reason: string): PlainError {
  return {
    code: 'device',
    message: `Your picture and your results are still here. The browser says: ${reason || 'nothing'}`,
    hint: 'run it again',
  };
}
