/** The tokens of a text: runs of letters, runs of digits, and every other visible character by itself. */
export interface Tokens {
  words: string[];
  /** UTF-16 offsets. */
  starts: number[];
  ends: number[];
  /** Whether white space or the beginning of the text precedes. */
  spaced: boolean[];
  /** Which tokens are surely commands: those that were found between words. */
  commands: Set<number>;
}

const token = /[A-Za-z]+|[0-9]+|[^\s]/gu;
const gluedToWord =
  /^(?:[A-Za-z](?=th$)|[a-z](?=[A-Z]{2,}$)|(?:mu|alpha|beta|gamma|delta|lambda|sigma|tau|rho|phi|psi|pi|Delta|Lambda|Sigma|Phi|Psi|Omega)(?=[A-Z]|[ms]$)|(?:times|circ|chi|kappa|epsilon|varepsilon|partial)(?=[A-Z]))/;
/** Commands between words, as in `SFT$\rightarrow$DPO`, whose letters no word has in it. */
const gluedBetweenWords = new RegExp(
  [
    '(?<=[A-Za-z]{3}|[A-Z]{2})(?:(?<!hook)right|left|leftright|longright|longleftright|Left|Right|Leftright|Longright)arrow(?=[A-Za-z]{3}|[A-Z]{2})',
    '(?<=[A-Z]{2})(?:times|cdot|neq|subseteq)(?=[A-Z])',
    // Not of "timestamps", "time scales" and the like that were written as one word.
    '(?<=[a-z]{3})times(?=[a-z]{4})(?!tamp|tep|cale|pan|lot|lice|eries|ystem|pace|ync|ens)',
    '(?<=[a-z]{4})(?:Delta|Lambda|Sigma|Omega)$',
  ].join('|'),
  'g',
);
const shortestGlued = 6;

/**
 * Splits a text into tokens. What authors glue to a word is a token of its own: the letters of `$k$th`, `$k$NN`,
 * `$\mu$m` and `$\Lambda$CDM`, and the commands between words.
 */
export function tokenise(text: string): Tokens {
  const tokens: Tokens = { words: [], starts: [], ends: [], spaced: [], commands: new Set() };
  let previousEnd = -1;
  const add = (word: string, start: number): void => {
    if (word === '') return;
    tokens.words.push(word);
    tokens.starts.push(start);
    tokens.ends.push(start + word.length);
    tokens.spaced.push(start !== previousEnd);
    previousEnd = start + word.length;
  };
  for (const { index, 0: word } of text.matchAll(token)) {
    let from = gluedToWord.exec(word)?.[0].length ?? 0;
    add(word.slice(0, from), index);
    if (word.length >= shortestGlued)
      for (const { index: at, 0: command } of word.matchAll(gluedBetweenWords)) {
        if (at < from) continue;
        add(word.slice(from, at), index + from);
        tokens.commands.add(tokens.words.length);
        from = at + command.length;
        add(command, index + at);
      }
    add(word.slice(from), index + from);
  }
  return tokens;
}
