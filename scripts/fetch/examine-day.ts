import { readFeed } from '#sightings/read-feed.ts';
import type { FeedFormat, Sighting } from '#sightings/schema.ts';
import type { DayFile } from './source.ts';

/** What the readers of the build make of the files of a day. */
export interface Examination {
  papers: number;
  /** Why the files cannot be used; null when they can. */
  problem: string | null;
  /** What is odd about them all the same. */
  oddities: string[];
}

/** A field that every paper of a source has; when most lack it, the layout of the answer has changed. */
const expectedFields: Partial<Record<FeedFormat, (keyof Sighting)[]>> = {
  'hf-api': ['arxivId', 'abstract', 'published', 'authors', 'upvotes'],
  'arxiv-atom': ['arxivId', 'abstract', 'published', 'authors', 'categories'],
};

/** Without these a paper is not worth keeping: most papers lacking one makes the answer unusable. */
const essentialFields = new Set<keyof Sighting>(['abstract', 'published', 'authors']);

/** Reads the files of a day as a build would. `folder` is where they lie below `content/feeds`. */
export async function examineDay(
  folder: string,
  files: readonly DayFile[],
  format: FeedFormat,
): Promise<Examination> {
  const sightings: Sighting[] = [];
  const oddities: string[] = [];
  for (const { name, body } of files) {
    const { value, messages } = await readFeed({ name: `${folder}/${name}`, chunks: [body] });
    const error = messages.find(({ severity }) => severity === 'error');
    if (value.format !== format || (error !== undefined && value.sightings.length === 0))
      return {
        papers: 0,
        problem: `${name} is not a list of papers as it was known (${error?.text ?? `read as ${value.format}`})`,
        oddities,
      };
    sightings.push(...value.sightings);
    for (const { severity, rule, text } of messages)
      if (severity !== 'info') oddities.push(`${name}: ${text} [${rule}]`);
  }
  const lacking = (expectedFields[format] ?? []).flatMap((field) => {
    const count = sightings.filter((sighting) => isMissing(sighting[field])).length;
    return count * 2 > sightings.length ? [{ field, count }] : [];
  });
  const described = lacking.map(({ field, count }) => `${count} of ${sightings.length} lack "${field}"`);
  const unusable = lacking.some(({ field }) => essentialFields.has(field));
  if (unusable)
    return {
      papers: sightings.length,
      problem: `the layout of the answer has changed: ${described.join(', ')}`,
      oddities,
    };
  if (described.length > 0) oddities.push(`fewer fields than usual: ${described.join(', ')}`);
  return { papers: sightings.length, problem: null, oddities };
}

function isMissing(value: Sighting[keyof Sighting]): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
