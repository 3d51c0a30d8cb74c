import { readFeed } from '#sightings/read-feed.ts';
import type { FeedFormat, Sighting } from '#sightings/schema.ts';
import { addDays } from './days.ts';
import type { DayFile } from './source.ts';

/** What the readers of the build make of the files of a day. */
export interface Examination {
  papers: number;
  /** Their arXiv ids, sorted. */
  ids: string[];
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

/** The field that tells of which day a paper of a source is. */
const dayFields: Partial<Record<FeedFormat, 'date' | 'published'>> = {
  'hf-api': 'date',
  'arxiv-atom': 'published',
};

/** Reads the files of a day as a build would. `folder` is where they lie below `content/feeds`. */
export async function examineDay(
  folder: string,
  day: string,
  files: readonly DayFile[],
  format: FeedFormat,
): Promise<Examination> {
  const sightings: Sighting[] = [];
  const oddities: string[] = [];
  const unusable = (problem: string): Examination => ({
    papers: sightings.length,
    ids: [],
    problem,
    oddities,
  });
  for (const { name, body } of files) {
    const { value, messages } = await readFeed({ name: `${folder}/${name}`, chunks: [body] });
    const error = messages.find(({ severity }) => severity === 'error');
    if (value.format !== format || (error !== undefined && value.sightings.length === 0))
      return unusable(
        `${name} is not a list of papers as it was known (${error?.text ?? `read as ${value.format}`})`,
      );
    sightings.push(...value.sightings);
    for (const { severity, rule, text } of messages)
      if (severity !== 'info') oddities.push(`${name}: ${text} [${rule}]`);
  }
  const lacking = (expectedFields[format] ?? []).flatMap((field) => {
    const count = sightings.filter((sighting) => isMissing(sighting[field])).length;
    return count * 2 > sightings.length ? [{ field, count }] : [];
  });
  const described = lacking.map(({ field, count }) => `${count} of ${sightings.length} lack "${field}"`);
  if (lacking.some(({ field }) => essentialFields.has(field)))
    return unusable(`the layout of the answer has changed: ${described.join(', ')}`);
  const others = daysOfOthers(sightings, day, format);
  if (others.length * 2 > sightings.length)
    return unusable(
      `${others.length} of ${sightings.length} papers are of another day, such as ${others[0]}, as if the date was not looked at`,
    );
  if (described.length > 0) oddities.push(`fewer fields than usual: ${described.join(', ')}`);
  const ids = sightings.flatMap(({ arxivId }) => arxivId ?? []).sort();
  return { papers: sightings.length, ids, problem: null, oddities };
}

/**
 * The days of papers that were not listed on `day`. The day before is as good: of 370 archived days of Hugging Face
 * four have all their papers from there.
 */
function daysOfOthers(sightings: readonly Sighting[], day: string, format: FeedFormat): string[] {
  const own = [day, addDays(day, -1)];
  return sightings.flatMap((sighting) => {
    const listed = sighting[dayFields[format] ?? 'date'];
    return listed === null || own.includes(listed) ? [] : listed;
  });
}

function isMissing(value: Sighting[keyof Sighting]): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
