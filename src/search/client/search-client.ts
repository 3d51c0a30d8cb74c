import { excerpt } from '#search/query/excerpt.ts';
import { foundAuthors } from '#search/query/found-authors.ts';
import { highlight } from '#search/query/highlight.ts';
import { satisfies, type Ranking } from '#search/query/rank.ts';
import { hasPhrase } from '#search/query/verify-phrase.ts';
import type { SearchTopic, StoredDocument } from '#search/schema.ts';
import { countTopics, countYears, topicPrefix } from './count-facets.ts';
import { evaluateQuery, type Evaluation } from './evaluate-query.ts';
import { SearchFetchError, type FetchFile } from './fetch-file.ts';
import { IndexFiles } from './index-files.ts';
import { orderResults, without } from './order-results.ts';
import type {
  SearchOptions,
  TopicCount,
  SearchResponse,
  SearchResult,
  TopicName,
} from './search-response.ts';

/** Candidates whose text is looked at for a phrase, at most and at once. */
const maxVerified = 400;
const verifiedAtOnce = 20;

/** A page of documents in order, and how many there are in all. */
interface Page {
  rows: { document: StoredDocument; score: number }[];
  /** What may be counted: all that match, as far as that is known. */
  ranking: Ranking;
  total: number;
  isTotalExact: boolean;
}

/**
 * Searches an index through `fetchFile`: in a worker, on a page's main thread, or in Node. Keeps what it loaded; one
 * client serves any number of queries, also at the same time.
 *
 * Rejects with a `SearchFetchError` or `SearchFormatError`, whose messages are for readers, or with the reason of an
 * aborted `signal`.
 */
export class SearchClient {
  #fetchFile: FetchFile;
  #files: Promise<IndexFiles> | null = null;
  #evaluations = new WeakMap<IndexFiles, { text: string; evaluation: Evaluation }>();
  /** By evaluation, what its last page had to count. */
  #counted = new WeakMap<Evaluation, Ranking>();

  constructor(fetchFile: FetchFile) {
    this.#fetchFile = fetchFile;
  }

  /** Loads what every query needs, before there is one. */
  async warmUp(): Promise<void> {
    await this.#open();
  }

