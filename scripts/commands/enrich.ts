import type { Command } from 'commander';
import type { Enrichment } from '#enrichment/schema.ts';
import { loadSiteConfig } from '../content/load-content.ts';
import { enrichContent, type EnrichReport } from '../enrichment/enrich-content.ts';
import { arxivGapMs, arxivUrl } from '../fetch/arxiv-query.ts';
import { refuseUnlessServer, reportRetry, userAgentOf } from '../fetch/choose-sources.ts';
import { HttpClient } from '../fetch/http-client.ts';
import { CallError } from './call-error.ts';
import { writeJsonLine } from './json-lines.ts';
import { writeMessages } from './write-messages.ts';

interface Options {
  content: string;
  from?: string;
  baseUrl: string;
  limit: string;
  again: boolean;
}

/** `digest enrich`: brings the arXiv records of papers, found by their ids or, where feeds give none, by title. */
export function addEnrichCommand(program: Command): void {
  program
    .command('enrich')
    .description(
      'Bring the arXiv records of papers, with the TeX, authors and categories that feeds lost: by arXiv id, kept in ' +
        'records/ of the content folder, or by title and abstract where the feeds give no id, kept in enrichment.jsonl. ' +
        'Both can be reviewed by hand. One JSON line for each paper that something was found for.',
    )
    .option('--content <dir>', 'content folder', 'content')
    .option('--from <file>', 'arXiv metadata as JSON lines, also gzipped, instead of the arXiv API')
    .option('--base-url <url>', 'server to ask instead of arXiv', arxivUrl)
    .option(
      '--limit <n>',
      'ask the API at most that many times (3 to 6 s each): for 100 ids, or for one title',
      '500',
    )
    .option(
      '--again',
      'ask the API once more for papers that it was asked for in vain by their titles',
      false,
    )
    .action(async (options: Options) => {
      const report = await run(options);
      for (const { paper, paperTitle, arxivId, accepted, agreement, record } of report.changed)
        if (arxivId !== null)
          await writeJsonLine({
            paper,
            paperTitle,
            arxivId,
            accepted,
            agreement,
            recordTitle: record?.title,
          });
      writeMessages(report.messages);
      process.stderr.write(describe(report));
      if (report.failure !== null) throw report.failure;
    });
}

async function run({ content, from, baseUrl, limit, again }: Options): Promise<EnrichReport> {
  if (from !== undefined) return enrichContent(content, { snapshot: from });
  if (!/^[1-9]\d*$/.test(limit))
    throw new CallError(`--limit ${limit} is no number of searches; one from 1 is expected.`);
  refuseUnlessServer(baseUrl);
  const client = new HttpClient({
    userAgent: userAgentOf(loadSiteConfig(content)),
    minGapMs: arxivGapMs,
    onRetry: reportRetry,
  });
  try {
    return await enrichContent(content, { client, baseUrl, limit: Number(limit), again });
  } finally {
    await client.close();
  }
}

function describe({ wanted }: EnrichReport): string {
  const count = (isKnown: boolean, what: (line: Enrichment | null) => boolean) =>
    wanted.filter(({ paper, line }) => (paper.arxivId !== null) === isKnown && what(line)).length;
  const part = (name: string, isKnown: boolean) => {
    const [all, found, refused] = [
      count(isKnown, () => true),
      count(isKnown, (line) => line?.accepted === true),
      count(isKnown, (line) => line !== null && !line.accepted && line.arxivId !== null),
    ];
    return `${all} papers ${name}: ${found} found, ${refused} doubtful (set "accepted" by hand), ${all - found - refused} not found\n`;
  };
  return part('with an arXiv id but without the text of arXiv', true) + part('without an arXiv id', false);
}
