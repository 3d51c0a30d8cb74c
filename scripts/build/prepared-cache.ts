import { createHash } from 'node:crypto';
import type { Prepared, RenderedEntry } from '#corpus/schema.ts';
import type { PrepareInput } from '#corpus/prepare.ts';
import { KeyedLines, type Place } from './keyed-lines.ts';

const keys = new WeakMap<Prepared['rendered'], string>();

/** The key under which a cache has the prepared paper that was rendered so; undefined when none has it. */
export const preparedKeyOf = (rendered: Prepared['rendered']): string | undefined => keys.get(rendered);

/** The abstract that was read last, since a card or a page asks for it several times. */
let latest: { of: RenderedInFile; abstractHtml: string } | undefined;

/**
 * What was rendered, with the abstract's HTML left in the file: it is half of all that a build knows of a paper, and
 * wanted for one paper after the other.
 */
class RenderedInFile implements RenderedEntry {
  readonly titleHtml: string;
  readonly titlePlain: string;
  readonly abstractPlain: string;
  readonly hasMath: boolean;
  readonly #lines: KeyedLines;
  readonly #html: Place;

  constructor(rendered: Omit<RenderedEntry, 'abstractHtml'>, lines: KeyedLines, html: Place) {
    this.titleHtml = rendered.titleHtml;
    this.titlePlain = rendered.titlePlain;
    this.abstractPlain = rendered.abstractPlain;
    this.hasMath = rendered.hasMath;
    this.#lines = lines;
    this.#html = html;
  }

  get abstractHtml(): string {
    if (latest?.of !== this)
      latest = { of: this, abstractHtml: JSON.parse(this.#lines.read(this.#html)) as string };
    return latest.abstractHtml;
  }
}

/**
 * Prepared papers kept between builds: a file of lines `key TAB json TAB html`, the last being the abstract's HTML as
 * JSON. The key is a digest of everything the result depends on, so a stale entry is never read, only dropped at the end
 * of the next build. Lines that do not parse are passed over and computed again. What is set is in the file at once, so
 * that a killed build need not be repeated from its beginning.
 */
export class PreparedCache {
  readonly #version: string;
  readonly #lines: KeyedLines;
  readonly #used = new Set<string>();

  /** `version` names the code, the weights and the taxonomy that the results come from. */
  constructor(file: string, version: string) {
    this.#version = version;
    this.#lines = new KeyedLines(file);
  }

  key(paper: PrepareInput): string {
    const { title, abstract, tex, categories, keywords, links } = paper;
    return createHash('sha256')
      .update(JSON.stringify([this.#version, title, abstract, tex, categories, keywords, links]))
      .digest('base64url')
      .slice(0, 27);
  }

  get(key: string): Prepared | undefined {
    const text = this.#lines.get(key);
    if (text === undefined) return undefined;
    try {
      const tab = text.indexOf('\t');
      const prepared = JSON.parse(text.slice(0, tab)) as Prepared;
      return this.#withHtmlInFile(key, prepared, Buffer.byteLength(text.slice(tab + 1)));
    } catch {
      this.#lines.delete(key);
      return undefined;
    }
  }

  /** Keeps a prepared paper; answers it as `get` does. */
  set(key: string, prepared: Prepared): Prepared {
    const { abstractHtml, ...rendered } = prepared.rendered;
    const html = JSON.stringify(abstractHtml);
    this.#lines.add(key, `${JSON.stringify({ ...prepared, rendered })}\t${html}`);
    return this.#withHtmlInFile(key, prepared, Buffer.byteLength(html));
  }

  /** Drops what this build did not use. */
  save(): void {
    if (this.#used.size < this.#lines.size) this.#lines.keepOnly(this.#used);
  }

  #withHtmlInFile(key: string, prepared: Prepared, bytes: number): Prepared {
    const { start, bytes: all } = this.#lines.placeOf(key)!;
    const html = { start: start + all - bytes, bytes };
    const rendered = new RenderedInFile(prepared.rendered, this.#lines, html);
    this.#used.add(key);
    keys.set(rendered, key);
    return { ...prepared, rendered };
  }
}
