import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { decide } from '#enrichment/decide.ts';
import { enrichmentFileName, formatEnrichment, parseEnrichment } from '#enrichment/enrichment-file.ts';
import { RecordMatcher } from '#enrichment/record-matcher.ts';
import type { Enrichment } from '#enrichment/schema.ts';
import { mergeSightings } from '#papers/merge.ts';
import type { Paper } from '#papers/schema.ts';
import { readFeeds } from '../build/read-corpus.ts';
import { silent } from '../build/progress.ts';
import { loadContent } from '../content/load-content.ts';
import { offerSnapshot } from '../enrichment/read-snapshot.ts';
import { reportChanges } from '../enrichment/report-changes.ts';
import { searchArxiv } from '../enrichment/search-arxiv.ts';
import { arxivGapMs, arxivUrl } from '../fetch/arxiv-query.ts';
import { writeAtomically } from '../fetch/atomic-write.ts';
import { reportRetry, userAgentOf } from '../fetch/choose-sources.ts';
import { HttpClient } from '../fetch/http-client.ts';
import { CallError } from './call-error.ts';
import { writeMessages } from './write-messages.ts';

interface Options {
  content: string;
  from?: string;
  baseUrl: string;
  limit: string;
  again: boolean;
}

/** The file is written after so many papers, so that a search of hours can be stopped and resumed. */
const papersPerSave = 20;

/** `digest enrich`: finds the arXiv records of papers that are known by title only. */
export function addEnrichCommand(program: Command): void {
  program
    .command('enrich')
    .description(
      `Find the arXiv records of papers without an arXiv id, by title and abstract, and keep them in ${enrichmentFileName} ` +
        'of the content folder, where they can be reviewed. One JSON line for each paper that something was found for.',
    )
    .option('--content <dir>', 'content folder', 'content')
    .option('--from <file>', 'arXiv metadata as JSON lines, also gzipped, instead of the arXiv API')
    .option('--base-url <url>', 'server to ask instead of arXiv', arxivUrl)
    .option('--limit <papers>', 'ask the API for at most that many papers (about 6 s each)', '500')
    .option('--again', 'ask the API once more for papers that it was asked for in vain', false)
    .action(async (options: Options) => {
      const content = loadContent(options.content);
      const feeds = await readFeeds(options.content, content, silent);
      const papers = mergeSightings(feeds.flatMap(({ value }) => value.sightings)).value;
      const file = join(options.content, enrichmentFileName);
      const previous = parseEnrichment(existsSync(file) ? readFileSync(file, 'utf8') : '');
      // A line that cannot be read would be lost when the file is written.
      if (previous.messages.length > 0)
        throw new CallError(
          `${file} was not touched, since it has lines that cannot be read:\n${previous.messages.map(({ line, text }) => `  line ${line}: ${text}`).join('\n')}`,
        );
      const wanted = papers.filter(({ arxivId }) => arxivId === null);
      const matcher = new RecordMatcher(wanted);
      const save = async (searched: readonly Paper[], complete: boolean) => {
        const { value, messages } = decide(previous.value, matcher.candidates(), idsOf(papers), searched);
        writeAtomically(file, formatEnrichment(value));
        if (!complete) return;
        await reportChanges(previous.value, value, wanted);
        writeMessages(messages);
      };
      if (options.from !== undefined) {
        const count = await offerSnapshot(options.from, matcher);
        process.stderr.write(`${count} records read\n`);
        return save([], true);
      }
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1)
        throw new CallError(`--limit ${options.limit} is no number of papers.`);
      const known = new Set(
        previous.value.filter((line) => !mayAsk(line, options.again)).map(({ paper }) => paper),
      );
      const asked = wanted.filter(({ id }) => !known.has(id)).slice(0, limit);
      const client = new HttpClient({
        userAgent: userAgentOf(content.site),
        minGapMs: arxivGapMs,
        onRetry: reportRetry,
      });
      const searched: Paper[] = [];
      try {
        for (const paper of asked) {
          await searchArxiv(client, options.baseUrl, paper, matcher);
          searched.push(paper);
          if (searched.length % papersPerSave === 0) await save(searched, false);
        }
      } finally {
        await client.close();
        await save(searched, true);
      }
    });
}

const mayAsk = ({ accepted }: Enrichment, again: boolean): boolean => again && !accepted;

const idsOf = (papers: readonly Paper[]): Map<string, string> =>
  new Map(papers.flatMap(({ arxivId, id }) => (arxivId === null ? [] : [[arxivId, id] as const])));
