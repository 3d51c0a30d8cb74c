import { isOtherVersion } from '#enrichment/agreement.ts';
import { RecordMatcher, type Candidate, type WantedPaper } from '#enrichment/record-matcher.ts';
import type { ArxivRecord } from '#enrichment/schema.ts';
import { damage } from '#restore/damage.ts';
import { formulasOf } from '#restore/formulas-of.ts';
import { restore } from '#restore/restore.ts';

/**
 * What `digest enrich` brings to papers whose feeds give an arXiv id, on the papers of the archived days whose records
 * the corpus has: how often the record is taken, refused, or another version, how often one of another paper is taken,
 * and how many formulas become the authors' own.
 *
 * The baseline is restoring, which for most of these papers has been trained on the originals themselves, so that its
 * figures here are better than on papers that it has not seen.
 */
export function reportKnownIds(daily: readonly WantedPaper[], records: readonly ArxivRecord[]): void {
  const byId = new Map(records.map((record) => [record.arxivId, record]));
  const papers = daily
    .filter(({ id }) => byId.has(id))
    .map(({ title, abstract, ...paper }) => ({
      ...paper,
      title: oneLine(title),
      abstract: oneLine(abstract),
      arxivId: paper.id,
    }));
  const own = candidatesOf(papers, (index) => byId.get(papers[index]!.id)!);
  const taken = own.filter(({ isSame }) => isSame);
  const exact = taken.filter(({ paper, record }) => oneLine(damage(record.abstract)) === paper.abstract);
  const otherVersion = taken.filter(({ agreement }) => isOtherVersion(agreement));
  console.log(
    `  known ids  ${papers.length} papers with a record: taken ${taken.length}, of them D(original) to the letter ` +
      `${exact.length}, another version ${otherVersion.length}; refused ${own.length - taken.length}`,
  );
  const distances = [1, 7, 61, 127];
  const wrong = distances.flatMap((distance) =>
    candidatesOf(papers, (index) => byId.get(papers[(index + distance) % papers.length]!.id)!),
  );
  console.log(
    `  wrong ids  ${wrong.length} papers with the record of another: taken ${wrong.filter(({ isSame }) => isSame).length}`,
  );

  const figures = { formulas: 0, restored: 0, abstracts: 0, whole: 0 };
  for (const { paper, record } of exact) {
    const original = formulasOf(oneLine(record.abstract)).map(({ tex }) => tex);
    if (original.length === 0) continue;
    const guessed = restore(paper.abstract, { title: paper.title }).formulas.map(({ tex }) => tex);
    const right = countCommon(original, guessed);
    figures.formulas += original.length;
    figures.restored += right;
    figures.abstracts += 1;
    if (right === original.length && guessed.length === original.length) figures.whole += 1;
  }
  console.log(
    `  formulas   ${figures.formulas} in ${figures.abstracts} abstracts become the authors' own; restoring alone writes ` +
      `${figures.restored} of them to the letter, and ${figures.whole} of the abstracts`,
  );
}

/** Each paper with the record that is given for its id. */
function candidatesOf(papers: readonly WantedPaper[], recordOf: (index: number) => ArxivRecord): Candidate[] {
  const matcher = new RecordMatcher(papers);
  papers.forEach(({ id }, index) => matcher.offer({ ...recordOf(index), arxivId: id }));
  return matcher.candidates();
}

function countCommon(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const text of other) left.set(text, (left.get(text) ?? 0) + 1);
  return one.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  }).length;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
