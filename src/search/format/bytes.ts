import { SearchFormatError } from './format-error.ts';

/** A growing byte array with variable-length integers: seven bits a byte, lowest first, the high bit says more. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  length = 0;

  byte(value: number): void {
    if (this.length === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.length++] = value;
  }

  /** `value`: an integer from 0 to 2^32 - 1. */
  integer(value: number): void {
    while (value > 127) {
      this.byte((value & 127) | 128);
      value >>>= 7;
    }
    this.byte(value);
  }

  /** The number of UTF-16 units and each of them. */
  string(value: string): void {
    this.integer(value.length);
    for (let i = 0; i < value.length; i++) this.integer(value.charCodeAt(i));
  }

  float(value: number): void {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value, true);
    for (const byte of bytes) this.byte(byte);
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.byte(value);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}

/** Reads what `ByteWriter` wrote. Throws a `SearchFormatError` where the bytes end too early. */
export class ByteReader {
  #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get remaining(): number {
    return this.#bytes.length - this.#position;
  }

  byte(): number {
    const value = this.#bytes[this.#position++];
    if (value === undefined) throw new SearchFormatError('it ends too early');
    return value;
  }

  integer(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new SearchFormatError('a number in it is too large');
  }

  /**
   * A number of things that take at least `bytesEach` bytes: checked against what is left before anything is allocated.
   */
  count(bytesEach = 1): number {
    const value = this.integer();
    if (value * bytesEach > this.remaining) throw new SearchFormatError('it ends too early');
    return value;
  }

  string(): string {
    let value = '';
    for (let i = this.count(); i > 0; i--) value += String.fromCharCode(this.integer());
    return value;
  }

  float(): number {
    const bytes = this.take(8);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
  }

  take(length: number): Uint8Array {
    if (length > this.remaining) throw new SearchFormatError('it ends too early');
    this.#position += length;
    return this.#bytes.subarray(this.#position - length, this.#position);
  }
}
