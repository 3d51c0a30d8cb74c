/** Cuts text that comes piece by piece into lines (LF or CRLF), handed over without their ends. */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  readonly #maxLength: number;
  #parts: string[] = [];
  #length = 0;
  #count = 0;

  constructor(maxLength: number, onLine: (line: string) => void) {
    this.#maxLength = maxLength;
    this.#onLine = onLine;
  }

  /** Lines handed over so far. */
  get count(): number {
    return this.#count;
  }

  /** Reads on; false when a line is longer than allowed, and nothing further is to be read. */
  push(text: string): boolean {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#parts.push(text.slice(from, end));
      this.#emit();
      from = end + 1;
    }
    const rest = text.slice(from);
    if (rest !== '') this.#parts.push(rest);
    this.#length += rest.length;
    return this.#length <= this.#maxLength;
  }

  /** Hands over the last line, if it does not end with a line end. */
  end(): void {
    if (this.#parts.length > 0) this.#emit();
  }

  #emit(): void {
    const line = this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    this.#count += 1;
    this.#onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  }
}
