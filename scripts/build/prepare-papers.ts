import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { FormulaCache } from '#abstracts/formula-cache.ts';
import { prepare, type PrepareInput } from '#corpus/prepare.ts';
import type { Prepared } from '#corpus/schema.ts';
import { createAssigner } from '#topics/assign.ts';
import { formulaStoreIn } from './formula-store.ts';
import type { PreparedBatch, WorkerData } from './prepare-worker.ts';
import type { PreparedCache } from './prepared-cache.ts';

const batchSize = 64;
/** Below this many papers a pool costs more than it saves. */
const poolThreshold = 2 * batchSize;

/** Threads that prepare papers. They take half a second until they are ready. */
export class PreparingThreads {
  readonly data: WorkerData;
  #pool: Piscina<PrepareInput[], PreparedBatch> | undefined;

  constructor(data: WorkerData) {
    this.data = data;
  }

  /** Starts all of them, when they will be wanted. Else they start with the first batch. */
  start(): void {
    if (this.#pool !== undefined) return;
    // Makes its file, which no two of the threads are to do at once.
    formulaStoreIn(this.data.cacheFolder);
    const threads = availableParallelism();
    this.#pool = new Piscina({
      filename: new URL('./prepare-worker.ts', import.meta.url).href,
      minThreads: threads,
      maxThreads: threads,
      workerData: this.data,
    });
  }

  run(batch: PrepareInput[]): Promise<PreparedBatch> {
    this.start();
    return this.#pool!.run(batch);
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
    this.#pool = undefined;
  }
}

/**
 * Prepares papers in their order: from the cache where it has them, the others in `threads` (or here, when they are
 * few). The cache folder of `threads` has the formulas that earlier builds typeset, and gets those of this one.
 * `onProgress` hears how many of how many are done.
 */
export async function preparePapers(
  papers: readonly PrepareInput[],
  cache: PreparedCache,
  threads: PreparingThreads,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Prepared[]> {
  const keys = papers.map((paper) => cache.key(paper));
  const results = keys.map((key) => cache.get(key));
  const missing = results.flatMap((result, index) => (result === undefined ? [index] : []));
  let done = papers.length - missing.length;
  const keep = (index: number, prepared: Prepared) => {
    results[index] = cache.set(keys[index]!, prepared);
  };

  const formulaStore = formulaStoreIn(threads.data.cacheFolder);
  if (missing.length < poolThreshold) {
    if (missing.length > 0) {
      const assigner = createAssigner(threads.data.taxonomy);
      const formulas = new FormulaCache(formulaStore);
      for (const index of missing) {
        keep(index, prepare(input(papers[index]!), assigner, formulas));
        onProgress(++done, papers.length);
      }
      formulaStore.append(formulas.takeAdded());
    }
  } else {
    const batches = Array.from({ length: Math.ceil(missing.length / batchSize) }, (_, number) =>
      missing.slice(number * batchSize, (number + 1) * batchSize),
    );
    await Promise.all(
      batches.map(async (batch) => {
        const { prepared, newFormulas } = await threads.run(batch.map((index) => input(papers[index]!)));
        formulaStore.append(newFormulas);
        batch.forEach((index, place) => keep(index, prepared[place]!));
        onProgress((done += batch.length), papers.length);
      }),
    );
    // What the threads hold is not needed any more.
    await threads.close();
  }
  cache.save();
  return results.map((prepared, index) => sharingTexts(prepared!, papers[index]!));
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
