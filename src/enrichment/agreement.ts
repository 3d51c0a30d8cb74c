import { abstractShingles } from '#papers/fingerprint.ts';
import { normaliseTitle, withoutTex } from '#papers/normalise-title.ts';
import { minContainment } from '#papers/title-links.ts';
import { sharedCount } from '#text/shingles.ts';
import { wordHashes } from '#text/word-hashes.ts';
import type { Agreement } from './schema.ts';

/** An abstract with fewer runs of three words than this does not tell which paper it is of. */
const minShingles = 6;

/**
 * Equal titles: the later version of an abstract may be rewritten, or a scraped one cut short, so that it suffices when
 * the shorter one is to this part in the other. Less is what stock phrases reach ("Discussion of …").
 */
const minContainmentOfNamesakes = 0.3;

/**
 * Titles that differ: follow-up papers of the same authors repeat whole sentences, so that the abstracts must be much
 * the same. Titles are alike from `alikeTitle` on.
 */
const minJaccard = { ofAlike: 0.6, ofOthers: 0.8 };

const alikeTitle = 0.5;

/** A title and an abstract made comparable. */
export interface ComparableText {
  title: string;
  titleWords: Uint32Array;
  shingles: Uint32Array;
}

/** What a title and an abstract are compared by: TeX lost as in the feeds, letters and digits only. */
export function comparable(text: { title: string; abstract: string }): ComparableText {
  return {
    title: normaliseTitle(text.title),
    titleWords: distinct(wordHashes(withoutTex(text.title))),
    shingles: abstractShingles(text.abstract),
  };
}

/** How far two texts agree. */
export function agreementOf(one: ComparableText, other: ComparableText): Agreement {
  const words = one.titleWords.length + other.titleWords.length;
  const dice = words === 0 ? 0 : (2 * sharedCount(one.titleWords, other.titleWords)) / words;
  const [a, b] = [one.shingles.length, other.shingles.length];
  const tells = Math.min(a, b) >= minShingles;
  const shared = tells ? sharedCount(one.shingles, other.shingles) : 0;
  return {
    title: one.title === other.title ? 1 : rounded(Math.min(dice, 0.999)),
    containment: tells ? rounded(shared / Math.min(a, b)) : null,
    jaccard: tells ? rounded(shared / (a + b - shared)) : null,
  };
}

/** Whether texts that agree so far are of one paper. Measured by `npm run eval -- enrich`. */
export function isSamePaper({ title, containment, jaccard }: Agreement): boolean {
  if (containment === null || jaccard === null) return false;
  if (title === 1) return containment >= minContainmentOfNamesakes;
  return jaccard >= (title >= alikeTitle ? minJaccard.ofAlike : minJaccard.ofOthers);
}

/**
 * Whether a record is of a paper whose feeds give its id. The id decides; the abstracts need to have in common only
 * what two versions of one abstract have, so that a wrong id, or the note of a withdrawal, does not replace the feed's
 * text. Where the feed has no abstract, the titles must be equal.
 */
export function isPaperOfId({ title, containment }: Agreement): boolean {
  return containment === null ? title === 1 : containment >= minContainment;
}

/** Below this, the abstract of a record is another version than that of the feed, rather than the same with a slip. */
const minJaccardOfVersion = 0.9;

/** Whether the abstract of a paper's record is another version than that of its feeds. */
export function isOtherVersion({ jaccard }: Agreement): boolean {
  return jaccard !== null && jaccard < minJaccardOfVersion;
}

/** Orders agreements: the larger, the better. */
export const strengthOf = ({ title, jaccard }: Agreement): number => title + (jaccard ?? 0);

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function distinct(hashes: Uint32Array): Uint32Array {
  return Uint32Array.from(new Set(hashes)).sort();
}