  search(text: string, { limit = 10, offset = 0, sort = 'relevance', signal }: SearchOptions = {}) {
    return this.#withFiles(async (files): Promise<SearchResponse> => {
      const evaluation = await this.#evaluate(files, text, signal);
      const notes = [...evaluation.notes];
      if (evaluation.match === 'any') notes.push('No paper has all of these words; these have some of them.');
      const needsText = evaluation.match === 'all' && hasPhrases(evaluation);
      let page = needsText
        ? await this.#verifiedPage(files, evaluation, { limit, offset, sort, signal })
        : await this.#page(files, evaluation.ranking, { limit, offset, sort, signal });
      if (needsText && page.total === 0 && page.isTotalExact && evaluation.ranking.documents.length > 0) {
        notes.push('No paper has these words in this order; these have all of them.');
        page = await this.#page(files, evaluation.ranking, { limit, offset, sort, signal });
      }
      this.#counted.set(evaluation, page.ranking);
      return {
        results: page.rows.map(({ document, score }) => toResult(files, evaluation, document, score)),
        total: page.total,
        isTotalExact: page.isTotalExact,
        years: countYears(files, page.ranking),
        topicFileCount: files.countFiles(topicPrefix, `${topicPrefix}\uffff`),
        topicsMeant: evaluation.topicsMeant.map(topicName),
        notes,
      };
    });
  }

  /**
   * Counts all papers that match by topic, most first. Papers whose text was not looked at count as if they had the
   * phrases; after a search for the same text, those that it looked at count as they are.
   */
  countTopics(text: string, signal?: AbortSignal): Promise<TopicCount[]> {
    return this.#withFiles(async (files) => {
      const evaluation = await this.#evaluate(files, text, signal);
      return countTopics(files, this.#counted.get(evaluation) ?? evaluation.ranking, signal);
    });
  }

  #open(fresh = false): Promise<IndexFiles> {
    if (this.#files === null) {
      const files = IndexFiles.open(this.#fetchFile, fresh);
      this.#files = files;
      files.catch(() => {
        if (this.#files === files) this.#files = null;
      });
    }
    return this.#files;
  }

  /** A file that is gone means, most often, that the site was updated: then the manifest is read anew, once. */
  async #withFiles<T>(use: (files: IndexFiles) => Promise<T>): Promise<T> {
    const opened = this.#open();
    try {
      return await use(await opened);
    } catch (error) {
      if (!(error instanceof SearchFetchError) || error.status !== 404) throw error;
      if (this.#files === opened) this.#files = null;
      return await use(await this.#open(true));
    }
  }

  async #evaluate(files: IndexFiles, text: string, signal?: AbortSignal): Promise<Evaluation> {
    const known = this.#evaluations.get(files);
    if (known?.text === text) return known.evaluation;
    const evaluation = await evaluateQuery(files, text, signal);
    this.#evaluations.set(files, { text, evaluation });
    return evaluation;
  }

  async #page(
    files: IndexFiles,
    ranking: Ranking,
    { limit, offset, sort, signal }: Required<Omit<SearchOptions, 'signal'>> & Pick<SearchOptions, 'signal'>,
  ): Promise<Page> {
    const ordered = await orderResults(files, ranking, sort, offset + limit, signal);
    const rows = Array.from(ordered.documents.subarray(offset), async (number, i) => ({
      document: await files.document(number, signal),
      score: ordered.scores[offset + i]!,
    }));
    return { rows: await Promise.all(rows), ranking, total: ranking.documents.length, isTotalExact: true };
  }

  /** The page of those candidates whose text has the phrases, looked at in order until the page is full. */
  async #verifiedPage(
    files: IndexFiles,
    { clauses, ranking, replacements }: Evaluation,
    { limit, offset, sort, signal }: Required<Omit<SearchOptions, 'signal'>> & Pick<SearchOptions, 'signal'>,
  ): Promise<Page> {
    const ordered = await orderResults(files, ranking, sort, maxVerified, signal);
    const topicNames = files.core.topics.map(({ name }) => name);
    const verified: Page['rows'] = [];
    const refuted = new Set<number>();
    let checked = 0;
    while (checked < ordered.documents.length && verified.length <= offset + limit) {
      const batch = ordered.documents.subarray(checked, checked + verifiedAtOnce);
      const documents = await Promise.all(Array.from(batch, (number) => files.document(number, signal)));
      documents.forEach((document, i) => {
        const bits = ordered.bits[checked + i]!;
        const isMatch = satisfies(bits, clauses, ({ terms, field }) =>
          hasPhrase(document, terms, field, topicNames, replacements),
        );
        if (isMatch) verified.push({ document, score: ordered.scores[checked + i]! });
        else refuted.add(batch[i]!);
      });
      checked += batch.length;
    }
    return {
      rows: verified.slice(offset, offset + limit),
      ranking: without(ranking, refuted),
      total: verified.length,
      isTotalExact: checked === ranking.documents.length,
    };
  }
}

function hasPhrases({ clauses }: Evaluation): boolean {
  return clauses.some(({ alternatives }) => alternatives.some(({ phrase }) => phrase !== null));
}

const topicName = ({ slug, name }: SearchTopic): TopicName => ({ slug, name });

function toResult(
  { core }: IndexFiles,
  { matchedTerms }: Evaluation,
  document: StoredDocument,
  score: number,
): SearchResult {
  const { title, abstract, topics, slug, byline, seen, published, hasCode, upvotes } = document;
  return {
    slug,
    title: highlight(title, matchedTerms),
    excerpt: excerpt(abstract, matchedTerms),
    byline,
    foundAuthors: foundAuthors(document, matchedTerms),
    topics: topics.flatMap((topic) => core.topics[topic] ?? []).map(topicName),
    seen,
    published,
    hasCode,
    upvotes,
    score,
  };
}
