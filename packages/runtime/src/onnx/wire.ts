import { RoentgenError } from '@roentgen/kernels';

/*
 * The Protocol Buffers wire format, as far as ONNX uses it: varints, fixed 32- and 64-bit numbers and
 * length-delimited bytes (https://protobuf.dev/programming-guides/encoding/). Every length is checked against
 * the message that holds it, and every complaint says the byte and the message. docs/decisions/onnx-reader.md
 * says why this is ours.
 */

/** A 64-bit integer: a `number` where one can hold it exactly, a `bigint` beyond 2^53. */
export type Int = number | bigint;

export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
export const FIXED32 = 5;

/** Messages within messages that are still followed; the same as protobuf's own libraries. */
const DEEPEST = 100;
/** Messages in one file; each becomes an object hundreds of times the two bytes that it may be written in. */
const MOST_MESSAGES = 1_000_000;
const WORD = 2 ** 32;

// A byte-order mark is part of a name: without it two different names would become one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one message. Call `next` until it says false; in between, read or `skip` the field it found. */
export class WireReader {
  /** The number of the field that `next` found. */
  field = 0;
  private wire = 0;
  private position: number;
  private low = 0;
  private high = 0;
  private readonly bytes: Uint8Array;
  private readonly end: number;
  private readonly what: string;
  private readonly depth: number;
  /** Shared by all readers of one file. */
  private readonly file: { readonly name: string; messages: number };

  /** Reads `bytes` from their start; `what` names them in messages. */
  constructor(bytes: Uint8Array, what: string);
  constructor(bytes: Uint8Array, what: string, start: number, end: number, parent: WireReader);
  constructor(bytes: Uint8Array, what: string, start = 0, end = bytes.length, parent?: WireReader) {
    this.bytes = bytes;
    this.what = what;
    this.position = start;
    this.end = end;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.file = parent === undefined ? { name: what, messages: 0 } : parent.file;
  }

  /** Whether bytes are left. */
  more(): boolean {
    return this.position < this.end;
  }

  /** Moves to the next field; false at the end of the message. */
  next(): boolean {
    if (!this.more()) return false;
    this.varint();
    this.field = this.low >>> 3;
    this.wire = this.low & 7;
    if (this.high !== 0 || this.field === 0) this.fail('a field without a valid number');
    if (this.wire === 3 || this.wire === 4 || this.wire > 5) {
      this.fail(`field ${this.field} has wire type ${this.wire}, which ONNX does not use`);
    }
    return true;
  }

  skip(): void {
    if (this.wire === VARINT) this.varint();
    else if (this.wire === BYTES) this.move(this.length());
    else this.move(this.wire === FIXED64 ? 8 : 4);
  }

  /** A signed 64-bit integer (int64, int32 or an enum). */
  int(): Int {
    this.expect(VARINT, 'an integer');
    return this.plainInt();
  }

  /** An integer that no sane file writes beyond 2^53: a version, an enum. */
  smallInt(): number {
    const value = this.int();
    if (typeof value === 'bigint') this.fail(`field ${this.field} is ${value}, beyond any known value`);
    return value;
  }

  /** Appends a repeated integer field's values, packed or not. */
  ints(into: Int[]): void {
    if (this.wire !== BYTES) into.push(this.int());
    else for (const packed = this.message('packed integers'); packed.more(); ) into.push(packed.plainInt());
  }

  float(): number {
    this.expect(FIXED32, 'a float');
    return this.plainFloat();
  }

  /** Appends a repeated float field's values, packed or not. */
  floats(into: number[]): void {
    if (this.wire !== BYTES) into.push(this.float());
    else for (const packed = this.message('packed floats'); packed.more(); ) into.push(packed.plainFloat());
  }

  /** Length-delimited bytes, as a view into the file. */
  bytesField(): Uint8Array {
    this.expect(BYTES, 'bytes');
    const length = this.length();
    const start = this.position;
    this.move(length);
    return this.bytes.subarray(start, start + length);
  }

  string(): string {
    const bytes = this.bytesField();
    try {
      return utf8.decode(bytes);
    } catch (cause) {
      return this.fail(`field ${this.field} is text that is not valid UTF-8`, cause);
    }
  }

  /** A reader over the message that this field holds; `what` names it. */
  message(what: string): WireReader {
    this.expect(BYTES, 'a message');
    const length = this.length();
    const start = this.position;
    this.move(length);
    if (this.depth >= DEEPEST) this.fail(`messages are nested more than ${DEEPEST} deep`);
    this.file.messages++;
    if (this.file.messages > MOST_MESSAGES) this.fail(`more than ${MOST_MESSAGES} messages in one file`);
    return new WireReader(this.bytes, what, start, start + length, this);
  }

  /** The encoded bytes of one or many numbers of a repeated field whose unpacked form is `scalar`. */
  chunk(scalar: number): Uint8Array {
    if (this.wire === BYTES) return this.bytesField();
    this.expect(scalar, 'a number of another kind');
    const start = this.position;
    this.skip();
    return this.bytes.subarray(start, this.position);
  }

  /** Reads a bare varint and hands over its two 32-bit halves: 64-bit data without a bigint per element. */
  words(into: (low: number, high: number) => void): void {
    this.varint();
    into(this.low, this.high);
  }

  private plainInt(): Int {
    this.varint();
    const high = this.high | 0;
    const value = high * WORD + this.low;
    return Number.isSafeInteger(value) ? value : (BigInt(high) << 32n) | BigInt(this.low);
  }

  private plainFloat(): number {
    const from = this.position;
    this.move(4);
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + from, 4).getFloat32(0, true);
  }

  private length(): number {
    this.varint();
    return this.high * WORD + this.low;
  }

  private move(count: number): void {
    const left = this.end - this.position;
    if (count > left) {
      this.fail(`field ${this.field} says ${count} bytes follow, but ${left} are left`);
    }
    this.position += count;
  }

  /** Leaves the value in `low` and `high`, both unsigned. A 64-bit value takes at most ten bytes. */
  private varint(): void {
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.position >= this.end) this.fail('it ends in the middle of a number');
      const byte = this.bytes[this.position++] as number;
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else if (shift < 63) high |= bits << (shift - 32);
      else if (bits > 1) this.fail('a number of more than 64 bits');
      else high |= bits << 31;
      if (byte < 0x80) {
        this.low = low >>> 0;
        this.high = high >>> 0;
        return;
      }
    }
    this.fail('a number of more than ten bytes');
  }

  private expect(wire: number, what: string): void {
    if (this.wire !== wire) this.fail(`field ${this.field} has wire type ${this.wire} where ${what} belongs`);
  }

  private fail(reason: string, cause?: unknown): never {
    const place = this.depth === 0 ? '' : `, in ${this.what}`;
    throw new RoentgenError('format', `${this.file.name}, at byte ${this.position}${place}: ${reason}.`, {
      hint: 'The file is damaged or cut short, or it is not an ONNX model: fetch or export it again and compare its size.',
      cause,
    });
  }
}
