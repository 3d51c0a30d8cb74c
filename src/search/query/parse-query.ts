import { isIndexed } from '#search/common-words.ts';
import { tokenizeFormula, tokenizeText } from '#search/tokenize.ts';
import { minPrefixLength, type SearchField } from '#search/options.ts';
import { parseDateRange, type DateRange } from './date-range.ts';

/** One or more words that must match in one field, or in any. */
export interface WordCondition {
  kind: 'words';
  /** Terms that are in the index; common words are not. */
  terms: string[];
  /** Whether the last term also matches the words it begins. */
  prefix: boolean;
  /** Of a phrase: all its terms, common ones included, as they must follow each other; else null. */
  phrase: string[] | null;
  field: SearchField | null;
}

export interface TopicCondition {
  kind: 'topic';
  value: string;
}

export interface DateCondition {
  kind: 'date';
  range: DateRange;
}

export interface HasCondition {
  kind: 'has';
  what: 'code' | 'math';
}

export type Condition = WordCondition | TopicCondition | DateCondition | HasCondition;

/** Any of the alternatives must hold, or, where `negated`, none may. */
export interface Clause {
  alternatives: Condition[];
  negated: boolean;
}

/** What a query asks for, and in `notes` how it was read where that may not be what was meant. */
export interface ParsedQuery {
  clauses: Clause[];
  notes: string[];
}

/** Words that a query may have; what comes after them is left out, with a note. */
export const maxTerms = 24;

/** The same of `topic:`, `date:` and `has:`; with the words they fit the bits of one integer. */
export const maxFilters = 6;

const fields: Record<string, SearchField | 'date' | 'has'> = {
  title: 'title',
  abstract: 'abstract',
  author: 'authors',
  authors: 'authors',
  topic: 'topics',
  topics: 'topics',
  date: 'date',
  has: 'has',
};

/** minus, field, quoted text or formula or bare text */
const partPattern = /(-?)(?:([a-z]+):(?=\S))?(?:"([^"]*)("?)|\$((?:[^$\\]|\\.)+)\$|(\S+))/gi;

/**
 * Reads a query. Whatever is typed is read somehow; nothing throws. Words must all match; a last word that nothing
 * follows also matches as the beginning of one.
 */
export function parseQuery(text: string): ParsedQuery {
  const clauses: Clause[] = [];
  const notes: string[] = [];
  let termCount = 0;
  let filterCount = 0;
  let joinNext = false;
  const common: string[] = [];

  const add = (condition: Condition, negated: boolean) => {
    const last = clauses.at(-1);
    if (joinNext && last !== undefined && !negated && !last.negated) last.alternatives.push(condition);
    else clauses.push({ alternatives: [condition], negated });
    joinNext = false;
  };

  const addFilter = (filter: TopicCondition | DateCondition | HasCondition, negated: boolean) => {
    if (filterCount++ < maxFilters) add(filter, negated);
    else if (filterCount === maxFilters + 1) notes.push(`Only the first ${maxFilters} filters are applied.`);
  };

  const addWords = (
    terms: readonly string[],
    phrase: boolean,
    field: SearchField | null,
    negated: boolean,
  ) => {
    const indexed = [...new Set(terms.filter(isIndexed))];
    for (const term of terms) if (!isIndexed(term) && !phrase) common.push(term);
    const room = maxTerms - termCount;
    if (indexed.length > room) notes.push(`Only the first ${maxTerms} words are searched.`);
    const kept = indexed.slice(0, Math.max(0, room));
    termCount += kept.length;
    if (kept.length === 0) {
      if (phrase && terms.length > 0 && indexed.length === 0) {
        notes.push(`“${terms.join(' ')}” has only very common words, which are not searched.`);
      }
      return;
    }
    const inOrder = phrase && terms.length > 1 ? [...terms] : null;
    add({ kind: 'words', terms: kept, prefix: false, phrase: inOrder, field }, negated);
  };

  let lastIsBare = false;
  for (const [whole, minus, name, quoted, closing, tex, bare] of text.matchAll(partPattern)) {
    const negated = minus === '-';
    const content = quoted ?? tex ?? bare ?? '';
    lastIsBare = bare !== undefined && !negated;
    if (whole === 'OR') {
      if (clauses.length === 0) notes.push('OR stands between two words; here it was left out.');
      else joinNext = true;
      continue;
    }
    if (whole === 'AND' || whole === '-' || whole === '(' || whole === ')') continue;
    if (quoted !== undefined && closing === '') {
      notes.push('The quotation mark is not closed; all that follows it is read as one phrase.');
    }
    const field = name === undefined ? undefined : fields[name.toLowerCase()];
    if (field === 'date') {
      const range = parseDateRange(content);
      if (range === null) {
        notes.push(
          `“${whole}” is not a date like date:2025, date:2025-03 or date:2024..2025; it was left out.`,
        );
      } else addFilter({ kind: 'date', range }, negated);
      lastIsBare = false;
    } else if (field === 'has') {
      const what = content.toLowerCase();
      if (what === 'code' || what === 'math') addFilter({ kind: 'has', what }, negated);
      else notes.push(`“${whole}” is neither has:code nor has:math; it was left out.`);
      lastIsBare = false;
    } else if (field === 'topics') {
      addFilter({ kind: 'topic', value: content }, negated);
      lastIsBare = false;
    } else {
      const isUnknownField = name !== undefined && field === undefined;
      const terms =
        tex !== undefined
          ? tokenizeFormula(tex)
          : tokenizeText(isUnknownField ? `${name} ${content}` : content).map(({ term }) => term);
      addWords(terms, quoted !== undefined || tex !== undefined, field ?? null, negated);
    }
  }
  if (joinNext) notes.push('OR stands between two words; here it was left out.');

  const last = clauses.at(-1)?.alternatives.at(-1);
  if (lastIsBare && last?.kind === 'words' && last.phrase === null && !/\s$/.test(text)) {
    const term = last.terms.at(-1) as string;
    last.prefix = term.length >= minPrefixLength;
  }
  const positive = clauses.some(({ negated }) => !negated);
  if (clauses.length === 0 && common.length > 0) {
    notes.push('These words are in nearly every paper and are not searched; add a rarer one.');
  } else if (clauses.length > 0 && !positive) {
    notes.push('A query needs at least one thing to look for besides what it excludes.');
  }
  return { clauses, notes };
}
