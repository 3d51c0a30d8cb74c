/** Cuts text that comes piece by piece into lines (LF, CRLF or CR), handed over without their ends. */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  readonly #maxLength: number;
  #parts: string[] = [];
  #length = 0;
  #count = 0;
  /** Whether the last piece ended with a CR, whose LF may begin the next one. */
  #isAfterReturn = false;

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
    let from = this.#isAfterReturn && text.startsWith('\n') ? 1 : 0;
    if (text !== '') this.#isAfterReturn = text.endsWith('\r');
    let feed = text.indexOf('\n', from);
    let carriage = text.indexOf('\r', from);
    while (feed >= 0 || carriage >= 0) {
      const isReturn = carriage >= 0 && (feed < 0 || carriage < feed);
      const end = isReturn ? carriage : feed;
      this.#parts.push(text.slice(from, end));
      this.#emit();
      from = end + (isReturn && feed === carriage + 1 ? 2 : 1);
      if (feed >= 0 && feed < from) feed = text.indexOf('\n', from);
      if (carriage >= 0 && carriage < from) carriage = text.indexOf('\r', from);
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
    this.#onLine(line);
  }
}
