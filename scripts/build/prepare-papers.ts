import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { FormulaCache } from '#abstracts/formula-cache.ts';
import { prepare, type PrepareInput } from '#corpus/prepare.ts';
import type { Prepared } from '#corpus/schema.ts';
import { createAssigner } from '#topics/assign.ts';
import type { Taxonomy } from '#topics/schema.ts';
import { formulaStoreIn } from './formula-store.ts';
import type { PreparedBatch, WorkerData } from './prepare-worker.ts';
import type { PreparedCache } from './prepared-cache.ts';

const batchSize = 64;
/** Below this many papers a pool costs more than it saves. */
const poolThreshold = 2 * batchSize;

/**
 * Prepares papers in their order: from the cache where it has them, the others in worker threads (or here, when they
 * are few). `cacheFolder` has the formulas that earlier builds typeset, and gets those of this one. `onProgress` hears how
 * many of how many are done.
 */
export async function preparePapers(
  papers: readonly PrepareInput[],
  taxonomy: Taxonomy,
  cache: PreparedCache,
  cacheFolder: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Prepared[]> {
  const keys = papers.map((paper) => cache.key(paper));
  const results = keys.map((key) => cache.get(key));
  const missing = results.flatMap((result, index) => (result === undefined ? [index] : []));
  let done = papers.length - missing.length;
  const keep = (index: number, prepared: Prepared) => {
    results[index] = cache.set(keys[index]!, prepared);
  };

  if (missing.length < poolThreshold) {
    if (missing.length > 0) {
      const assigner = createAssigner(taxonomy);
      const formulaStore = formulaStoreIn(cacheFolder);
      const formulas = new FormulaCache(formulaStore);
      for (const index of missing) {
        keep(index, prepare(input(papers[index]!), assigner, formulas));
        onProgress(++done, papers.length);
      }
      formulaStore.append(formulas.takeAdded());
    }
  } else {
    const formulaStore = formulaStoreIn(cacheFolder);
    const pool = new Piscina<PrepareInput[], PreparedBatch>({
      filename: new URL('./prepare-worker.ts', import.meta.url).href,
      maxThreads: availableParallelism(),
      workerData: { taxonomy, cacheFolder } satisfies WorkerData,
    });
    const batches = Array.from({ length: Math.ceil(missing.length / batchSize) }, (_, number) =>
      missing.slice(number * batchSize, (number + 1) * batchSize),
    );
    try {
      await Promise.all(
        batches.map(async (batch) => {
          const { prepared, newFormulas } = await pool.run(batch.map((index) => input(papers[index]!)));
          formulaStore.append(newFormulas);
          batch.forEach((index, place) => keep(index, prepared[place]!));
          onProgress((done += batch.length), papers.length);
        }),
      );
    } finally {
      await pool.destroy();
    }
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
