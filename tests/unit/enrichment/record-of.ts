import type { ArxivRecord } from '#enrichment/schema.ts';

/** A text of 24 words, of which `changed` are other ones than those of the same text with 0. */
export function abstractOf(subject: string, changed = 0): string {
  const words = Array.from({ length: 24 }, (_, index) => `${subject}${index}${index < changed ? 'x' : ''}`);
  return `${words.join(' ')}.`;
}

/** A record with the given values and nothing else known. */
export function recordOf(values: Partial<ArxivRecord> & { arxivId: string }): ArxivRecord {
  return {
    title: `Title of ${values.arxivId}`,
    abstract: '',
    authors: [],
    categories: [],
    published: null,
    doi: null,
    ...values,
  };
}
