interface Node {
  next: Map<string, Node>;
  token: number;
}

/** The commands among the tokens of a language model, found by the letters of their names. */
export class CommandNames {
  readonly #root: Node = { next: new Map(), token: -1 };

  constructor(tokens: readonly string[]) {
    tokens.forEach((token, id) => {
      if (/^\\[a-zA-Z]+$/.test(token)) this.#add(token.slice(1), id);
    });
  }

  /** All names that begin at `start` in the text, shortest first. */
  at(text: string, start: number): { token: number; end: number }[] {
    const found: { token: number; end: number }[] = [];
    let node: Node | undefined = this.#root;
    for (let end = start; end < text.length;) {
      node = node.next.get(text[end]!);
      if (!node) break;
      end++;
      if (node.token >= 0) found.push({ token: node.token, end });
    }
    return found;
  }

  #add(name: string, token: number): void {
    let node = this.#root;
    for (const letter of name) {
      let next = node.next.get(letter);
      if (!next) {
        next = { next: new Map(), token: -1 };
        node.next.set(letter, next);
      }
      node = next;
    }
    node.token = token;
  }
}
