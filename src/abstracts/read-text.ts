import type { PhrasingContent } from 'mdast';
import type { FormulaCache } from './formula-cache.ts';
import { cleanText, PhrasingBuilder } from './phrasing-builder.ts';
import { readCommand } from './read-command.ts';
import { readFormula } from './read-formula.ts';
import { readAddress } from './read-link.ts';
import { markdownStart, readMarkdown } from './read-markdown.ts';
import { readDashes, readQuote, readTie } from './read-punctuation.ts';
import { readRemains, remains } from './read-remains.ts';
import { readStyled } from './read-styled.ts';
import { closersOf, groupAt, maxDepth, type Reading } from './reading.ts';
import type { ReadText, RestoredText } from './schema.ts';
import { mayHoldUrl, urlStart } from './urls.ts';

const markup = new RegExp(`[\\\\{$~\`\\n]|--|''|${markdownStart}|${remains}`);
const special = new RegExp(`[\\\\{$~\`'"]|--|${markdownStart}|${remains}`, 'g');
const specialOrUrl = new RegExp(`${special.source}|${urlStart}`, 'gi');

/**
 * Reads running text with TeX in it: its formulas, commands, accents, quotation marks, dashes and addresses.
 *
 * Known commands become what they mean; of an unknown one the arguments stay, or else its name, since authors
 * name their methods so. Braces that belong to no command stay, but around words. Formulas that KaTeX rejects stay as
 * the text they were. The little Markdown that authors write is read too. Linear in the length of the text; never
 * throws. What is answered is not to be changed: the latest reading is kept, since a text is rendered, searched for
 * links and made plain one after the other.
 */
export function readText(restored: RestoredText, cache: FormulaCache): ReadText {
  if (latest?.restored !== restored || latest.cache !== cache)
    latest = { restored, cache, reading: readAnew(restored, cache) };
  return latest.reading;
}

let latest: { restored: RestoredText; cache: FormulaCache; reading: ReadText } | undefined;

function readAnew({ text, formulas }: RestoredText, cache: FormulaCache): ReadText {
  if (formulas.length === 0 && !markup.test(text) && !mayHoldUrl(text)) {
    const value = cleanText(text).trim();
    return { paragraphs: value === '' ? [] : [[{ type: 'text', value }]], messages: [] };
  }
  const regions = new Map(formulas.map((formula) => [formula.start, formula]));
  const reading: Reading = {
    text,
    special: mayHoldUrl(text) ? specialOrUrl : special,
    regions,
    closers: closersOf(text, regions),
    quotes: new Map(),
    found: new Map(),
    formulas: cache,
    formulaCount: 0,
    messages: [],
    inline: (from, to, depth, inGroup) => readInline(reading, from, to, depth, inGroup),
  };
  const paragraphs = paragraphRanges(text, formulas)
    .map(([from, to]) => trimmed(reading.inline(from, to, 0, false)))
    .filter((paragraph) => paragraph.length > 0);
  return { paragraphs, messages: reading.messages };
}

/** The ranges between blank lines outside formulas. */
function paragraphRanges(text: string, formulas: RestoredText['formulas']): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  let next = 0;
  for (const { index, 0: blank } of text.matchAll(/\n[ \t\r]*\n\s*/g)) {
    while (next < formulas.length && formulas[next]!.end <= index) next++;
    if (next < formulas.length && formulas[next]!.start < index) continue;
    ranges.push([from, index]);
    from = index + blank.length;
  }
  return [...ranges, [from, text.length]];
}

function readInline(
  reading: Reading,
  from: number,
  to: number,
  depth: number,
  inGroup: boolean,
): PhrasingContent[] {
  const out = new PhrasingBuilder();
  let at = from;
  while (at < to) {
    reading.special.lastIndex = at;
    const found = Math.min(reading.special.exec(reading.text)?.index ?? to, to);
    out.text(reading.text.slice(at, found));
    if (found === to) break;
    at = readSpecial(reading, found, to, depth, inGroup, out);
    if (at === found) out.text(reading.text[at++]!);
  }
  return out.build();
}

/** Reads what stands at `at`, and says where it ends: `at` itself when it is but a character. */
function readSpecial(
  reading: Reading,
  at: number,
  to: number,
  depth: number,
  inGroup: boolean,
  out: PhrasingBuilder,
): number {
  const afterFormula = readFormula(reading, at, to, out);
  if (afterFormula > at) return afterFormula;
  switch (reading.text[at]) {
    case '\\':
      return readCommand(reading, at, to, depth, inGroup, out);
    case '{':
      return readGroup(reading, at, to, depth, out);
    case '~':
      return readTie(reading, at, to, out);
    case '-':
      return readDashes(reading, at, to, out);
    case '$':
      return at;
    case '*':
    case '[':
      return readMarkdown(reading, at, to, depth, out);
    case '`':
    case "'":
    case '"':
      return readQuote(reading, at, to, out);
    default:
      return readRemains(reading, at, to, depth, out) ?? readAddress(reading, at, to, depth, out);
  }
}

const beginsCommand = /\s*(?:\\[^{}\\]|(?:bf|em|it|sc|sl|tt) )/y;
const lostDeclaration = /(?:bf|em|it|sc|sl|tt) /y;

const commaInNumber = /(?<=\d)\{,\}(?=\d)/y;

/**
 * Words in braces of their own, which TeX does not show: what is in braces after a name, a script or a hyphen is not.
 */
const groupedWords =
  /(?<![\p{L}\p{N}_^}\\)\]$/-])\{(?:\p{L}|\d\p{L}\s\p{L})[\p{L}\p{N}\s.'’-]{1,80}\}(?![\p{N}_^{])/uy;

/**
 * A group that begins with a command, or with a declaration whose backslash was lost, is TeX, and so are the comma of
 * `14{,}056` and words in braces; other braces stay.
 */
function readGroup(reading: Reading, at: number, to: number, depth: number, out: PhrasingBuilder): number {
  commaInNumber.lastIndex = at;
  if (commaInNumber.test(reading.text)) {
    out.text(',');
    return at + 3;
  }
  const group = groupAt(reading, at, to);
  if (!group || depth >= maxDepth) return at;
  beginsCommand.lastIndex = lostDeclaration.lastIndex = group.from;
  groupedWords.lastIndex = at;
  if (!beginsCommand.test(reading.text) && !groupedWords.test(reading.text)) return at;
  if (lostDeclaration.test(reading.text)) {
    const name = reading.text.slice(group.from, group.from + 2);
    const place = { name, at: group.from, end: group.from + 2, to: group.to, depth, inGroup: true };
    readStyled(reading, place, out);
  } else {
    out.push(...reading.inline(group.from, group.to, depth + 1, true));
  }
  return group.to + 1;
}

/** A paragraph without blanks and breaks at its ends. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
  let [from, to] = [0, nodes.length];
  while (from < to && isBlank(nodes[from])) from++;
  while (to > from && isBlank(nodes[to - 1])) to--;
  const kept = nodes.slice(from, to);
  const first = kept[0];
  if (first?.type === 'text') kept[0] = { ...first, value: first.value.replace(/^ +/, '') };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, value: last.value.replace(/ +$/, '') };
  return kept;
}
