import { isIndexed } from '#search/common-words.ts';
import { minPrefixLength, type SearchField } from '#search/options.ts';
import { isFormula, tokenizeFormula, tokenizeText, wordSource, wordsOf } from '#search/tokenize.ts';
import { arxivIdOf } from './arxiv-id-of.ts';
import { parseDateRange } from './date-range.ts';
import type { Clause, Condition, FilterCondition, ParsedQuery, WordCondition } from './parsed-query.ts';

/** Words that a query may have; what comes after them is left out, with a note. */
const maxTerms = 24;

/** The same of `topic:`, `date:`, `has:` and arXiv ids; with the words they fit the bits of one integer. */
const maxFilters = 6;

const textFields: Readonly<Record<string, SearchField>> = {
  title: 'title',
  abstract: 'abstract',
  author: 'authors',
  authors: 'authors',
};

const fieldNames = [...Object.keys(textFields), 'topic', 'topics', 'date', 'year', 'has'].join('|');

/**
 * Minus, field, and a quoted text (phones type curly quotes), a formula or a bare text, which has spaces only within a
 * formula's brackets.
 */
const partPattern = new RegExp(
  String.raw`(-?)(?:(?:(${fieldNames}):\s*|([a-z]+):)(?=\S))?(?:["“”„]([^"“”„]*)(["“”„]?)|\$((?:[^$\\]|\\.)+)\$|((?:${wordSource}|\S)+))`,
  'giu',
);

/** The texts of notes. */
const says = {
  or: 'OR stands between two words, neither of them excluded; here it was left out.',
  quote: 'The quotation mark is not closed; all that follows it is read as one phrase.',
  date: (part: string) =>
    `“${part}” is not a date like date:2025, date:2025-03 or date:2024..2025; it was left out.`,
  has: (part: string) => `“${part}” is neither has:code nor has:math; it was left out.`,
  field: (name: string) =>
    `There is no field “${name}:”, so it is read as a word; fields are title:, abstract:, author:, topic:, date: and has:.`,
  terms: `Only the first ${maxTerms} words are searched.`,
  filters: `Only the first ${maxFilters} filters are applied.`,
  commonPhrase: (phrase: string) => `“${phrase}” has only very common words, which are not searched.`,
  common: 'These words are in nearly every paper and are not searched; add a rarer one.',
  letter: 'A letter alone is looked for in formulas only, as in $n$ or O(n), and a digit alone is not.',
  nothing: 'There is no word in this to search for.',
  negative: 'A query needs at least one thing to look for besides what it excludes.',
};

/**
 * Reads a query. Whatever is typed is read somehow; nothing throws. Words must all match; a last word that nothing
 * follows also matches as the beginning of one.
 */
export function parseQuery(text: string): ParsedQuery {
  const reader = new QueryReader();
  for (const match of text.matchAll(partPattern)) reader.readPart(match);
  return reader.finish(text);
}

/** A term, and whether it stands in a formula, where also single letters are searched. */
interface QueryTerm {
  term: string;
  inFormula: boolean;
}

/** Whether a bare text is a formula that ends in brackets, so nothing more will follow: `O(sqrt n)`. */
function isBareFormula(text: string): boolean {
  const words = wordsOf(text);
  return words.length === 1 && isFormula(words[0]!) && /[)}]$/.test(words[0]!);
}

class QueryReader {
  #clauses: Clause[] = [];
  #notes = new Set<string>();
  #termCount = 0;
  #filterCount = 0;
  #joinsNext = false;
  #negatesNext = false;
  #hasCommonWords = false;
  #hasLetters = false;
  /** The words of the last part, if they may be unfinished. */
  #unfinished: WordCondition | null = null;

