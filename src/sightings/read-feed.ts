import { MessageLog, type Note } from '#diagnostics/message-log.ts';
import type { Result } from '#diagnostics/message.ts';
import { decodedText } from './decode.ts';
import { decompressed, type ByteChunks } from './decompress.ts';
import { detectSyntax } from './detect-syntax.ts';
import { defaultReadLimits, type ReadLimits } from './limits.ts';
import { LineSplitter } from './line-splitter.ts';
import { JsonFeedReader } from './read-json.ts';
import { plausibleDate, withPlausibleDates } from './plausible-dates.ts';
import { readText } from './read-text.ts';
import { readXml } from './read-xml.ts';
import { RecordSink } from './record-sink.ts';
import type { FeedConfig, ReadFeed, Sighting } from './schema.ts';

/** A feed as bytes. `name` is its path below `content/feeds`, with `/`. */
export interface FeedSource {
  name: string;
  chunks: ByteChunks;
}

/** A feed after reading, without its sightings. */
export type FeedAccount = Omit<ReadFeed, 'sightings'>;

type Reading = Pick<FeedAccount, 'format' | 'date' | 'lineRoles' | 'lineCount'>;

const nothing: Reading = { format: null, date: null, lineRoles: null, lineCount: 0 };

/**
 * Reads one feed of any format, which is told from its content. Damaged data never throws: it becomes messages. A
 * file that no format fits gives no sightings, `format: null` and a message of severity `error`.
 */
export async function readFeed(
  source: FeedSource,
  config: FeedConfig = {},
  limits: Partial<ReadLimits> = {},
): Promise<Result<ReadFeed>> {
  const sightings: Sighting[] = [];
  const { value, messages } = await readSightings(
    source,
    config,
    (sighting) => sightings.push(sighting),
    limits,
  );
  return { value: { ...value, sightings }, messages };
}

/**
 * As `readFeed`, but hands each sighting over when it is read: JSON lines and lists of any size need little memory.
 * Scraped text, XML and an object around a list are held as a whole, up to `limits.maxBufferedBytes`.
 */
export async function readSightings(
  source: FeedSource,
  config: FeedConfig,
  onSighting: (sighting: Sighting) => void,
  limits: Partial<ReadLimits> = {},
): Promise<Result<FeedAccount>> {
  const log = new MessageLog(source.name);
  const allLimits = { ...defaultReadLimits, ...limits };
  const text = decodedText(decompressed(source.chunks, allLimits, log.note), log.note);
  let count = 0;
  const counted = (sighting: Sighting) => {
    count += 1;
    onSighting(withPlausibleDates(sighting, log.note));
  };
  let reading: Reading;
  try {
    reading = await readDecoded(text, source.name, config.date, counted, allLimits, log.note);
  } finally {
    // Where reading stops early, what the feed is read from is to be closed.
    await text.return(undefined);
  }
  const isComplaint = log.messages.some(({ severity }) => severity === 'error');
  if (count === 0 && !isComplaint) {
    log.note('warning', 'feed-without-entries', null, 'The feed holds no papers; nothing was read from it.');
  }
  const account = {
    feed: source.name,
    ...reading,
    date: plausibleDate(reading.date),
    label: config.label ?? null,
    sourceUrl: config.sourceUrl ?? null,
  };
  return { value: account, messages: log.messages };
}

async function readDecoded(
  blocks: AsyncGenerator<string, undefined>,
  feed: string,
  date: string | null | undefined,
  onSighting: (sighting: Sighting) => void,
  limits: ReadLimits,
  note: Note,
): Promise<Reading> {
  const blanks: string[] = [];
  let next = await blocks.next();
  for (; !next.done && next.value.trim() === ''; next = await blocks.next()) blanks.push(next.value);
  if (next.done) return nothing;
  const head = blanks.join('') + next.value;
  const syntax = detectSyntax(head);
  if (syntax === 'json') return readJsonBlocks(head, blocks, feed, date, onSighting, limits, note);
  const text = await wholeText(head, blocks, limits, note);
  if (text === null) return nothing;
  const { sightings, ...reading } =
    syntax === 'xml'
      ? { ...readXml(text, feed, date ?? null, note), lineRoles: null, lineCount: text.split('\n').length }
      : readTextFeed(text, feed, date, note);
  sightings.forEach(onSighting);
  return reading;
}

function readTextFeed(text: string, feed: string, date: string | null | undefined, note: Note) {
  const reading = readText(text, feed, date, note);
  return { ...reading, lineCount: reading.lineRoles.length };
}

async function readJsonBlocks(
  head: string,
  blocks: AsyncGenerator<string, undefined>,
  feed: string,
  date: string | null | undefined,
  onSighting: (sighting: Sighting) => void,
  limits: ReadLimits,
  note: Note,
): Promise<Reading> {
  const sink = new RecordSink(feed, date ?? null, note, onSighting);
  const reader = new JsonFeedReader(sink, limits.maxBufferedBytes, note);
  const lines = new LineSplitter(limits.maxBufferedBytes, (line) => reader.pushLine(line));
  let isReading = lines.push(head);
  for (let next = await blocks.next(); isReading && !next.done; next = await blocks.next()) {
    isReading = lines.push(next.value);
  }
  if (isReading) lines.end();
  else {
    note(
      'error',
      'line-too-long',
      lines.count + 1,
      `The line has more than ${limits.maxBufferedBytes} characters; nothing was read from there on. Store one record a line.`,
    );
  }
  reader.end();
  return { format: sink.format, date: sink.end(), lineRoles: null, lineCount: lines.count };
}

async function wholeText(
  head: string,
  blocks: AsyncGenerator<string, undefined>,
  limits: ReadLimits,
  note: Note,
): Promise<string | null> {
  const parts: string[] = [];
  let length = 0;
  for (let block: string | undefined = head; block !== undefined; block = (await blocks.next()).value) {
    parts.push(block);
    length += block.length;
    if (length <= limits.maxBufferedBytes) continue;
    note(
      'error',
      'feed-too-large',
      null,
      `The feed is longer than ${limits.maxBufferedBytes} characters, which is the most that is read of this kind; nothing was read from it. Split it into several files.`,
    );
    return null;
  }
  return parts.join('');
}
