/** One element of a JSON array, still as text. */
export interface JsonElement {
  /** The line on which it begins, from 1. */
  line: number;
  text: string;
  /** False when it ended within a string or with the file. */
  isWhole: boolean;
}

const TOKEN = /["[\]{},]/g;

/** What precedes an element that begins in the line where the one before ends; not one within another, as indented. */
const BEHIND_ANOTHER = /^\}\s*,\s*(?=\{)/;

/**
 * Cuts the text of a JSON array, given line by line and starting behind its `[`, into its elements, so that one
 * damaged element costs only itself, and an array of any size needs the memory of one element.
 *
 * No string of JSON spans lines. An element in which one does ends there as damaged, and reading goes on at the next
 * line that begins as the first element did, or where one begins behind another.
 */
export class JsonElements {
  readonly #onElement: (element: JsonElement) => void;
  #line: number;
  #depth = 0;
  #parts: string[] = [];
  #startLine: number | null = null;
  #firstStart: string | null = null;
  #isLost = false;
  #isDone = false;
  #restLine: number | null = null;

  constructor(firstLine: number, onElement: (element: JsonElement) => void) {
    this.#line = firstLine;
    this.#onElement = onElement;
  }

  /** Reads the next line, without its line end. */
  pushLine(text: string): void {
    const line = this.#line;
    this.#line += 1;
    if (this.#isDone) return this.#noteRest(text, line);
    let from = this.#isLost ? this.#foundAt(text) : 0;
    if (from < 0) return;
    TOKEN.lastIndex = from;
    for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
      const { index } = token;
      const isBoundary = this.#depth === 0 && (token[0] === ',' || token[0] === ']');
      if (isBoundary) {
        this.#keep(text.slice(from, index), line);
        this.#emit(true);
        from = index + 1;
        this.#isDone = token[0] === ']';
        if (this.#isDone) return this.#noteRest(text.slice(from), line);
      } else if (token[0] === '"') {
        const end = closingQuote(text, index + 1);
        if (end < 0) {
          this.#keep(text.slice(from), line);
          this.#emit(false);
          this.#isLost = true;
          return;
        }
        TOKEN.lastIndex = end + 1;
      } else if (token[0] === '{' || token[0] === '[') {
        this.#firstStart ??= text.slice(0, index + 1);
        this.#depth += 1;
      } else if (token[0] !== ',') {
        this.#depth = Math.max(0, this.#depth - 1);
      }
    }
    this.#keep(text.slice(from), line);
  }

  /** Whether the array is not closed, and no element is begun either. */
  get isBetween(): boolean {
    return !this.#isDone && !this.#isLost && this.#startLine === null;
  }

  /** The first line with text behind the end of the array; null where there is none. */
  get restLine(): number | null {
    return this.#restLine;
  }

  /** The input is over. */
  end(): void {
    this.#emit(this.#isDone);
  }

  #noteRest(text: string, line: number): void {
    if (this.#restLine === null && text.trim() !== '') this.#restLine = line;
  }

  /** Where an element begins in a line behind a damaged one; -1 where none does. */
  #foundAt(text: string): number {
    const isStart = text.startsWith(this.#firstStart ?? '{');
    const at = isStart ? 0 : (BEHIND_ANOTHER.exec(text)?.[0].length ?? -1);
    if (at >= 0) {
      this.#isLost = false;
      this.#depth = 0;
    }
    return at;
  }

  #keep(text: string, line: number): void {
    if (this.#startLine === null && text.trim() !== '') this.#startLine = line;
    if (this.#startLine !== null) this.#parts.push(text);
  }

  #emit(isWhole: boolean): void {
    if (this.#startLine !== null) {
      this.#onElement({ line: this.#startLine, text: this.#parts.join('\n').trim(), isWhole });
    }
    this.#parts = [];
    this.#startLine = null;
  }
}

/** The index of the quote that ends a string whose content begins at `from`, or -1. */
export function closingQuote(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (end - backslashes > from && text[end - backslashes - 1] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return -1;
}
