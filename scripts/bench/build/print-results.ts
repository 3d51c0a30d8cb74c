import type { BuildReport } from '../../build/build-site.ts';
import type { Amount } from './tree-change.ts';
import { combined, costBeyond, type Cost } from './run-measured.ts';

/** What of a site is to be sent to a host that has it as it was, and all of it. */
interface Upload {
  sent: Amount;
  all: Amount;
}

/** What was measured at one size. What only the peers and the new day tell is null without them. */
export interface SizeResult {
  name: string;
  papers: number;
  recombined: number;
  files: number;
  peakMegabytes: number;
  sameWhenWarm: boolean;
  cold: Cost;
  warm: Cost;
  peers: Cost | null;
  pages: Cost | null;
  eleventyPages: Cost | null;
  plainPages: Cost | null;
  newDay: {
    cost: Cost;
    papers: number;
    whole: Cost;
    same: boolean;
    upload: Upload;
    peersUpload: Upload;
  } | null;
}

/** Prints the stages of a build. */
export function printStages(title: string, { papers, files, stages }: BuildReport): void {
  console.log(`\n${title}: ${papers} papers, ${files} files`);
  for (const { name, seconds, cpuSeconds, ownSeconds } of stages)
    console.log(
      `${seconds.toFixed(1).padStart(8)} s ${cpuSeconds.toFixed(1).padStart(7)} s of processors, ${ownSeconds?.toFixed(1) ?? '?'} of the main thread  ${name}`,
    );
}

/** Prints the rows of all sizes: seconds as wall / processor, ratios likewise, and what is aimed at. */
export function printSizes(results: readonly SizeResult[]): void {
  console.log(`\n${'size'.padEnd(5)} ${'what'.padEnd(56)} ${'wall / processor'.padEnd(20)} target`);
  for (const result of results) for (const row of rowsOf(result)) print(result.name, ...row);
  const [smallest, largest] = [results[0], results.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return;
  const between = `${smallest.name}–${largest.name}`;
  const perPaper = ({ cold, papers }: SizeResult): Cost => divided(cold, papers);
  print(
    between,
    'time per paper, cold: largest / smallest',
    ratio(perPaper(largest), perPaper(smallest)),
    '<= 1.3 (100k / 10k)',
  );
  const marginal = (of: 'pages' | 'plainPages'): Cost | null => {
    const [small, large] = [smallest[of], largest[of]];
    return small && large && divided(costBeyond(large, small), largest.papers - smallest.papers);
  };
  const [own, plain] = [marginal('pages'), marginal('plainPages')];
  if (own !== null && plain !== null) print(between, 'marginal page / plain Node', ratio(own, plain), '<= 2');
}

function rowsOf(result: SizeResult): [what: string, value: string, target?: string][] {
  const { cold, warm, peers, pages, eleventyPages, plainPages, newDay } = result;
  const rows: [string, string, string?][] = [
    ['papers, of them recombined from halves of others', `${result.papers}, ${result.recombined}`],
    ['cold caches, s', seconds(cold)],
    ['warm caches, s', seconds(warm)],
    ['ms a paper, cold', seconds(divided(cold, result.papers / 1000))],
    ['peak memory, MB', String(result.peakMegabytes), '< 4000 at 100k'],
    ['cold and warm are byte-identical', String(result.sameWhenWarm), 'true'],
  ];
  if (peers !== null)
    rows.push(
      ['Eleventy + Pagefind, s', seconds(peers)],
      ['cold / (Eleventy + Pagefind)', ratio(cold, peers), '<= 1.5'],
      ['warm / (Eleventy + Pagefind)', ratio(warm, peers), '<= 0.8'],
    );
  if (newDay !== null)
    rows.push(
      [`one new day (${newDay.papers} new papers), s`, seconds(newDay.cost)],
      ['one new day / cold', ratio(newDay.cost, newDay.whole), '<= 0.17'],
      ['one new day and a cold build are byte-identical', String(newDay.same), 'true'],
      ['one new day: files to send', uploadOf(newDay.upload)],
      ['one new day: files to send, Eleventy + Pagefind', uploadOf(newDay.peersUpload)],
    );
  if (pages !== null && eleventyPages !== null && plainPages !== null)
    rows.push(
      ['pages alone: paper-digest, s', seconds(pages)],
      ['pages alone: Eleventy, s', seconds(eleventyPages)],
      ['pages alone: plain Node, s', seconds(plainPages)],
      ['pages alone / Eleventy', ratio(pages, eleventyPages), '<= 1.25'],
    );
  return rows;
}

const uploadOf = ({ sent, all }: Upload): string =>
  `${sent.files} of ${all.files}, ${megabytes(sent)} of ${megabytes(all)} MB`;

const megabytes = ({ bytes }: Amount): string => (bytes / 1e6).toFixed(0);

const print = (size: string, what: string, value: string, target = ''): void =>
  console.log(`${size.padEnd(5)} ${what.padEnd(56)} ${value.padEnd(20)} ${target}`.trimEnd());

const both = (cost: Cost, write: (value: number) => string): string =>
  `${write(cost.wall)} / ${cost.processor === null ? '?' : write(cost.processor)}`;

const seconds = (cost: Cost): string => both(cost, (value) => value.toFixed(1));

const ratio = (a: Cost, b: Cost): string =>
  both(
    combined(a, b, (x, y) => x / y),
    (value) => value.toFixed(2),
  );

const divided = (cost: Cost, by: number): Cost =>
  combined(cost, { wall: by, processor: by }, (x, y) => x / y);
