/** Numbers terms in the order they first come. */
export class TermIds {
  readonly terms: string[] = [];
  #ids = new Map<string, number>();

  idOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.terms.length;
      this.#ids.set(term, id);
      this.terms.push(term);
    }
    return id;
  }
}
