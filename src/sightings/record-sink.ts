import type { Note } from '#diagnostics/message-log.ts';
import { isArxivRecord, readArxivJson } from './arxiv-json.ts';
import { dateHfEntries, isHfRecord, readHfEntry, type HfEntry } from './hf-api.ts';
import { parsePythonLiteral } from './python-literal.ts';
import { isRecord, isoDay } from './record.ts';
import type { FeedFormat, Sighting } from './schema.ts';

/** Takes the records of a JSON feed, tells their format, and makes sightings of them. */
export class RecordSink {
  readonly #feed: string;
  readonly #configuredDate: string | null;
  readonly #note: Note;
  readonly #onSighting: (sighting: Sighting) => void;
  readonly #hfEntries: HfEntry[] = [];
  /** Sightings from the first one on whose date is only known at the end. */
  readonly #waiting: Sighting[] = [];
  #wrapperDate: string | null = null;
  #position = 0;
  #printedObjects = 0;
  #format: FeedFormat | null = null;

  constructor(
    feed: string,
    configuredDate: string | null,
    note: Note,
    onSighting: (sighting: Sighting) => void,
  ) {
    this.#feed = feed;
    this.#configuredDate = configuredDate;
    this.#note = note;
    this.#onSighting = onSighting;
  }

  /** The format of the first record that has one. */
  get format(): FeedFormat | null {
    return this.#format;
  }

  /** The date that an object around the list states. */
  setWrapperDate(text: string): void {
    this.#wrapperDate = isoDay(text);
  }

  /** Takes a record as JSON text. */
  addText(text: string, line: number): void {
    try {
      this.add(JSON.parse(text), line);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#note(
        'error',
        'record-damaged',
        line,
        `The record is no valid JSON (${error.message}); it was left out.`,
      );
    }
  }

  /** Takes a record. */
  add(value: unknown, line: number): void {
    if (typeof value === 'string' && value.startsWith('{')) this.#addPrinted(value, line);
    else if (isRecord(value) && isHfRecord(value)) {
      this.#format ??= 'hf-api';
      const entry = readHfEntry(value, this.#feed, line, this.#position + 1, this.#note);
      if (entry === null) return;
      this.#position += 1;
      this.#hfEntries.push(entry);
      this.#waiting.push(entry.sighting);
    } else if (isRecord(value) && isArxivRecord(value)) {
      this.#format ??= 'arxiv-json';
      const place = {
        feed: this.#feed,
        line,
        position: this.#position + 1,
        date: this.#configuredDate,
        format: 'arxiv-json' as const,
      };
      const sighting = readArxivJson(value, place, this.#note);
      if (sighting === null) return;
      this.#position += 1;
      if (this.#waiting.length > 0) this.#waiting.push(sighting);
      else this.#onSighting(sighting);
    } else {
      const keys = isRecord(value)
        ? `its fields are ${Object.entries(value).slice(0, 8).map(described).join(', ') || 'none'}`
        : `it is no object`;
      this.#note(
        'error',
        'record-unrecognised',
        line,
        `The record is neither of Hugging Face's API nor of arXiv (${keys.slice(0, 200).toWellFormed()}); it was left out. One of your own has a title and an abstract, both texts.`,
      );
    }
  }

  /** The input is over; returns the date of the feed's digest, null when undated or of several days. */
  end(): string | null {
    if (this.#printedObjects > 0) {
      this.#note(
        'warning',
        'python-objects',
        null,
        `${this.#printedObjects} entries are stored as the printed form of Python objects; they were read as literals, without evaluating anything.`,
      );
    }
    dateHfEntries(this.#hfEntries, { configured: this.#configuredDate, wrapper: this.#wrapperDate });
    const days = new Set(this.#hfEntries.map(({ sighting }) => sighting.date));
    for (const sighting of this.#waiting) this.#onSighting(sighting);
    if (days.has(null)) {
      this.#note(
        'warning',
        'feed-undated',
        null,
        'Some entries carry no date; they belong to no digest. Give the feed a date in feeds.yaml.',
      );
    }
    return days.size === 1 ? ([...days][0] ?? null) : this.#configuredDate;
  }

  #addPrinted(text: string, line: number): void {
    try {
      const value = text.startsWith('{"') ? (JSON.parse(text) as unknown) : parsePythonLiteral(text);
      this.#printedObjects += 1;
      this.add(value, line);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#note(
        'error',
        'record-damaged',
        line,
        `The entry is stored as text that is neither JSON nor a Python literal (${error.message}); it was left out.`,
      );
    }
  }
}

/** A field of a record that is not known: its name, and what it holds where that is no text, as it should be. */
function described([name, value]: [string, unknown]): string {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  return kind === 'string' ? name : `${name} (${kind})`;
}
