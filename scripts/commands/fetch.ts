import { Option, type Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { isoDateSchema } from '#sightings/schema.ts';
import type { SiteConfig } from '#site/schema.ts';
import { loadSiteConfig } from '../content/load-content.ts';
import { arxivGapMs, arxivSource, arxivUrl, categoryPattern } from '../fetch/arxiv.ts';
import { systemClock } from '../fetch/clock.ts';
import { fetchDays, staleness } from '../fetch/fetch-days.ts';
import { HttpClient } from '../fetch/http-client.ts';
import { huggingFaceSource, huggingFaceUrl } from '../fetch/hugging-face.ts';
import type { Source } from '../fetch/source.ts';
import { CallError } from './call-error.ts';
import { writeJsonLine } from './json-lines.ts';

interface Options {
  content: string;
  from?: Source['name'];
  since?: string;
  until?: string;
  category: string[];
  baseUrl?: string;
  staleAfter?: string;
}

/** Pause between requests to Hugging Face, which publishes no number. */
const huggingFaceGapMs = 1_000;

/**
 * `digest fetch`: downloads days into `content/feeds`, one JSON line a day. The only command that looks at a clock:
 * without `--until` it ends with today (UTC). Fetching is no part of a build.
 */
export function addFetchCommand(program: Command): void {
  program
    .command('fetch')
    .description(
      'Download the days of a source into feeds/ of a content folder: one JSON line a day. Days that are there are ' +
        'left alone, but for the newest, for which papers still come in; a good file is never replaced by a bad answer.',
    )
    .option('--content <dir>', 'folder with site.yaml and feeds/', 'content')
    .addOption(
      new Option('--from <source>', 'the source (default: the sources of site.yaml)').choices([
        'hf',
        'arxiv',
      ]),
    )
    .option('--since <date>', 'first day (default: where the last run ended, else a week back)')
    .option('--until <date>', 'last day (default: today, UTC)')
    .option(
      '--category <category>',
      'arXiv category such as cs.LG; may be given several times (default: those of site.yaml)',
      (category: string, list: string[]) => [...list, category],
      [],
    )
    .option('--base-url <url>', 'server to ask instead of the own one of the source; needs --from')
    .option('--stale-after <days>', 'fail when the newest day with papers is older than that many days')
    .action(async (options: Options) => {
      const site = loadSiteConfig(options.content);
      const until = readDate('--until', options.until) ?? new Date().toISOString().slice(0, 10);
      const since = readDate('--since', options.since) ?? null;
      if (since !== null && since > until)
        throw new CallError(`--since ${since} lies behind the last day, ${until}: give an earlier one.`);
      const maxAgeDays = readDays(options.staleAfter);

      const complaints: string[] = [];
      for (const { source, client } of sourcesOf(options, site)) {
        let failed = 0;
        for await (const summary of fetchDays(options.content, source, { since, until })) {
          await writeJsonLine(summary);
          for (const note of summary.notes)
            process.stderr.write(`warning: ${summary.source} ${summary.date}: ${note}\n`);
          if (summary.status === 'failed') failed += 1;
        }
        await client.close();
        if (failed > 0) complaints.push(`${source.name}: no usable answer for ${failed} of the days`);
        const stale = maxAgeDays === null ? null : staleness(options.content, source, until, maxAgeDays);
        if (stale !== null) complaints.push(stale);
      }
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    });
}

function sourcesOf(options: Options, site: SiteConfig): { source: Source; client: HttpClient }[] {
  if (options.baseUrl !== undefined && options.from === undefined)
    throw new CallError('--base-url needs --from: it is the server of one source.');
  if (options.baseUrl !== undefined && !URL.canParse(options.baseUrl))
    throw new CallError(`--base-url ${options.baseUrl} is no URL; one such as ${arxivUrl} is expected.`);
  const wrong = options.category.find((category) => !categoryPattern.test(category));
  if (wrong !== undefined)
    throw new CallError(
      `--category ${wrong} is not written like an arXiv category; one such as cs.LG is expected.`,
    );
  if (options.category.length > 0 && options.from === 'hf')
    throw new CallError('--category goes with --from arxiv: Hugging Face has no categories.');

  const categories = options.category.length > 0 ? options.category : (site.sources.arxiv?.categories ?? []);
  const wanted = {
    hf: options.from === undefined ? site.sources.hf && options.category.length === 0 : options.from === 'hf',
    arxiv: options.from === undefined ? categories.length > 0 : options.from === 'arxiv',
  };
  if (wanted.arxiv && categories.length === 0)
    throw new CallError(
      'arXiv needs to know what to list: give --category cs.LG (several times if you like), or sources.arxiv.categories in site.yaml.',
    );
  if (!wanted.hf && !wanted.arxiv)
    throw new CallError(
      'There is nothing to fetch from: give --from hf or --from arxiv, or sources in site.yaml.',
    );

  const userAgent = `${packageJson.name}/${packageJson.version} (+${site.url}${site.base})`;
  const clientOf = (minGapMs: number) =>
    new HttpClient({
      userAgent,
      minGapMs,
      clock: systemClock,
      onRetry: (reason, waitMs) =>
        process.stderr.write(`retry: ${reason}; asking again in ${Math.ceil(waitMs / 1000)} s\n`),
    });
  const sources: { source: Source; client: HttpClient }[] = [];
  if (wanted.hf) {
    const client = clientOf(huggingFaceGapMs);
    sources.push({ source: huggingFaceSource(client, options.baseUrl ?? huggingFaceUrl), client });
  }
  if (wanted.arxiv) {
    const client = clientOf(arxivGapMs);
    sources.push({ source: arxivSource(client, options.baseUrl ?? arxivUrl, categories), client });
  }
  return sources;
}

function readDate(option: string, text: string | undefined): string | undefined {
  if (text !== undefined && !isoDateSchema.safeParse(text).success)
    throw new CallError(`${option} ${text} is no date; one such as 2025-10-28 is expected.`);
  return text;
}

function readDays(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d+$/.test(text)) throw new CallError(`--stale-after ${text} is no number of days.`);
  return Number(text);
}
