import type { Message } from '#diagnostics/message.ts';
import { decideKnown } from '#enrichment/decide-known.ts';
import { decide } from '#enrichment/decide.ts';
import { enrichmentFileName, recordsFileName } from '#enrichment/enrichment-file.ts';
import { RecordMatcher } from '#enrichment/record-matcher.ts';
import type { Enrichment } from '#enrichment/schema.ts';
import { mergeSightings } from '#papers/merge.ts';
import type { Paper } from '#papers/schema.ts';
import { silent } from '../build/progress.ts';
import { readFeeds } from '../build/read-corpus.ts';
import { loadContent } from '../content/load-content.ts';
import type { HttpClient } from '../fetch/http-client.ts';
import { readLinesToKeep, writeLines } from './enrichment-files.ts';
import { offerSnapshot } from './read-snapshot.ts';
import { idsPerRequest, lookUpArxiv, searchArxiv } from './search-arxiv.ts';

/** Where records come from: a snapshot, or the arXiv API, asked at most `limit` times. */
export type RecordSource =
  { snapshot: string } | { client: HttpClient; baseUrl: string; limit: number; again: boolean };

/** A paper whose text is not the authors' own yet, and its line after the search; null when there is none. */
export interface WantedLine {
  paper: Paper;
  line: Enrichment | null;
}

/** What a search brought. */
export interface EnrichReport {
  wanted: readonly WantedLine[];
  /** The lines that are new or changed. */
  changed: readonly Enrichment[];
  messages: readonly Message[];
  /** Why the search ended before its end; null when it did not. What was found until then is kept. */
  failure: Error | null;
}

/** The files are written after so many papers, so that a search of hours can be stopped and resumed. */
const papersPerSave = 20;

/**
 * Looks for the arXiv records of the papers of a content folder whose text is not the authors' own: by the arXiv id
 * where the feeds give one, kept in `records/`, else by title and abstract, kept in `enrichment.jsonl`. Throws an
 * error, without touching a file, when one has lines that cannot be read.
 */
export async function enrichContent(folder: string, source: RecordSource): Promise<EnrichReport> {
  const content = loadContent(folder);
  const before = readLinesToKeep(folder);
  const feeds = await readFeeds(folder, content, silent);
  const papers = mergeSightings(feeds.flatMap(({ value }) => value.sightings)).value;
  const wanted = papers.filter(({ arxivId, tex }) => arxivId === null || tex === 'damaged');
  const ownIds = new Map(
    papers.flatMap(({ arxivId, id }) => (arxivId === null ? [] : [[arxivId, id] as const])),
  );
  const matcher = new RecordMatcher(wanted);
  const papersOfFile = Map.groupBy(wanted, fileOf);
  const searched = new Map([...papersOfFile.keys()].map((name) => [name, [] as Paper[]]));
  const now = new Map(before);
  const save = (names: Iterable<string>) => {
    const messages: Message[] = [];
    for (const name of names) {
      const candidates = papersOfFile.get(name)!.flatMap(({ id }) => matcher.candidateOf(id) ?? []);
      const previous = before.get(name) ?? [];
      const asked = searched.get(name);
      const decided =
        name === enrichmentFileName
          ? decide(previous, candidates, ownIds, asked)
          : { value: decideKnown(previous, candidates, asked), messages: [] };
      writeLines(folder, name, decided.value, now.get(name) ?? []);
      now.set(name, decided.value);
      for (const message of decided.messages) messages.push(message);
    }
    return messages;
  };

  let failure: Error | null = null;
  if ('snapshot' in source) await offerSnapshot(source.snapshot, matcher);
  else
    try {
      const unsaved: Paper[] = [];
      for (const batch of batchesToAsk(wanted, before, source)) {
        await ask(batch, source, matcher);
        for (const paper of batch) searched.get(fileOf(paper))!.push(paper);
        unsaved.push(...batch);
        if (unsaved.length >= papersPerSave) save(new Set(unsaved.splice(0).map(fileOf)));
      }
    } catch (error) {
      failure = error as Error;
    }
  const messages = save(papersOfFile.keys());
  const known = new Set([...before.values()].flat().map((line) => JSON.stringify(line)));
  const changed = [...now.values()].flat().filter((line) => !known.has(JSON.stringify(line)));
  return { wanted: withLines(wanted, now), changed, messages, failure };
}

/** The file in which a paper's line stands. */
const fileOf = ({ arxivId }: Pick<Paper, 'arxivId'>): string =>
  arxivId === null ? enrichmentFileName : recordsFileName(arxivId);

function ask(
  batch: readonly Paper[],
  { client, baseUrl }: { client: HttpClient; baseUrl: string },
  matcher: RecordMatcher,
): Promise<void> {
  const ids = batch.flatMap(({ arxivId }) => arxivId ?? []);
  return ids.length > 0
    ? lookUpArxiv(client, baseUrl, ids, matcher)
    : searchArxiv(client, baseUrl, batch[0]!, matcher);
}

/**
 * The papers to ask for, in the batches that one search takes: a hundred of known ids, one of those without. Papers
 * that have a line are left out; with `again`, only those whose record was found. Known ids are asked for until their
 * record comes: the API lists new papers later than feeds do, gives empty answers when it is busy, and many ids cost
 * one request.
 */
function batchesToAsk(
  wanted: readonly Paper[],
  before: ReadonlyMap<string, readonly Enrichment[]>,
  { limit, again }: { limit: number; again: boolean },
): Paper[][] {
  const open = withLines(wanted, before).flatMap(({ paper, line }) => {
    const isSettled = line !== null && (paper.arxivId === null || line.arxivId !== null);
    return isSettled && (line.accepted || !again) ? [] : paper;
  });
  const identified = open.filter(({ arxivId }) => arxivId !== null);
  const batches = Array.from({ length: Math.ceil(identified.length / idsPerRequest) }, (_, index) =>
    identified.slice(index * idsPerRequest, (index + 1) * idsPerRequest),
  );
  const titled = open.filter(({ arxivId }) => arxivId === null).map((paper) => [paper]);
  return [...batches, ...titled].slice(0, limit);
}

/** Papers with their lines; a line on another arXiv id than the paper's own is none. */
function withLines(
  papers: readonly Paper[],
  files: ReadonlyMap<string, readonly Enrichment[]>,
): WantedLine[] {
  const lines = new Map(
    [...files].flatMap(([name, list]) => list.map((line) => [`${name} ${line.paper}`, line] as const)),
  );
  return papers.map((paper) => {
    const line = lines.get(`${fileOf(paper)} ${paper.id}`) ?? null;
    const isOther = line?.arxivId != null && paper.arxivId !== null && line.arxivId !== paper.arxivId;
    return { paper, line: isOther ? null : line };
  });
}
