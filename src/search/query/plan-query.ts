import { searchFields } from '#search/options.ts';
import { isInRange, type DateRange } from './date-range.ts';
import type { Clause, Condition, ParsedQuery, WordCondition } from './parsed-query.ts';
import type { Core } from '#search/format/core.ts';
import type { SearchTopic } from '#search/schema.ts';
import { tokenizeText } from '#search/tokenize.ts';

/** A range of terms of the index, both ends included; one term when they are equal. */
interface TermRange {
  from: string;
  to: string;
}

/** A word to look up and score. */
export interface WordLeaf {
  bit: number;
  term: string;
  prefix: boolean;
  /** Numbers of the fields it may be in. */
  fields: number[];
  /** False in an excluded clause. */
  scores: boolean;
}

/** A filter: documents with any of the terms, or of a range of numbers; and the arXiv id, where it is one. */
interface FilterLeaf {
  bit: number;
  ranges: TermRange[];
  documents: [start: number, end: number][];
  arxivId: string | null;
}

/** Words that must follow each other in a document's text, to be verified there. */
export interface PlannedPhrase {
  terms: string[];
  field: WordCondition['field'];
}

/** A document may satisfy an alternative when it has all bits of the mask; a phrase has to be in its text as well. */
interface PlannedAlternative {
  mask: number;
  phrase: PlannedPhrase | null;
}

export interface PlannedClause {
  alternatives: PlannedAlternative[];
  negated: boolean;
}

export interface Plan {
  words: WordLeaf[];
  filters: FilterLeaf[];
  clauses: PlannedClause[];
  /** Topics that the words name. */
  topicsMeant: SearchTopic[];
  notes: string[];
}

const allFields = searchFields.map((_, field) => field);

/**
 * The topics that a value of `topic:` means: the one of that slug, else those with that abbreviation, else all whose
 * slug or name has its words.
 */
function matchTopics(value: string, topics: Core['topics']): SearchTopic[] {
  const exact = topics.find(({ slug }) => slug === value.toLowerCase());
  return exact
    ? [exact]
    : namedTopics(
        tokenizeText(value).map(({ term }) => term),
        topics,
      );
}

/** The topics with an abbreviation, else those whose slug or name has all of the words or their beginnings. */
function namedTopics(wanted: readonly string[], topics: Core['topics']): SearchTopic[] {
  if (wanted.length === 0) return [];
  const abbreviated = topics.filter(
    ({ abbreviations }) => wanted.length === 1 && abbreviations.includes(wanted[0]!),
  );
  if (abbreviated.length > 0) return abbreviated;
  return topics.filter(({ slug, name }) => {
    const words = tokenizeText(`${slug} ${name}`).map(({ term }) => term);
    return wanted.every((term) => words.some((word) => word.startsWith(term)));
  });
}

/** More topics than this are what a word is common to, and not what is meant. */
const maxMeantTopics = 3;

/** The topics that a query of words alone names. */
function topicsMeant({ clauses }: ParsedQuery, topics: Core['topics']): SearchTopic[] {
  const words = clauses.flatMap(({ alternatives: [condition, ...others], negated }) =>
    condition?.kind === 'words' && condition.field === null && others.length === 0 && !negated
      ? [condition.terms]
      : [],
  );
  const meant = words.length === clauses.length ? namedTopics(words.flat(), topics) : [];
  return meant.length > maxMeantTopics ? [] : meant;
}

/** Years that lie in a date range as a whole become ranges of documents; the others are looked up by day. */
function planDates(range: DateRange, years: Core['years']): Pick<FilterLeaf, 'ranges' | 'documents'> {
  const ranges: TermRange[] = [];
  const documents: [number, number][] = [];
  let end = 0;
  for (const { year, abstractLengths } of years) {
    const start = end;
    end += abstractLengths.length;
    const text = String(year).padStart(4, '0');
    if (year === 0 || !isInRange(text, range)) continue;
    if (isInRange(`${text}-01-01`, range) && isInRange(`${text}-12-31`, range)) documents.push([start, end]);
    else {
      const from = range.from.startsWith(text) ? range.from : text;
      const to = range.to.startsWith(text) ? range.to : text;
      ranges.push({ from: `!date:${from}`, to: `!date:${to}\uffff` });
    }
  }
  return { ranges, documents };
}

/** Turns a parsed query into what has to be looked up, and how the findings combine. */
export function planQuery(query: ParsedQuery, core: Core): Plan {
  const plan: Plan = {
    words: [],
    filters: [],
    clauses: [],
    topicsMeant: topicsMeant(query, core.topics),
    notes: [...query.notes],
  };
  let bits = 0;

  const wordBit = (term: string, prefix: boolean, field: WordCondition['field'], scores: boolean): number => {
    const fields = field === null ? allFields : [searchFields.indexOf(field)];
    const known = plan.words.find(
      (leaf) =>
        leaf.term === term &&
        leaf.prefix === prefix &&
        leaf.scores === scores &&
        leaf.fields[0] === fields[0] &&
        leaf.fields.length === fields.length,
    );
    if (known) return known.bit;
    const bit = 1 << bits++;
    plan.words.push({ bit, term, prefix, fields, scores });
    return bit;
  };

  const filterBit = (
    ranges: TermRange[],
    documents: [number, number][] = [],
    arxivId: string | null = null,
  ): number => {
    const bit = 1 << bits++;
    plan.filters.push({ bit, ranges, documents, arxivId });
    return bit;
  };

  const exactly = (term: string): TermRange => ({ from: term, to: term });

  const planCondition = (condition: Condition, negated: boolean): number => {
    switch (condition.kind) {
      case 'words':
        return condition.terms.reduce(
          (mask, term, i) =>
            mask |
            wordBit(term, condition.prefix && i === condition.terms.length - 1, condition.field, !negated),
          0,
        );
      case 'topic': {
        const topics = matchTopics(condition.value, core.topics);
        if (topics.length === 0) plan.notes.push(`There is no topic “${condition.value}”.`);
        return filterBit(topics.map(({ slug }) => exactly(`!topic:${slug}`)));
      }
      case 'date': {
        const { ranges, documents } = planDates(condition.range, core.years);
        return filterBit(ranges, documents);
      }
      case 'arxiv':
        return filterBit([exactly(`!arxiv:${condition.id}`)], [], condition.id);
      case 'has':
        return filterBit([exactly(`!has:${condition.what}`)]);
    }
  };

  const planClause = ({ alternatives, negated }: Clause) => {
    plan.clauses.push({
      alternatives: alternatives.map((condition) => ({
        mask: planCondition(condition, negated),
        phrase:
          condition.kind === 'words' && condition.phrase !== null
            ? { terms: condition.phrase, field: condition.field }
            : null,
      })),
      negated,
    });
  };

  query.clauses.forEach(planClause);
  return plan;
}
