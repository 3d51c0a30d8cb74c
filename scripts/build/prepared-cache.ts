import { hash } from 'node:crypto';
import type { Prepared, RenderedEntry } from '#corpus/schema.ts';
import type { PrepareInput } from '#corpus/prepare.ts';
import { Recent } from '#memo/recent.ts';
import { KeyedLines, readPlace, type Place } from './keyed-lines.ts';

/** The share of the file that may be of no use. */
const mostUnused = 0.1;

const keys = new WeakMap<Prepared['rendered'], string>();

/** The key under which a cache has the prepared paper that was rendered so; undefined when none has it. */
export const preparedKeyOf = (rendered: Prepared['rendered']): string | undefined => keys.get(rendered);

/** What a build leaves in the file. */
type Abstract = Pick<RenderedEntry, 'abstractHtml' | 'abstractPlain'>;

/** Where an abstract is: an open file, whose number all threads share, and the place in it. */
export interface AbstractInFile {
  handle: number;
  place: Place;
}

/** Reads an abstract, in whichever thread. */
export const readAbstract = ({ handle, place }: AbstractInFile): Abstract =>
  JSON.parse(readPlace(handle, place)) as Abstract;

/** The abstracts that were read last, since a paper stands in several lists. */
const abstracts = new Recent<RenderedInFile, Abstract>(6000);

/** Keeps fewer of them, where memory is dear. */
export const keepFewAbstracts = (): void => abstracts.limit(1000);

/**
 * What was rendered, with the abstract left in the file: it is half of all that a build knows of a paper, and wanted
 * for one paper after the other.
 */
class RenderedInFile implements RenderedEntry {
  readonly titleHtml: string;
  readonly titlePlain: string;
  readonly hasMath: boolean;
  readonly #inFile: AbstractInFile;

  constructor(rendered: Omit<RenderedEntry, keyof Abstract>, inFile: AbstractInFile) {
    this.titleHtml = rendered.titleHtml;
    this.titlePlain = rendered.titlePlain;
    this.hasMath = rendered.hasMath;
    this.#inFile = inFile;
  }

  static inFile(rendered: RenderedInFile): AbstractInFile {
    return rendered.#inFile;
  }

  get abstractHtml(): string {
    return this.#abstract.abstractHtml;
  }

  get abstractPlain(): string {
    return this.#abstract.abstractPlain;
  }

  get #abstract(): Abstract {
    return abstracts.get(this, () => readAbstract(this.#inFile));
  }
}

/** Where the abstract is of what a cache answered. Throws for what was rendered without one. */
export function abstractInFile(rendered: RenderedEntry): AbstractInFile {
  if (!(rendered instanceof RenderedInFile))
    throw new Error('A paper was prepared without a cache, so that its abstract is in no file.');
  return RenderedInFile.inFile(rendered);
}

/**
 * Prepared papers kept between builds: a file of lines `key TAB json TAB json`, the last being the rendered abstract.
 * The key is a digest of everything the result depends on, so a stale entry is never read, only dropped at the end of a
 * later build. Lines that do not parse are passed over and computed again. What is set is in the file at once, so that
 * a killed build need not be repeated from its beginning.
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
    const inputs = [this.#version, title, abstract, tex, categories, keywords, links];
    return hash('sha256', JSON.stringify(inputs), 'base64url').slice(0, 27);
  }

  get(key: string): Prepared | undefined {
    const text = this.#lines.get(key);
    if (text === undefined) return undefined;
    const [known, abstract, surplus] = text.split('\t');
    try {
      // There is more where files were joined of which one ended in the middle of a line.
      if (abstract !== undefined && surplus === undefined)
        return this.#withAbstractInFile(key, JSON.parse(known!) as Prepared, abstract);
    } catch {
      // What does not parse is passed over, too.
    }
    this.#lines.delete(key);
    return undefined;
  }

  /** Keeps a prepared paper; answers it as `get` does. */
  set(key: string, prepared: Prepared): Prepared {
    const { abstractHtml, abstractPlain, ...rendered } = prepared.rendered;
    const abstract = JSON.stringify({ abstractHtml, abstractPlain } satisfies Abstract);
    this.#lines.add(key, `${JSON.stringify({ ...prepared, rendered })}\t${abstract}`);
    return this.#withAbstractInFile(key, prepared, abstract);
  }

  /** Drops what this build did not use, when it is worth to write the rest again. */
  save(): void {
    if (this.#used.size < (1 - mostUnused) * this.#lines.size) this.#lines.keepOnly(this.#used);
  }

  #withAbstractInFile(key: string, prepared: Prepared, abstract: string): Prepared {
    const { start, bytes: all } = this.#lines.placeOf(key)!;
    const bytes = Buffer.byteLength(abstract);
    const place = { start: start + all - bytes, bytes };
    const rendered = new RenderedInFile(prepared.rendered, { handle: this.#lines.handle, place });
    this.#used.add(key);
    keys.set(rendered, key);
    return { ...prepared, rendered };
  }
}
