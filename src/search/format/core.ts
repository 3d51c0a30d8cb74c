import { searchFields } from '#search/options.ts';
import type { SearchTopic } from '#search/schema.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { slotUnitBytes } from './document-bundle.ts';
import { SearchFormatError } from './format-error.ts';
import { readTerms, writeTerms } from './term-list.ts';

/** The documents of one year (0: without a date), which are numbered by ascending length of the abstract. */
export interface YearRun {
  year: number;
  /** Field length of the abstract of each document of the year, ascending. */
  abstractLengths: number[];
}

/** What every query needs: statistics of the whole corpus, and where everything else is. */
export interface Core {
  /** By field, in the order of `searchFields`. */
  averageLengths: number[];
  /** Ascending by year; together they number the documents. */
  years: YearRun[];
  /** A text that separates each term shard from the one before. */
  termLabels: string[];
  /** The same of the vocabulary's files, and of those of the vocabulary spelt backwards. */
  wordLabels: string[];
  reversedWordLabels: string[];
  /** Documents a bundle has, and the bytes of a slot by bundle. */
  documentsPerBundle: number;
  slotBytes: number[];
  topics: SearchTopic[];
}

export function encodeCore(core: Core): Uint8Array {
  const out = new ByteWriter();
  for (const length of core.averageLengths) out.float(length);
  out.integer(core.years.length);
  for (const { year, abstractLengths } of core.years) {
    out.integer(year);
    out.integer(abstractLengths.length);
    const runs = new ByteWriter();
    let runCount = 0;
    let previous = 0;
    for (let start = 0, end = 0; start < abstractLengths.length; start = end) {
      const length = abstractLengths[start] as number;
      while (abstractLengths[end] === length) end++;
      runs.integer(length - previous);
      runs.integer(end - start);
      previous = length;
      runCount++;
    }
    out.integer(runCount);
    out.bytes(runs.finish());
  }
  writeTerms(out, core.termLabels);
  writeTerms(out, core.wordLabels);
  writeTerms(out, core.reversedWordLabels);
  out.integer(core.documentsPerBundle);
  out.integer(core.slotBytes.length);
  let previous = 0;
  for (const bytes of core.slotBytes) {
    const change = (bytes - previous) / slotUnitBytes;
    out.integer(change < 0 ? -change * 2 + 1 : change * 2);
    previous = bytes;
  }
  out.integer(core.topics.length);
  for (const { slug, name, abbreviations } of core.topics) {
    out.string(slug);
    out.string(name);
    writeTerms(out, abbreviations);
  }
  return out.finish();
}

/** @throws SearchFormatError when the payload is not a core of `documentCount` documents. */
export function decodeCore(payload: Uint8Array, documentCount: number): Core {
  const input = new ByteReader(payload);
  const averageLengths = searchFields.map(() => input.float());
  const years: YearRun[] = [];
  let total = 0;
  for (let i = input.count(3); i > 0; i--) {
    const year = input.integer();
    const size = input.integer();
    total += size;
    if (total > documentCount)
      throw new SearchFormatError('its years have more documents than the manifest says');
    const abstractLengths: number[] = [];
    let length = 0;
    for (let run = input.count(2); run > 0; run--) {
      length += input.integer();
      const repeats = input.integer();
      if (abstractLengths.length + repeats > size) throw new SearchFormatError('its lengths do not add up');
      for (let k = 0; k < repeats; k++) abstractLengths.push(length);
    }
    if (abstractLengths.length !== size) throw new SearchFormatError('its lengths do not add up');
    years.push({ year, abstractLengths });
  }
  if (total !== documentCount)
    throw new SearchFormatError('its years have fewer documents than the manifest says');
  const termLabels = readTerms(input);
  const wordLabels = readTerms(input);
  const reversedWordLabels = readTerms(input);
  const documentsPerBundle = input.integer();
  const slotBytes: number[] = [];
  let bytes = 0;
  for (let i = input.count(); i > 0; i--) {
    const change = input.integer();
    bytes += (change & 1 ? -(change >>> 1) : change >>> 1) * slotUnitBytes;
    slotBytes.push(bytes);
  }
  if (slotBytes.length * documentsPerBundle < documentCount) throw new SearchFormatError('it ends too early');
  const topics: Core['topics'] = [];
  for (let i = input.count(3); i > 0; i--)
    topics.push({ slug: input.string(), name: input.string(), abbreviations: readTerms(input) });
  return {
    averageLengths,
    years,
    termLabels,
    wordLabels,
    reversedWordLabels,
    documentsPerBundle,
    slotBytes,
    topics,
  };
}
