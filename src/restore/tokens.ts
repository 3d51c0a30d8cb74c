/** The tokens of a text: runs of letters, runs of digits, and every other visible character by itself. */
export interface Tokens {
  words: string[];
  /** UTF-16 offsets. */
  starts: number[];
  ends: number[];
  /** Whether white space or the beginning of the text precedes. */
  spaced: boolean[];
}

const token = /[A-Za-z]+|[0-9]+|[^\s]/gu;
const gluedToWord =
  /^(?:[A-Za-z](?=th$)|[a-z](?=[A-Z]{2,}$)|(?:mu|alpha|beta|gamma|delta|lambda|sigma|tau|rho|phi|psi|pi|Delta|Lambda|Sigma|Phi|Psi|Omega)(?=[A-Z]|[ms]$))/;

/**
 * Splits a text into tokens. What authors glue to a word is a token of its own: the letters of `$k$th`, `$k$NN`,
 * `$\mu$m` and `$\Lambda$CDM`.
 */
export function tokenise(text: string): Tokens {
  const tokens: Tokens = { words: [], starts: [], ends: [], spaced: [] };
  let previousEnd = -1;
  const add = (word: string, start: number): void => {
    tokens.words.push(word);
    tokens.starts.push(start);
    tokens.ends.push(start + word.length);
    tokens.spaced.push(start !== previousEnd);
    previousEnd = start + word.length;
  };
  for (const match of text.matchAll(token)) {
    const word = match[0];
    const glued = gluedToWord.exec(word)?.[0].length ?? 0;
    if (glued > 0) add(word.slice(0, glued), match.index);
    add(word.slice(glued), match.index + glued);
  }
  return tokens;
}
