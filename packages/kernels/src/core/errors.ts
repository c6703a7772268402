/** What went wrong, for programs; the message says it for people. */
export type ErrorCode =
  | 'usage' // the caller asked for something that has no meaning
  | 'file' // a file is missing, unreadable or cannot be written
  | 'format' // bytes that are not what they claim to be, or are damaged
  | 'unsupported' // well-formed, but we lack it; the message says what
  | 'model' // an ONNX model that breaks the standard
  | 'shape' // tensors whose shapes do not fit
  | 'value' // values out of range, NaN
  | 'memory' // more than the device or the process can hold
  | 'device' // no adapter, a lost device, a failed shader
  | 'aborted'; // the caller stopped it

/**
 * The one error type of the project. `message` names the thing, the facts and, in `hint`, the next step;
 * `node` is the ONNX node concerned, where there is one.
 */
export class RoentgenError extends Error {
  readonly code: ErrorCode;
  readonly node: string | undefined;
  readonly hint: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    details: { node?: string; hint?: string; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'RoentgenError';
    this.code = code;
    this.node = details.node;
    this.hint = details.hint;
  }
}
