import MiniSearch, { type Query } from 'minisearch';
import { fieldSegments } from '#search/build/field-terms.ts';
import { bm25, fieldBoosts, matchWeights, searchFields } from '#search/options.ts';
import { isInRange } from '#search/query/date-range.ts';
import { parseQuery } from '#search/query/parse-query.ts';
import type { Clause, Condition } from '#search/query/parsed-query.ts';
import { dateOf, type SearchDocument, type Segment } from '#search/schema.ts';
import { indexTerms } from '#search/segment-terms.ts';

/** A result of the full index. */
export interface FullResult {
  slug: string;
  score: number;
}

/** One MiniSearch index of everything, which the sharded search has to equal. */
export class FullIndex {
  readonly miniSearch: MiniSearch;
  #documents: Map<string, SearchDocument>;

  constructor(documents: readonly SearchDocument[]) {
    this.#documents = new Map(documents.map((document) => [document.slug, document]));
    this.miniSearch = new MiniSearch({
      idField: 'slug',
      fields: [...searchFields],
      stringifyField: (segments) => segments,
      tokenize: (segments) => indexTerms(segments as unknown as Segment[]),
      processTerm: (term) => term,
      searchOptions: {
        boost: fieldBoosts,
        bm25,
        weights: matchWeights,
        tokenize: (term) => [term],
        processTerm: (term) => term,
      },
    });
    this.miniSearch.addAll(
      documents.map((document) => {
        const texts = fieldSegments(document);
        return Object.fromEntries([
          ['slug', document.slug],
          ...searchFields.map((name, i) => [name, texts[i]]),
        ]);
      }),
    );
  }

  /** Searches as the site does: all words, else the best of any. No typos, no phrases. */
  search(text: string): FullResult[] {
    const { clauses } = parseQuery(text);
    const found = this.#run(clauses, 'AND');
    return found.length > 0 ? found : this.#run(clauses, 'OR');
  }

  #run(clauses: readonly Clause[], combineWith: 'AND' | 'OR'): FullResult[] {
    const words = clauses.filter(({ alternatives }) => alternatives.some(({ kind }) => kind === 'words'));
    const filters = clauses.filter(({ alternatives }) => alternatives.every(({ kind }) => kind !== 'words'));
    const positive = words
      .filter(({ negated }) => !negated)
      .map((clause) => this.#clauseQuery(clause, combineWith));
    const excluded = words.filter(({ negated }) => negated).map((clause) => this.#clauseQuery(clause, 'AND'));
    const query: Query = {
      combineWith: 'AND_NOT',
      queries: [{ combineWith, queries: positive }, ...excluded],
    };
    return this.miniSearch
      .search(query)
      .filter(({ id }) => filters.every((clause) => this.#passes(id, clause)))
      .map(({ id, score }) => ({ slug: id, score }));
  }

  #clauseQuery({ alternatives }: Clause, combineWith: 'AND' | 'OR'): Query {
    return {
      combineWith: 'OR',
      queries: alternatives.map((condition) => this.#wordsQuery(condition, combineWith)),
    };
  }

  #wordsQuery(condition: Condition, combineWith: 'AND' | 'OR'): Query {
    if (condition.kind !== 'words')
      throw new Error('The full index has no filters among alternatives of words.');
    const { terms, prefix, field } = condition;
    return {
      combineWith,
      ...(field === null ? {} : { fields: [field] }),
      queries: terms.map((term, i) => ({ queries: [term], prefix: prefix && i === terms.length - 1 })),
    };
  }

  #passes(slug: string, { alternatives, negated }: Clause): boolean {
    const document = this.#documents.get(slug)!;
    const date = dateOf(document);
    const holds = alternatives.some((condition) => {
      switch (condition.kind) {
        case 'words':
          return true;
        case 'date':
          return date !== null && isInRange(date, condition.range);
        case 'arxiv':
          return document.arxivId === condition.id;
        case 'has':
          return condition.what === 'code' ? document.hasCode : document.hasMath;
        case 'topic':
          return document.topics.some(({ slug: topic }) => topic === condition.value);
      }
    });
    return holds !== negated;
  }
}