  readPart([whole, minus, field, otherName, quoted, closing, tex, bare]: RegExpMatchArray): void {
    this.#unfinished = null;
    if (whole === 'OR') {
      if (this.#clauses.length === 0) this.#notes.add(says.or);
      else this.#joinsNext = true;
      return;
    }
    if (whole === 'NOT') {
      this.#negatesNext = true;
      return;
    }
    if (whole === 'AND' || whole === '-') return;
    if (quoted !== undefined && closing === '') this.#notes.add(says.quote);
    const negated = minus === '-' || this.#negatesNext;
    this.#negatesNext = false;
    const content = quoted ?? tex ?? bare ?? '';
    const filter = field?.toLowerCase();
    if (
      filter === 'date' ||
      filter === 'year' ||
      filter === 'has' ||
      filter === 'topic' ||
      filter === 'topics'
    ) {
      this.#addFilter(this.#readFilter(filter, content, whole), negated);
      return;
    }
    const arxivId = filter === undefined && bare !== undefined ? arxivIdOf(bare) : null;
    if (arxivId !== null) {
      this.#addFilter({ kind: 'arxiv', id: arxivId }, negated);
      return;
    }
    // Not of addresses, nor of titles with a colon.
    if (otherName !== undefined && otherName === otherName.toLowerCase() && !content.startsWith('/'))
      this.#notes.add(says.field(otherName));
    const terms: readonly QueryTerm[] =
      tex === undefined
        ? tokenizeText(otherName === undefined ? content : `${otherName} ${content}`)
        : tokenizeFormula(tex).map((term) => ({ term, inFormula: true }));
    const isPhrase = bare === undefined || (otherName === undefined && isBareFormula(bare));
    const textField = filter === undefined ? null : (textFields[filter] ?? null);
    const condition = this.#addWords(terms, isPhrase, textField, negated);
    const isLast = condition !== null && condition.terms.at(-1) === terms.at(-1)!.term;
    if (!isPhrase && !negated && isLast) this.#unfinished = condition;
  }

  finish(text: string): ParsedQuery {
    if (this.#joinsNext) this.#notes.add(says.or);
    const last = this.#unfinished;
    if (last !== null && !/\s$/.test(text)) last.prefix = last.terms.at(-1)!.length >= minPrefixLength;
    if (this.#clauses.length === 0) {
      if (this.#hasCommonWords) this.#notes.add(says.common);
      else if (this.#hasLetters) this.#notes.add(says.letter);
      else if (this.#notes.size === 0 && text.trim() !== '') this.#notes.add(says.nothing);
    } else if (this.#clauses.every(({ negated }) => negated)) this.#notes.add(says.negative);
    return { clauses: this.#clauses, notes: [...this.#notes] };
  }

  #readFilter(
    name: 'date' | 'year' | 'has' | 'topic' | 'topics',
    content: string,
    whole: string,
  ): FilterCondition | null {
    if (name === 'date' || name === 'year') {
      const range = parseDateRange(content);
      if (range === null) this.#notes.add(says.date(whole));
      return range && { kind: 'date', range };
    }
    if (name === 'has') {
      const what = content.toLowerCase();
      if (what === 'code' || what === 'math') return { kind: 'has', what };
      this.#notes.add(says.has(whole));
      return null;
    }
    return { kind: 'topic', value: content };
  }

  #addFilter(filter: FilterCondition | null, negated: boolean): void {
    if (filter === null) return;
    if (this.#filterCount++ < maxFilters) this.#add(filter, negated);
    else this.#notes.add(says.filters);
  }

  #addWords(
    terms: readonly QueryTerm[],
    isPhrase: boolean,
    field: SearchField | null,
    negated: boolean,
  ): WordCondition | null {
    const indexed = [
      ...new Set(terms.filter(({ term, inFormula }) => isIndexed(term, inFormula)).map(({ term }) => term)),
    ];
    const kept = indexed.slice(0, Math.max(0, maxTerms - this.#termCount));
    this.#termCount += kept.length;
    if (kept.length < indexed.length) this.#notes.add(says.terms);
    if (indexed.length === 0 && terms.length > 0) {
      if (terms.every(({ term }) => term.length === 1)) this.#hasLetters = true;
      else if (isPhrase) this.#notes.add(says.commonPhrase(terms.map(({ term }) => term).join(' ')));
      else this.#hasCommonWords = true;
    }
    if (kept.length === 0) return null;
    const phrase = isPhrase && terms.length > 1 ? terms.map(({ term }) => term) : null;
    const condition: WordCondition = { kind: 'words', terms: kept, prefix: false, phrase, field };
    this.#add(condition, negated);
    return condition;
  }

  #add(condition: Condition, negated: boolean): void {
    const last = this.#clauses.at(-1);
    if (this.#joinsNext && last && !negated && !last.negated) last.alternatives.push(condition);
    else {
      if (this.#joinsNext) this.#notes.add(says.or);
      this.#clauses.push({ alternatives: [condition], negated });
    }
    this.#joinsNext = false;
  }
}
