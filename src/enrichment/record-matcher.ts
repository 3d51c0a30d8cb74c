import {
  agreementOf,
  comparable,
  isPaperOfId,
  isSamePaper,
  strengthOf,
  type ComparableText,
} from './agreement.ts';
import type { Agreement, ArxivRecord } from './schema.ts';

/** A paper whose record is looked for: by its arXiv id where its feeds give one, else by title and abstract. */
export interface WantedPaper {
  id: string;
  title: string;
  abstract: string;
  arxivId?: string | null;
}

/**
 * The record of a paper's arXiv id, or the one that agrees best with it so far. `isSame`: it agrees so well that it is
 * the paper's, and no other record agrees just as well (as the many records of "Discussion of …" do).
 */
export interface Candidate {
  paper: WantedPaper;
  record: ArxivRecord;
  agreement: Agreement;
  isSame: boolean;
}

/** The smallest shingle hashes of a wanted abstract by which records are led to it. */
const sketchSize = 16;

/** Elements of the sketch that a record must have for the two to be compared. */
const minSharedElements = 3;

/** A shingle of more wanted papers than this is a phrase of the trade, and leads nowhere. */
const maxPapersOfElement = 40;

/** Below this, a candidate is not worth showing to a person. */
const minTitleOfDoubtful = 0.8;

/**
 * Finds the records of wanted papers in a stream of records of any length: the papers are indexed, by arXiv id, or by
 * normalised title and by a bottom-k sketch of the abstract (Broder 1997), and each record looks itself up, so that
 * time grows with the number of records and memory with the number of papers.
 */
export class RecordMatcher {
  readonly #byArxivId: ReadonlyMap<string, WantedPaper>;
  readonly #found = new Map<string, Candidate>();
  readonly #papers: readonly WantedPaper[];
  readonly #texts: readonly ComparableText[];
  readonly #byTitle: Map<string, number[]>;
  readonly #byElement: Map<number, number[]>;
  readonly #indexById: ReadonlyMap<string, number>;
  readonly #best = new Map<number, Candidate>();

  constructor(wanted: readonly WantedPaper[]) {
    this.#byArxivId = new Map(
      wanted.flatMap((paper) => (paper.arxivId == null ? [] : [[paper.arxivId, paper] as const])),
    );
    const papers = wanted.filter(({ arxivId }) => arxivId == null);
    this.#papers = papers;
    this.#indexById = new Map(papers.map(({ id }, index) => [id, index]));
    this.#texts = papers.map(comparable);
    this.#byTitle = indexBy(this.#texts, ({ title }) => [title]);
    this.#byElement = indexBy(this.#texts, ({ shingles }) => shingles.subarray(0, sketchSize));
    for (const [element, members] of this.#byElement)
      if (members.length > maxPapersOfElement) this.#byElement.delete(element);
  }

  /** Compares a record with the papers that it may be of. */
  offer(record: ArxivRecord): void {
    const text = comparable(record);
    const owner = this.#byArxivId.get(record.arxivId);
    if (owner !== undefined) this.#found.set(owner.id, ofKnownId(owner, record, text));
    for (const index of this.#candidates(text)) {
      const agreement = agreementOf(this.#texts[index]!, text);
      const isSame = isSamePaper(agreement);
      if (!isSame && agreement.title < minTitleOfDoubtful) continue;
      this.#best.set(
        index,
        better({ paper: this.#papers[index]!, record, agreement, isSame }, this.#best.get(index)),
      );
    }
  }

  /** The best candidate of a paper, by its id. */
  candidateOf(id: string): Candidate | undefined {
    const index = this.#indexById.get(id);
    return index === undefined ? this.#found.get(id) : this.#best.get(index);
  }

  /** The best candidate of each paper that has one. */
  candidates(): Candidate[] {
    return [...this.#found.values(), ...this.#best.values()];
  }

  #candidates(text: ComparableText): Set<number> {
    const found = new Set(this.#byTitle.get(text.title));
    const counts = new Map<number, number>();
    for (const element of text.shingles)
      for (const index of this.#byElement.get(element) ?? []) {
        const count = (counts.get(index) ?? 0) + 1;
        counts.set(index, count);
        if (count === minSharedElements) found.add(index);
      }
    return found;
  }
}

function ofKnownId(paper: WantedPaper, record: ArxivRecord, text: ComparableText): Candidate {
  const agreement = agreementOf(comparable(paper), text);
  const isWithdrawn = agreement.containment === null && paper.abstract !== '';
  return { paper, record, agreement, isSame: isPaperOfId(agreement) && !isWithdrawn };
}

/** The better of two candidates; of two that are as good, the one of the smaller id, which is then in doubt. */
function better(one: Candidate, other: Candidate | undefined): Candidate {
  if (other === undefined) return one;
  if (one.record.arxivId === other.record.arxivId) return one;
  const difference = strengthOf(one.agreement) - strengthOf(other.agreement);
  if (difference !== 0) return difference > 0 ? one : other;
  return { ...(one.record.arxivId < other.record.arxivId ? one : other), isSame: false };
}

function indexBy<K>(
  texts: readonly ComparableText[],
  keysOf: (text: ComparableText) => Iterable<K>,
): Map<K, number[]> {
  const index = new Map<K, number[]>();
  texts.forEach((text, position) => {
    for (const key of keysOf(text)) {
      const members = index.get(key);
      if (members === undefined) index.set(key, [position]);
      else members.push(position);
    }
  });
  return index;
}
