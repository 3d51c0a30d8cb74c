import { Option, type Command } from 'commander';
import { isoDateSchema } from '#sightings/schema.ts';
import { loadSiteConfig } from '../content/load-content.ts';
import { chooseSources } from '../fetch/choose-sources.ts';
import { fetchDays, staleness } from '../fetch/fetch-days.ts';
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
      const today = new Date().toISOString().slice(0, 10);
      const until = readDate('--until', options.until) ?? today;
      if (until > today)
        throw new CallError(`--until ${until} has not come yet: today is ${today} (UTC). Leave it out.`);
      const since = readDate('--since', options.since) ?? null;
      if (since !== null && since > until)
        throw new CallError(`--since ${since} lies behind the last day, ${until}: give an earlier one.`);
      const maxAgeDays = readDays(options.staleAfter);

      const complaints: string[] = [];
      for (const { source, client } of chooseSources(options, site)) {
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
