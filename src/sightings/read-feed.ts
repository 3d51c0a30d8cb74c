import { MessageLog } from '#diagnostics/message-log.ts';
import type { Result } from '#diagnostics/message.ts';
import type { FeedConfig, ReadFeed, Sighting } from './schema.ts';
import { readText } from './read-text.ts';

/** A feed as bytes. `name` is its path below `content/feeds`, with `/`. */
export interface FeedSource {
  name: string;
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A feed after reading, without its sightings. */
export type FeedAccount = Omit<ReadFeed, 'sightings'>;

/**
 * Reads one feed of any format, which is told from its content. Damaged data never throws: it becomes messages. A
 * file that no format fits gives no sightings, `format: null` and a message of severity `error`.
 */
export async function readFeed(source: FeedSource, config: FeedConfig = {}): Promise<Result<ReadFeed>> {
  const sightings: Sighting[] = [];
  const { value, messages } = await readSightings(source, config, (sighting) => sightings.push(sighting));
  return { value: { ...value, sightings }, messages };
}

/** As `readFeed`, but hands each sighting over when it is read, so that a feed of many gigabytes can be read. */
export async function readSightings(
  source: FeedSource,
  config: FeedConfig,
  onSighting: (sighting: Sighting) => void,
): Promise<Result<FeedAccount>> {
  const log = new MessageLog(source.name);
  const parts: Uint8Array[] = [];
  for await (const chunk of source.chunks) parts.push(chunk);
  const text = new TextDecoder().decode(Buffer.concat(parts));
  const { sightings, lineRoles, format, date } = readText(text, source.name, config.date ?? null, log.note);
  sightings.forEach(onSighting);
  const account: FeedAccount = {
    feed: source.name,
    format,
    date,
    label: config.label ?? null,
    sourceUrl: config.sourceUrl ?? null,
    lineRoles,
    lineCount: lineRoles.length,
  };
  return { value: account, messages: log.messages };
}
