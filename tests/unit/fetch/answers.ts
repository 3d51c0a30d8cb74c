const words = 'a study of how things are sorted when nobody looks at them and what can be learned from that';

/** An entry of a day of Hugging Face, with whatever is to be different about its paper. */
export function hfEntry(id: string, paper: Record<string, unknown> = {}) {
  return {
    paper: {
      id,
      title: `Paper ${id}`,
      summary: `In ${id} we present ${words}.`,
      authors: [{ name: 'Ada One' }],
      publishedAt: '2025-10-27T00:00:00.000Z',
      submittedOnDailyAt: '2025-10-28T01:00:00.000Z',
      upvotes: 3,
      ...paper,
    },
    publishedAt: '2025-10-28T00:00:00.000Z',
    numComments: 1,
  };
}

/** A day of Hugging Face with papers of these ids. */
export const hfDay = (...ids: string[]): string => JSON.stringify(ids.map((id) => hfEntry(id)));

/** A day of Hugging Face whose entries say so, with that many papers, which no other day has. */
export const hfDayOf = (day: string, count = 1): string =>
  JSON.stringify(
    arxivIds(count, Number(`${day.slice(8)}01`)).map((id) =>
      hfEntry(id, { submittedOnDailyAt: `${day}T01:00:00.000Z` }),
    ),
  );

/** A page of results of the arXiv API, which says that there are `total` of them. */
export function arxivPage(ids: readonly string[], total = ids.length, start = 0): string {
  const entries = ids.map(
    (id) => `<entry>
      <id>http://arxiv.org/abs/${id}v1</id>
      <title>Paper ${id}</title>
      <summary>In ${id} we present ${words}.</summary>
      <published>2025-10-28T10:00:00Z</published>
      <updated>2025-10-28T10:00:00Z</updated>
      <author><name>Ada One</name></author>
      <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    </entry>`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/x</id>
  <title>arXiv Query: search_query=cat:cs.LG</title>
  <opensearch:itemsPerPage>100</opensearch:itemsPerPage>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>${start}</opensearch:startIndex>
  ${entries.join('\n')}
</feed>
`;
}

/** `2510.00001`, `2510.00002`, …: ids of papers, counting from `first`. */
export const arxivIds = (count: number, first = 1): string[] =>
  Array.from({ length: count }, (_, index) => `2510.${String(first + index).padStart(5, '0')}`);
