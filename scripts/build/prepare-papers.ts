import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { FormulaCache } from '#abstracts/formula-cache.ts';
import { prepare, type PrepareInput } from '#corpus/prepare.ts';
import type { Prepared } from '#corpus/schema.ts';
import { createAssigner } from '#topics/assign.ts';
import { formulaStoreIn, type FormulaStore } from './formula-store.ts';
import type { PreparedBatch, WorkerData } from './prepare-worker.ts';
import type { PreparedCache } from './prepared-cache.ts';

const batchSize = 64;
/** Below this many papers a pool costs more than it saves. */
const poolThreshold = 2 * batchSize;

/**
 * Prepares papers: takes those that the cache has, and has threads prepare the others, or does it here, when they are
 * few. Threads take half a second until they are ready. Call `close` in the end.
 */
export class PaperPreparer {
  readonly #data: WorkerData;
  readonly #cache: PreparedCache;
  /** Made before the threads, since no two of them are to make its file at once. */
  readonly #formulas: FormulaStore;
  #pool: Piscina<PrepareInput[], PreparedBatch> | undefined;
  /** Papers that wait for a batch to be full, by their keys. */
  #waiting = new Map<string, PrepareInput>();
  /** Papers in the making, by their keys. */
  readonly #begun = new Map<string, Promise<Prepared>>();

  /** The cache folder of `data` has the formulas that earlier builds typeset, and gets those of this one. */
  constructor(data: WorkerData, cache: PreparedCache) {
    this.#data = data;
    this.#cache = cache;
    this.#formulas = formulaStoreIn(data.cacheFolder);
  }

  /** Starts the threads, when they will be wanted. Else they start with the first batch. */
  start(): void {
    this.#startedPool();
  }

  /** Lets threads prepare papers that are likely to be asked for, and that the cache has not. */
  begin(papers: readonly PrepareInput[]): void {
    for (const paper of papers) this.#begin(this.#cache.key(paper), paper);
  }

  /** Prepares all papers, in their order. `onProgress` hears how many of how many are done. */
  async prepareAll(
    papers: readonly PrepareInput[],
    onProgress: (done: number, total: number) => void = () => {},
  ): Promise<Prepared[]> {
    const keys = papers.map((paper) => this.#cache.key(paper));
    const results = keys.map((key) => (this.#isBegun(key) ? undefined : this.#cache.get(key)));
    const missing = results.flatMap((result, index) => (result === undefined ? [index] : []));
    let done = papers.length - missing.length;
    const keep = (index: number, prepared: Prepared): void => {
      results[index] = prepared;
      onProgress(++done, papers.length);
    };
    if (missing.length < poolThreshold && this.#pool === undefined)
      this.#prepareHere(
        missing.map((index) => [keys[index]!, papers[index]!]),
        (place, prepared) => keep(missing[place]!, prepared),
      );
    else {
      for (const index of missing) this.#begin(keys[index]!, papers[index]!);
      this.#beginBatch();
      await Promise.all(
        missing.map(async (index) => {
          keep(index, await this.#begun.get(keys[index]!)!);
        }),
      );
      this.#begun.clear();
      // What the threads hold is not needed any more.
      await this.close();
    }
    this.#cache.save();
    return results.map((prepared, index) => sharingTexts(prepared!, papers[index]!));
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
    this.#pool = undefined;
  }

  #isBegun(key: string): boolean {
    return this.#begun.has(key) || this.#waiting.has(key);
  }

  #begin(key: string, paper: PrepareInput): void {
    if (this.#isBegun(key)) return;
    this.#waiting.set(key, input(paper));
    if (this.#waiting.size === batchSize) this.#beginBatch();
  }

  /** Has a thread prepare the papers that wait. */
  #beginBatch(): void {
    if (this.#waiting.size === 0) return;
    const keys = [...this.#waiting.keys()];
    const batch = this.#startedPool().run([...this.#waiting.values()]);
    this.#waiting = new Map();
    const kept = batch.then(({ prepared, newFormulas }) => {
      this.#formulas.append(newFormulas);
      return prepared.map((paper, place) => this.#cache.set(keys[place]!, paper));
    });
    keys.forEach((key, place) => {
      const prepared = kept.then((all) => all[place]!);
      // A failure is told where the paper is awaited; until then it must not end the process.
      prepared.catch(() => {});
      this.#begun.set(key, prepared);
    });
  }

  #prepareHere(
    papers: readonly (readonly [key: string, PrepareInput])[],
    onPrepared: (place: number, prepared: Prepared) => void,
  ): void {
    if (papers.length === 0) return;
    const assigner = createAssigner(this.#data.taxonomy, this.#data.formerTopics);
    const formulas = new FormulaCache(this.#formulas);
    for (const [place, [key, paper]] of papers.entries())
      onPrepared(place, this.#cache.set(key, prepare(input(paper), assigner, formulas)));
    this.#formulas.append(formulas.takeAdded());
  }

  #startedPool(): Piscina<PrepareInput[], PreparedBatch> {
    if (this.#pool === undefined) {
      const threads = availableParallelism();
      this.#pool = new Piscina({
        filename: new URL('./prepare-worker.ts', import.meta.url).href,
        minThreads: threads,
        maxThreads: threads,
        workerData: this.#data,
      });
    }
    return this.#pool;
  }
}

/** Lets texts that are equal be one text in memory: of papers with undamaged TeX most are as they came. */
function sharingTexts(prepared: Prepared, paper: PrepareInput): Prepared {
  const { title, abstract, rendered } = prepared;
  const [titleText, abstractText] = [same(title.text, paper.title), same(abstract.text, paper.abstract)];
  return {
    ...prepared,
    title: { ...title, text: titleText },
    abstract: { ...abstract, text: abstractText },
    rendered: Object.assign(rendered, {
      titlePlain: same(rendered.titlePlain, titleText),
      titleHtml: same(rendered.titleHtml, titleText),
    }),
  };
}

const same = (text: string, other: string): string => (text === other ? other : text);

const input = ({ title, abstract, tex, categories, keywords, links }: PrepareInput): PrepareInput => ({
  title,
  abstract,
  tex,
  categories,
  keywords,
  links,
});
