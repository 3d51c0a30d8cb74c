import { damageWithProvenance } from '../train/provenance.ts';
import { readCorpus, type CorpusPaper } from '../train/corpus.ts';
import { damage } from '#restore/damage.ts';

/** A held-out abstract with what the feeds would say. */
export interface GoldAbstract {
  id: string;
  title: string;
  original: string;
  damaged: string;
  math: boolean;
  recent: boolean;
  theory: boolean;
}

/** The abstracts of one held-out part, `every`-th of them. */
export function goldAbstracts(part: 'dev' | 'test', every: number): GoldAbstract[] {
  return readCorpus()
    [part].filter((_, i) => i % every === 0)
    .map((paper) => goldAbstract(paper));
}

function goldAbstract({ id, title, abstract, categories, year }: CorpusPaper): GoldAbstract {
  return {
    id,
    title: damage(title),
    original: abstract,
    damaged: damageWithProvenance(abstract).text,
    math: abstract.includes('$'),
    recent: year >= 2025,
    theory: categories.some((category) => /^(math|stat)\./.test(category)),
  };
}
