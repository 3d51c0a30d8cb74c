import type { PhrasingContent } from 'mdast';

/** Controls, lone surrogates, and what reverses the direction of the text that follows. */
const unsafe = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

const mayBeUnclean = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]| {2}/;

/** Collects phrasing content: neighbouring texts become one node, white space one blank. */
export class PhrasingBuilder {
  readonly #nodes: PhrasingContent[] = [];
  #text = '';
  #length = 0;

  text(value: string): void {
    this.#text += value;
    this.#length += value.length;
  }

  push(...nodes: PhrasingContent[]): void {
    for (const node of nodes) {
      if (node.type === 'text') {
        this.text(node.value);
      } else {
        this.#flush();
        this.#length++;
        this.#nodes.push(node);
      }
    }
  }

  /** Grows with whatever is added. */
  get length(): number {
    return this.#length;
  }

  /** Whether nothing stands yet, or a blank or an opening bracket does. */
  get isOpen(): boolean {
    return this.#text === '' ? this.#nodes.length === 0 : /[\s([]$/.test(this.#text.slice(-1));
  }

  build(): PhrasingContent[] {
    this.#flush();
    return this.#nodes;
  }

  #flush(): void {
    if (this.#text === '') return;
    const value = cleanText(this.#text);
    if (value !== '') this.#nodes.push({ type: 'text', value });
    this.#text = '';
  }
}

/** Text as pages may show it. No-break spaces stay. */
export function cleanText(text: string): string {
  if (!mayBeUnclean.test(text)) return text;
  return text.replace(unsafe, '').replace(/[ \t\r\n\f\v\u2028\u2029]+/g, ' ');
}
