import { spawnSync } from 'node:child_process';
import { createWriteStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchDocument } from '#search/schema.ts';
import type { BuildCost } from './build-site-index.ts';
import { atMost, inSeconds, ratio, type Row } from './figures.ts';
import { plainText } from './queries.ts';

const bench = fileURLToPath(new URL('.', import.meta.url));
export const peers = join(bench, 'peers');

/** What building the indexes took and made. */
export interface IndexMeasurement {
  documents: number;
  recombined: number;
  files: { site: number; pagefind: number };
  build: { site: BuildCost; pagefind: BuildCost; fullSeconds: number };
}

/** Builds the site's index in `folder/search` and Pagefind's in `folder/pagefind`, each in a process of its own. */
export async function measureIndexes(
  documents: readonly SearchDocument[],
  folder: string,
): Promise<Pick<IndexMeasurement, 'files'> & { site: BuildCost; pagefind: BuildCost }> {
  const [index, pagefindIndex, records] = ['search', 'pagefind', 'records.jsonl'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const script = join(bench, 'build-site-index.ts');
  const site = costOf(run('node', [script, String(documents.length), index], bench));
  await writeRecords(documents, records);
  const pagefind = costOf(run('node', [join(peers, 'build-pagefind.mjs'), records, pagefindIndex], peers));
  return { site, pagefind, files: { site: countFiles(index), pagefind: countFiles(pagefindIndex) } };
}

async function writeRecords(documents: readonly SearchDocument[], records: string): Promise<void> {
  const file = createWriteStream(records);
  for (const { slug, title, abstract } of documents)
    file.write(
      `${JSON.stringify({ url: `/papers/${slug}/`, title: plainText(title), text: plainText(abstract) })}\n`,
    );
  await new Promise<void>((resolve) => file.end(resolve));
}

/** What a building process printed at last. */
function costOf(printed: string): BuildCost {
  return JSON.parse(printed.trim().split('\n').at(-1)!);
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
}

/** Runs a program and answers what it printed. */
export function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}

export function indexRows({ documents, recombined, files, build }: IndexMeasurement): Row[] {
  const isLarge = documents >= 100_000;
  return [
    { what: 'papers, of them recombined from sentences', value: `${documents}, ${recombined}` },
    { what: 'files: paper-digest, Pagefind', value: `${files.site}, ${files.pagefind}` },
    {
      what: 'index build: paper-digest, MiniSearch, Pagefind',
      value: `${[build.site.seconds, build.fullSeconds, build.pagefind.seconds].map(inSeconds).join(', ')}, ${ratio(build.site.seconds, build.pagefind.seconds)}`,
      target: isLarge ? atMost('1/3 of Pagefind', build.site.seconds * 3, build.pagefind.seconds) : undefined,
    },
    {
      what: '… in processor time: paper-digest, Pagefind',
      value: `${inSeconds(build.site.processorSeconds)}, ${inSeconds(build.pagefind.processorSeconds)}, ${ratio(build.site.processorSeconds, build.pagefind.processorSeconds)}`,
    },
    {
      what: '… most memory, with all papers in it: paper-digest, Pagefind',
      value: `${(build.site.peakBytes / 1e6).toFixed(0)}, ${(build.pagefind.peakBytes / 1e6).toFixed(0)} MB`,
    },
  ];
}
