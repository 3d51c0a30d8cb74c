import type { Note } from '#diagnostics/message-log.ts';
import { cleanParagraphs, cleanText } from '#text/clean-text.ts';
import { resolveTexAccents } from '#text/tex-accents.ts';
import { noteMissingAbstract } from './missing-abstract.ts';
import type { Link } from './schema.ts';

/** Longest name of an author or organisation in UTF-16 units. */
const maxNameLength = 200;

/** Most authors of one paper that are kept; the largest collaborations have about 5,000. */
const maxAuthors = 10_000;

/** Cleans the texts of one record; what cleaning removed or cut is noted with the record's line. */
export class RecordTexts {
  readonly #note: Note;
  readonly #line: number;
  #removed = 0;

  constructor(line: number, note: Note) {
    this.#line = line;
    this.#note = note;
  }

  /** One line of text. */
  line(raw: string): string {
    const { text, removed } = cleanText(raw);
    this.#removed += removed;
    return text;
  }

  /**
   * Text in paragraphs: line ends collapse, but blank lines, and the indented lines by which arXiv begins
   * paragraphs, stay as `\n\n`.
   */
  paragraphs(raw: string): string {
    const { text, removed } = cleanParagraphs(raw.replace(/\r\n?/g, '\n').replace(/\n {2,}(?=\S)/g, '\n\n'));
    this.#removed += removed;
    return text;
  }

  /** The abstract of the record of this title; empty, with a message, where it has none. */
  abstract(title: string, raw: string): string {
    const abstract = this.paragraphs(raw);
    if (abstract === '') noteMissingAbstract(title, this.#line, this.#note);
    return abstract;
  }

  /** Names with their TeX accents resolved, without empty ones and repetitions. */
  names(raw: readonly string[]): string[] {
    const names = new Set<string>();
    for (const text of raw.slice(0, maxAuthors)) {
      const name = this.name(text);
      if (name !== null) names.add(name);
    }
    if (raw.length > maxAuthors) {
      this.#note(
        'warning',
        'authors-too-many',
        this.#line,
        `The record names ${raw.length} authors; the first ${maxAuthors} were kept.`,
      );
    }
    return [...names];
  }

  /**
   * One name, without what a list or footnote left of it (`and Ada One`, `Bo Two*`), or null where there is none.
   */
  name(raw: string): string | null {
    const name = resolveTexAccents(this.line(raw.slice(0, 4 * maxNameLength)).replace(/^\\and\s/, ''))
      .replace(/^and\s+|\s+and$|[\s*†‡§]+$/g, '')
      .replace(/^[^\p{L}\p{N}]+$/u, '');
    if (name.length > maxNameLength) {
      this.#note(
        'warning',
        'name-too-long',
        this.#line,
        `A name has ${name.length} characters; it was cut after ${maxNameLength}.`,
      );
    }
    return name === '' ? null : name.slice(0, maxNameLength).toWellFormed();
  }

  /** The link to a URL; none, with a message, for anything but http and https. */
  links(kind: Link['kind'], raw: string): Link[] {
    const text = this.line(raw);
    if (text === '') return [];
    const url = URL.parse(text);
    if (text.length < 2_000 && (url?.protocol === 'https:' || url?.protocol === 'http:'))
      return [{ kind, url: url.href }];
    this.#note(
      'warning',
      'link-refused',
      this.#line,
      `A link of the record is no http or https URL (“${text.slice(0, 60).toWellFormed()}”); it was left out.`,
    );
    return [];
  }

  /** Notes what was removed from all texts of the record. */
  finish(): void {
    if (this.#removed === 0) return;
    this.#note(
      'warning',
      'invisible-characters',
      this.#line,
      `${this.#removed} control, zero-width or direction-changing character(s) stood in the record; they were removed.`,
    );
  }
}
