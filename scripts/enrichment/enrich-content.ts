import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '#diagnostics/message.ts';
import { decide } from '#enrichment/decide.ts';
import { enrichmentFileName, formatEnrichment, parseEnrichment } from '#enrichment/enrichment-file.ts';
import { RecordMatcher } from '#enrichment/record-matcher.ts';
import type { Enrichment } from '#enrichment/schema.ts';
import { mergeSightings } from '#papers/merge.ts';
import type { Paper } from '#papers/schema.ts';
import { silent } from '../build/progress.ts';
import { readFeeds } from '../build/read-corpus.ts';
import { CallError } from '../commands/call-error.ts';
import { loadContent } from '../content/load-content.ts';
import { writeAtomically } from '../fetch/atomic-write.ts';
import type { HttpClient } from '../fetch/http-client.ts';
import { offerSnapshot } from './read-snapshot.ts';
import { searchArxiv } from './search-arxiv.ts';

/** Where records come from: a snapshot, or the arXiv API, asked for at most `limit` papers. */
export type RecordSource =
  { snapshot: string } | { client: HttpClient; baseUrl: string; limit: number; again: boolean };

/** What a search brought. */
export interface EnrichReport {
  /** Papers without an arXiv id of their own. */
  wanted: readonly Paper[];
  /** The lines of the file, and those of them that are new or changed. */
  lines: readonly Enrichment[];
  changed: readonly Enrichment[];
  messages: readonly Message[];
  /** Why the search ended before its end; null when it did not. What was found until then is kept. */
  failure: Error | null;
}

/** The file is written after so many papers, so that a search of hours can be stopped and resumed. */
const papersPerSave = 20;

/**
 * Looks for the arXiv records of the papers of a content folder that have no arXiv id, and writes
 * `enrichment.jsonl`. Throws a `CallError`, without touching the file, when it has lines that cannot be read.
 */
export async function enrichContent(folder: string, source: RecordSource): Promise<EnrichReport> {
  const content = loadContent(folder);
  const file = join(folder, enrichmentFileName);
  const previous = readLines(file);
  const feeds = await readFeeds(folder, content, silent);
  const papers = mergeSightings(feeds.flatMap(({ value }) => value.sightings)).value;
  const wanted = papers.filter(({ arxivId }) => arxivId === null);
  const ownIds = new Map(
    papers.flatMap(({ arxivId, id }) => (arxivId === null ? [] : [[arxivId, id] as const])),
  );
  const matcher = new RecordMatcher(wanted);
  const searched: Paper[] = [];
  const save = () => {
    const decided = decide(previous, matcher.candidates(), ownIds, searched);
    if (decided.value.length > 0) writeAtomically(file, formatEnrichment(decided.value));
    return decided;
  };

  let failure: Error | null = null;
  if ('snapshot' in source) await offerSnapshot(source.snapshot, matcher);
  else
    try {
      for (const paper of papersToAsk(wanted, previous, source)) {
        await searchArxiv(source.client, source.baseUrl, paper, matcher);
        searched.push(paper);
        if (searched.length % papersPerSave === 0) save();
      }
    } catch (error) {
      failure = error as Error;
    }
  const { value: lines, messages } = save();
  const before = new Set(previous.map((line) => JSON.stringify(line)));
  const changed = lines.filter((line) => !before.has(JSON.stringify(line)));
  return { wanted, lines, changed, messages, failure };
}

/** A line that cannot be read would be lost when the file is written. */
function readLines(file: string): readonly Enrichment[] {
  const { value, messages } = parseEnrichment(existsSync(file) ? readFileSync(file, 'utf8') : '');
  if (messages.length === 0) return value;
  const list = messages.map(({ line, text }) => `  line ${line}: ${text}`);
  throw new CallError(
    `${file} has lines that cannot be read, and was not touched. Mend or remove them:\n${list.join('\n')}`,
  );
}

/** Papers without a line; with `again`, also those that were asked for in vain. */
function papersToAsk(
  wanted: readonly Paper[],
  previous: readonly Enrichment[],
  { limit, again }: { limit: number; again: boolean },
): Paper[] {
  const known = new Set(previous.filter(({ accepted }) => accepted || !again).map(({ paper }) => paper));
  return wanted.filter(({ id }) => !known.has(id)).slice(0, limit);
}
