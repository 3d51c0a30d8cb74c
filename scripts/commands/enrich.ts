import type { Command } from 'commander';
import { loadSiteConfig } from '../content/load-content.ts';
import { enrichContent, type EnrichReport } from '../enrichment/enrich-content.ts';
import { arxivGapMs, arxivUrl } from '../fetch/arxiv-query.ts';
import { reportRetry, userAgentOf } from '../fetch/choose-sources.ts';
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

/** `digest enrich`: finds the arXiv records of papers that are known by title only. */
export function addEnrichCommand(program: Command): void {
  program
    .command('enrich')
    .description(
      'Find the arXiv records of papers without an arXiv id, by title and abstract, and keep them in enrichment.jsonl ' +
        'of the content folder, where they can be reviewed. One JSON line for each paper that something was found for.',
    )
    .option('--content <dir>', 'content folder', 'content')
    .option('--from <file>', 'arXiv metadata as JSON lines, also gzipped, instead of the arXiv API')
    .option('--base-url <url>', 'server to ask instead of arXiv', arxivUrl)
    .option('--limit <papers>', 'ask the API for at most that many papers (3 to 6 s each)', '500')
    .option('--again', 'ask the API once more for papers that it was asked for in vain', false)
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
  if (!/^[1-9]\d*$/.test(limit)) throw new CallError(`--limit ${limit} is no number of papers.`);
  if (!URL.canParse(baseUrl)) throw new CallError(`--base-url ${baseUrl} is no URL.`);
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

function describe({ wanted, lines }: EnrichReport): string {
  const byPaper = new Map(lines.map((line) => [line.paper, line]));
  const found = wanted.filter(({ id }) => byPaper.get(id)?.accepted === true).length;
  const doubtful = wanted.filter(({ id }) => {
    const line = byPaper.get(id);
    return line !== undefined && !line.accepted && line.arxivId !== null;
  }).length;
  return (
    `${wanted.length} papers without an arXiv id of their own: ${found} found, ` +
    `${doubtful} doubtful (set "accepted" by hand), ${wanted.length - found - doubtful} not found\n`
  );
}
