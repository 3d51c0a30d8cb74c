import {
  copyFileSync,
  cpSync,
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

const shared = new URL('../../../../shared/', import.meta.url).pathname;
const project = new URL('../../../', import.meta.url).pathname;

/**
 * Makes a content folder of about `papers` papers: the newest days of the API first, then abstracts of the corpus as
 * an arXiv snapshot. Where there are not as many, the rest, `recombined`, are put together from halves of two
 * abstracts. The last API day is held back and its path answered, to be added as "one new day".
 */
export async function makeContentFolder(
  folder: string,
  papers: number,
): Promise<{ newDay: string; recombined: number }> {
  const feeds = join(folder, 'feeds');
  mkdirSync(join(feeds, 'hf'), { recursive: true });
  for (const name of ['site.yaml', 'topics.yaml'])
    copyFileSync(join(project, 'content', name), join(folder, name));
  cpSync(join(project, 'content', 'pages'), join(folder, 'pages'), { recursive: true });

  const ids = new Set<string>();
  const days = readdirSync(join(shared, 'hf-daily')).sort().reverse();
  const newDay = join(shared, 'hf-daily', days[0]!);
  for (const day of days.slice(1)) {
    if (ids.size >= papers) break;
    const path = join(shared, 'hf-daily', day);
    const found = idsOf(path);
    if (found === null) continue;
    for (const id of found) ids.add(id);
    copyFileSync(path, join(feeds, 'hf', day));
  }
  const lines: string[] = [];
  const input = createReadStream(join(shared, 'corpus', 'arxiv-abstracts.jsonl.gz')).pipe(createGunzip());
  for await (const line of createInterface({ input })) {
    if (ids.size >= papers) break;
    const { id } = JSON.parse(line) as { id: string };
    if (ids.has(id)) continue;
    ids.add(id);
    lines.push(line);
  }
  const recombined = Math.max(0, papers - ids.size);
  lines.push(...recombine(lines, recombined));
  if (lines.length > 0) writeFileSync(join(feeds, 'arxiv-snapshot.jsonl'), `${lines.join('\n')}\n`);
  return { newDay, recombined };
}

/** Records of halves of two others. Their ids are of a month before arXiv had such ids, so that none is taken. */
function recombine(lines: readonly string[], count: number): string[] {
  const half = (text: string, second: boolean): string => {
    const words = text.split(' ');
    const middle = Math.ceil(words.length / 2);
    return (second ? words.slice(middle) : words.slice(0, middle)).join(' ');
  };
  return Array.from({ length: count }, (_, index) => {
    const first = JSON.parse(lines[index]!) as ArxivRecord;
    const second = JSON.parse(lines[(7919 * (index + 1)) % lines.length]!) as ArxivRecord;
    const join = (field: 'title' | 'abstract') => `${half(first[field], false)} ${half(second[field], true)}`;
    const id = `0101.${String(index).padStart(5, '0')}`;
    return JSON.stringify({ ...first, id, title: join('title'), abstract: join('abstract') });
  });
}

interface ArxivRecord {
  id: string;
  title: string;
  abstract: string;
}

/** The arXiv ids of an API day; null for one in the archiver's broken form. */
function idsOf(path: string): string[] | null {
  const day = JSON.parse(readFileSync(path, 'utf8')) as unknown;
  if (!Array.isArray(day) || day.some((item) => typeof item !== 'object')) return null;
  return day.map((item: { paper: { id: string } }) => item.paper.id);
}

/** Changes a content folder to one of a site that has what the peers make: pages of papers, lists and feeds. */
export function pagesOnly(folder: string): void {
  const file = join(folder, 'site.yaml');
  const kept = readFileSync(file, 'utf8').replace(/^(?:authors|paperFiles|socialImages|offline):.*$/gm, '');
  const authors = 'authors: { pagesFrom: 1000000, feedsFrom: 1000000 }';
  writeFileSync(file, `${kept}\n${authors}\npaperFiles: false\nsocialImages: 0\noffline: false\n`);
}
