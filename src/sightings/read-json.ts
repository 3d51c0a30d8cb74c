import type { Note } from '#diagnostics/message-log.ts';
import { isArxivRecord } from './arxiv-json.ts';
import { isHfRecord } from './hf-api.ts';
import { JsonElements } from './json-elements.ts';
import { listKey, listStart } from './json-wrapper.ts';
import { field, isRecord, stringField } from './record.ts';
import type { RecordSink } from './record-sink.ts';

/**
 * Reads a JSON feed line by line: a list of records, an object around such a list, or JSON lines (one record a
 * line, as the snapshot of arXiv). Only an object around a list is held as a whole.
 */
export class JsonFeedReader {
  readonly #sink: RecordSink;
  readonly #note: Note;
  readonly #maxLength: number;
  #elements: JsonElements | null = null;
  #isLines = false;
  #document: string[] = [];
  #documentLine = 1;
  #length = 0;
  #line = 0;

  constructor(sink: RecordSink, maxLength: number, note: Note) {
    this.#sink = sink;
    this.#maxLength = maxLength;
    this.#note = note;
  }

  /** Reads the next line. */
  pushLine(text: string): void {
    this.#line += 1;
    if (this.#elements !== null) this.#elements.pushLine(text);
    else if (this.#isLines) this.#pushRecord(text);
    else if (this.#document.length > 0) this.#pushDocument(text);
    else if (text.trim() !== '') this.#start(text);
  }

  /** The input is over. */
  end(): void {
    this.#endList();
    if (this.#document.length > 0 && this.#length <= this.#maxLength)
      this.#readDocument(this.#document.join('\n'));
  }

  #endList(): void {
    const elements = this.#elements;
    if (elements === null) return;
    if (elements.isBetween)
      this.#note(
        'warning',
        'list-unfinished',
        this.#line,
        'The list of records is not closed, so the file may be cut off; the records before were read. Fetch it again.',
      );
    elements.end();
    if (elements.restLine !== null)
      this.#note(
        'warning',
        'text-after-list',
        elements.restLine,
        'The list of records ended before here; what follows was left out. Store one list a file.',
      );
  }

  #start(text: string): void {
    const start = text.trimStart();
    if (start.startsWith('[')) {
      this.#elements = this.#listAt(this.#line);
      this.#elements.pushLine(text.slice(text.indexOf('[') + 1));
    } else if (isFeedRecord(parsed(text))) {
      this.#isLines = true;
      this.#pushRecord(text);
    } else {
      this.#documentLine = this.#line;
      this.#pushDocument(text);
    }
  }

  #pushRecord(text: string): void {
    if (text.trim() !== '') this.#sink.addText(text, this.#line);
  }

  #pushDocument(text: string): void {
    const isSecondRecord = this.#document.length > 0 && text.startsWith('{') && isFeedRecord(parsed(text));
    if (isSecondRecord) {
      this.#document.forEach((line, index) => {
        if (line.trim() !== '') this.#sink.addText(line, this.#documentLine + index);
      });
      this.#document = [];
      this.#isLines = true;
      this.#pushRecord(text);
      return;
    }
    this.#length += text.length;
    if (this.#length <= this.#maxLength) this.#document.push(text);
    else if (this.#length - text.length <= this.#maxLength) {
      this.#note(
        'error',
        'feed-too-large',
        this.#line,
        `The JSON object is longer than ${this.#maxLength} characters; nothing was read from it. Store one record a line, or a list of records.`,
      );
    }
  }

  #readDocument(text: string): void {
    const whole = parsed(text);
    if (isFeedRecord(whole)) return this.#sink.add(whole, this.#documentLine);
    if (isRecord(whole) && field(whole, 'error') !== undefined && listKey(whole) === null) {
      const error = stringField(whole, 'error') || stringField(whole.error, 'message') || text.trim();
      this.#note(
        'error',
        'api-error',
        this.#documentLine,
        `The file is an error that the API answered with (“${error.slice(0, 120).toWellFormed()}”); fetch it again.`,
      );
      return;
    }
    const start =
      isRecord(whole) && listKey(whole) === null
        ? -1
        : listStart(text, isRecord(whole) ? listKey(whole) : null);
    if (start < 0) return this.#sink.addText(text, this.#documentLine);
    if (!isRecord(whole)) {
      this.#note(
        'warning',
        'json-damaged',
        this.#documentLine,
        'The object around the list of records is no valid JSON; the first list in it was read.',
      );
    }
    this.#sink.setWrapperDate(stringField(whole, 'date'));
    const elements = this.#listAt(this.#documentLine + text.slice(0, start).split('\n').length - 1);
    for (const line of text.slice(start).split('\n')) elements.pushLine(line);
    elements.end();
  }

  #listAt(line: number): JsonElements {
    return new JsonElements(line, (element) => {
      if (element.isWhole) this.#sink.addText(element.text, element.line);
      else {
        this.#note(
          'error',
          'record-unfinished',
          element.line,
          'The record breaks off within; it was left out, and reading went on at the next one that could be found.',
        );
      }
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFeedRecord(value: unknown): boolean {
  return isRecord(value) && (isHfRecord(value) || isArxivRecord(value));
}
