import { Recent } from '#memo/recent.ts';
import { cutLoose } from '#text/cut-loose.ts';
import { onceForCharacter } from '#text/once-for-character.ts';

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

/** A token of a run of letters, and whether it is surely a command. */
interface Piece {
  word: string;
  isCommand: boolean;
}

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

/** Runs of letters of late, most of which every text has: each is taken to pieces once. */
const recentRuns = new Recent<string, readonly Piece[]>(20_000);

/**
 * The tokens of a run of letters. What authors glue to a word is a token of its own: the letters of `$k$th`, `$k$NN`,
 * `$\mu$m` and `$\Lambda$CDM`, and the commands between words.
 */
function piecesOf(run: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (word: string, isCommand: boolean): void => {
    if (word !== '') pieces.push({ word: cutLoose(word), isCommand });
  };
  let from = gluedToWord.exec(run)?.[0].length ?? 0;
  add(run.slice(0, from), false);
  if (run.length >= shortestGlued)
    for (const { index, 0: command } of run.matchAll(gluedBetweenWords)) {
      if (index < from) continue;
      add(run.slice(from, index), false);
      add(command, true);
      from = index + command.length;
    }
  add(run.slice(from), false);
  return pieces;
}

const space = 1;
const digit = 2;
const letter = 3;
const other = 4;

/** What a UTF-16 unit is: surrogates are other characters, for none of their pairs is white space. */
const classOf = onceForCharacter((character) => {
  if (/[A-Za-z]/.test(character)) return letter;
  if (/[0-9]/.test(character)) return digit;
  return /\s/.test(character) ? space : other;
});

/** Splits a text into tokens, see `piecesOf`. */
export function tokenise(text: string): Tokens {
  const tokens: Tokens = { words: [], starts: [], ends: [], spaced: [], commands: new Set() };
  let isSpaced = true;
  const add = (word: string, start: number): void => {
    tokens.words.push(word);
    tokens.starts.push(start);
    tokens.ends.push(start + word.length);
    tokens.spaced.push(isSpaced);
    isSpaced = false;
  };
  for (let at = 0; at < text.length;) {
    const start = at;
    const kind = classOf(text.charCodeAt(at++));
    if (kind === space) {
      isSpaced = true;
      continue;
    }
    if (kind === other) {
      if (text.codePointAt(start)! > 0xffff) at++;
    } else while (at < text.length && classOf(text.charCodeAt(at)) === kind) at++;
    const run = text.slice(start, at);
    if (kind !== letter) {
      add(run, start);
      continue;
    }
    let from = start;
    for (const { word, isCommand } of recentRuns.get(run, () => piecesOf(run))) {
      if (isCommand) tokens.commands.add(tokens.words.length);
      add(word, from);
      from += word.length;
    }
  }
  return tokens;
}
