import type { RecordMatcher, WantedPaper } from '#enrichment/record-matcher.ts';
import { withoutTex } from '#papers/normalise-title.ts';
import { arxivIdsUrl, arxivQueryUrl, complainOfArxiv } from '../fetch/arxiv-query.ts';
import type { HttpClient } from '../fetch/http-client.ts';
import { readArxivRecords } from './read-snapshot.ts';

/** Records that are looked at for each query. */
const maxResults = 10;

/** How many plain words in a row of the abstract are looked for. */
const phraseWords = 8;

/**
 * Asks the arXiv API for a paper and offers what comes to the matcher: first by its title and, while no record
 * agrees, by a phrase of its abstract, as the title may have changed. Throws a `FetchError`.
 */
export async function searchArxiv(
  client: HttpClient,
  baseUrl: string,
  paper: WantedPaper,
  matcher: RecordMatcher,
): Promise<void> {
  for (const search of searchesFor(paper)) {
    const query = { search, start: 0, maxResults };
    const body = await client.get(arxivQueryUrl(baseUrl, query), (answer) => complainOfArxiv(answer, query));
    await readArxivRecords({ name: 'arxiv-answer.xml', chunks: [body] }, (record) => matcher.offer(record));
    if (matcher.candidateOf(paper.id)?.isSame === true) return;
  }
}

/** Ids that one request asks for. */
export const idsPerRequest = 100;

/** Asks the arXiv API for the records of papers whose ids are known, and offers them. Throws a `FetchError`. */
export async function lookUpArxiv(
  client: HttpClient,
  baseUrl: string,
  ids: readonly string[],
  matcher: RecordMatcher,
): Promise<void> {
  const body = await client.get(arxivIdsUrl(baseUrl, ids), (answer) =>
    complainOfArxiv(answer, { start: 0, maxResults: ids.length }),
  );
  await readArxivRecords({ name: 'arxiv-answer.xml', chunks: [body] }, (record) => matcher.offer(record));
}

/** The queries for a paper, in the language of the API's user's manual. */
export function searchesFor({ title, abstract }: Pick<WantedPaper, 'title' | 'abstract'>): string[] {
  const titleWords = withoutTex(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  const plain = new RegExp(`(?:(?<![^\\s])[A-Za-z]+ ){${phraseWords - 1}}[A-Za-z]+(?=[\\s,.;:]|$)`).exec(
    withoutTex(abstract),
  );
  return [
    ...(titleWords.length === 0 ? [] : [`ti:"${titleWords.join(' ')}"`]),
    ...(plain === null ? [] : [`abs:"${plain[0]}"`]),
  ];
}
