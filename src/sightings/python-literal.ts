/** A value of a Python literal. Dictionaries have no prototype, so that no key can reach one. */
export type PythonValue = null | boolean | number | string | PythonValue[] | { [key: string]: PythonValue };

/** How deep literals may nest. */
const maxDepth = 64;

const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '0': '\0',
  '\n': '',
};
const NAMES: Record<string, PythonValue> = { None: null, True: true, False: false, nan: null };
const HEX_LENGTH: Record<string, number> = { x: 2, u: 4, U: 8 };

/**
 * Reads the printed form of a Python object: dictionaries with string keys, lists, tuples, strings, numbers, `None`,
 * `True`, `False`. Nothing is evaluated. Throws a SyntaxError with the offset for anything else.
 */
export function parsePythonLiteral(source: string): PythonValue {
  const reader = new Reader(source);
  const value = reader.value(0);
  reader.expectEnd();
  return value;
}

class Reader {
  readonly #source: string;
  #index = 0;

  constructor(source: string) {
    this.#source = source;
  }

  value(depth: number): PythonValue {
    if (depth > maxDepth) this.#fail(`more than ${maxDepth} levels`);
    this.#skipSpace();
    const char = this.#source[this.#index];
    if (char === '{') return this.#dictionary(depth);
    if (char === '[') return this.#list(depth, ']');
    if (char === '(') return this.#list(depth, ')');
    if (char === "'" || char === '"') return this.#string(char);
    const word = this.#match(/[A-Za-z]+/y);
    if (word !== null && Object.hasOwn(NAMES, word)) return NAMES[word] ?? null;
    const number = word === null ? this.#match(/[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?/y) : null;
    return number === null ? this.#fail('no literal') : Number(number);
  }

  expectEnd(): void {
    this.#skipSpace();
    if (this.#index < this.#source.length) this.#fail('more text behind the value');
  }

  #dictionary(depth: number): PythonValue {
    const dictionary = Object.create(null) as { [key: string]: PythonValue };
    this.#index += 1;
    while (!this.#take('}')) {
      const key = this.value(depth + 1);
      if (typeof key !== 'string') this.#fail('a key that is no string');
      if (!this.#take(':')) this.#fail('no colon');
      dictionary[key as string] = this.value(depth + 1);
      if (!this.#take(',') && this.#peek() !== '}') this.#fail('no comma');
    }
    return dictionary;
  }

  #list(depth: number, close: string): PythonValue[] {
    const list: PythonValue[] = [];
    this.#index += 1;
    while (!this.#take(close)) {
      list.push(this.value(depth + 1));
      if (!this.#take(',') && this.#peek() !== close) this.#fail('no comma');
    }
    return list;
  }

  #string(quote: string): string {
    const parts: string[] = [];
    const plain = quote === "'" ? /[^'\\]*/y : /[^"\\]*/y;
    for (this.#index += 1; ;) {
      parts.push(this.#match(plain) ?? '');
      const char = this.#source[this.#index];
      this.#index += 1;
      if (char === quote) return parts.join('');
      if (char === undefined) this.#fail('a string without end');
      parts.push(this.#escape());
    }
  }

  #escape(): string {
    const char = this.#source[this.#index] ?? '';
    this.#index += 1;
    const length = HEX_LENGTH[char];
    if (length === undefined)
      return Object.hasOwn(ESCAPES, char)
        ? (ESCAPES[char] ?? '')
        : char === '\\' || char === "'" || char === '"'
          ? char
          : `\\${char}`;
    const digits = this.#source.slice(this.#index, this.#index + length);
    const code = parseInt(digits, 16);
    if (!/^[\da-fA-F]+$/.test(digits) || digits.length < length || code > 0x10ffff)
      this.#fail('a broken escape');
    this.#index += length;
    return String.fromCodePoint(code);
  }

  #peek(): string | undefined {
    this.#skipSpace();
    return this.#source[this.#index];
  }

  #take(char: string): boolean {
    if (this.#peek() !== char) return false;
    this.#index += 1;
    return true;
  }

  #skipSpace(): void {
    this.#match(/\s*/y);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#index;
    const match = pattern.exec(this.#source)?.[0] ?? null;
    if (match !== null) this.#index += match.length;
    return match;
  }

  #fail(what: string): never {
    throw new SyntaxError(`${what} at offset ${this.#index}`);
  }
}
