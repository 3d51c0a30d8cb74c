import type { Sent } from './counting-server.ts';
import type { BuildCost } from './build-site-index.ts';
import { kilobytes, median, percent, quantile, sum, type Row } from './figures.ts';
import { slowdown, type TypedQuery } from './slow-phone.ts';

/** Queries of a session. */
export const sessionLength = 20;

/** Queries on a slow phone. */
export const slowQueryCount = 9;

/** What was measured at one size. `site` is paper-digest, `full` a full MiniSearch index. */
export interface Measurement {
  documents: number;
  recombined: number;
  files: { site: number; pagefind: number };
  build: { site: BuildCost; pagefind: BuildCost; fullSeconds: number };
  ranking: { own: number[]; miniSearch: number[] };
  equal: { equal: number; compared: number };
  found: { site: number; full: number; pagefind: number };
  /** The share of known items found with a typo in the query. */
  typoFound: number;
  cold: { site: Sent[][]; pagefind: Sent[][] };
  session: { site: Sent[]; pagefind: Sent[] };
  warmMilliseconds: number[];
  /** The same in processor time, not slowed down. */
  warmProcessorMilliseconds: number[];
  /** Milliseconds to results on a slow phone, nothing cached, and of queries typed there key by key. */
  slowPhone: { site: number[]; pagefind: number[]; typed: TypedQuery[] };
  /** Jobs that were running per processor, when the measurement ended. */
  load: number;
  heapBytes: { site: number; full: number };
}

const bytesOf = (sent: readonly Sent[]): number => sum(sent.map(({ bytes }) => bytes));

const inSeconds = (seconds: number): string => `${seconds.toFixed(1)} s`;

const ratio = (value: number, other: number): string => `1/${(other / value).toFixed(1)}`;

const atMost = (text: string, value: number, limit: number): Row['target'] => ({ text, met: value <= limit });

/** The table of a measurement, with the targets that hold at its size. */
export function rowsOf(measured: Measurement): Row[] {
  const { documents, files, build, equal, found, typoFound, warmMilliseconds, heapBytes, ranking } = measured;
  const { warmProcessorMilliseconds, slowPhone } = measured;
  const siteCold = measured.cold.site.map(bytesOf);
  const pagefindCold = measured.cold.pagefind.map(bytesOf);
  const siteSession = bytesOf(measured.session.site);
  const pagefindSession = bytesOf(measured.session.pagefind);
  const code = median(
    measured.cold.site.map((sent) => bytesOf(sent.filter(({ path }) => path.endsWith('.js')))),
  );
  const coldShare = documents >= 100_000 ? 10 : 5;
  const isMedium = documents >= 10_000;
  const isLarge = documents >= 100_000;
  return [
    { what: 'papers, of them recombined from sentences', value: `${documents}, ${measured.recombined}` },
    { what: 'files: paper-digest, Pagefind', value: `${files.site}, ${files.pagefind}` },
    {
      what: 'first query, cold, median: paper-digest, Pagefind',
      value: `${kilobytes(median(siteCold))}, ${kilobytes(median(pagefindCold))}, ${ratio(median(siteCold), median(pagefindCold))}`,
      target: isMedium
        ? atMost(`1/${coldShare}`, median(siteCold) * coldShare, median(pagefindCold))
        : undefined,
    },
    {
      what: 'first query, cold, 95th percentile',
      value: `${kilobytes(quantile(siteCold, 0.95))}, ${kilobytes(quantile(pagefindCold, 0.95))}`,
    },
    {
      what: 'first query, cold, requests',
      value: [measured.cold.site, measured.cold.pagefind]
        .map((all) => median(all.map(({ length }) => length)))
        .join(', '),
    },
    {
      what: `${sessionLength} queries: paper-digest, Pagefind`,
      value: `${kilobytes(siteSession)}, ${kilobytes(pagefindSession)}, ${ratio(siteSession, pagefindSession)}`,
      target: isMedium ? atMost('1/3', siteSession * 3, pagefindSession) : undefined,
    },
    {
      what: 'top ten equal to the full index (no typo)',
      value: `${equal.equal} of ${equal.compared}`,
      target: { text: '100 %', met: equal.equal === equal.compared },
    },
    {
      what: 'known item in the top ten: paper-digest, full, Pagefind',
      value: [found.site, found.full, found.pagefind].map(percent).join(', '),
      target: { text: '>= both', met: found.site >= Math.max(found.full, found.pagefind) },
    },
    {
      what: 'known item with one typo, as a share of that without',
      value: percent(typoFound / found.site),
      target: { text: '90 %', met: typoFound >= 0.9 * found.site },
    },
    {
      what: `warm query to rendered results, ${slowdown}x slowdown: p50, p95`,
      value: `${median(warmMilliseconds).toFixed(0)}, ${quantile(warmMilliseconds, 0.95).toFixed(0)} ms`,
      target: atMost('100 ms', quantile(warmMilliseconds, 0.95), 100),
    },
    {
      what: `… in processor time, times ${slowdown}: p50, p95`,
      value: [0.5, 0.95]
        .map((share) => (slowdown * quantile(warmProcessorMilliseconds, share)).toFixed(0))
        .join(', ')
        .concat(' ms'),
      target: atMost('100 ms', slowdown * quantile(warmProcessorMilliseconds, 0.95), 100),
    },
    {
      what: 'slow phone, first query to results: paper-digest, Pagefind',
      value: [slowPhone.site, slowPhone.pagefind].map((times) => inSeconds(median(times) / 1000)).join(', '),
    },
    {
      what: 'slow phone, last key to results, page open',
      value: inSeconds(median(slowPhone.typed.map(({ milliseconds }) => milliseconds)) / 1000),
    },
    {
      what: '… requests begun while typing, of them cancelled',
      value: [
        sum(slowPhone.typed.map(({ begun }) => begun)),
        sum(slowPhone.typed.map((typed) => typed.cancelled)),
      ].join(', '),
    },
    {
      what: 'ranking in Node, p95: own, MiniSearch.loadJS of the same',
      value: `${quantile(ranking.own, 0.95).toFixed(1)}, ${quantile(ranking.miniSearch, 0.95).toFixed(1)} ms`,
    },
    {
      what: `heap after ${sessionLength} queries: paper-digest, full`,
      value: `${(heapBytes.site / 1e6).toFixed(1)}, ${(heapBytes.full / 1e6).toFixed(1)} MB, ${ratio(heapBytes.site, heapBytes.full)}`,
      target: isLarge ? atMost('1/5', heapBytes.site * 5, heapBytes.full) : undefined,
    },
    {
      what: 'index build: paper-digest, MiniSearch, Pagefind',
      value: `${[build.site.seconds, build.fullSeconds, build.pagefind.seconds].map(inSeconds).join(', ')}, ${ratio(build.site.seconds, build.pagefind.seconds)}`,
      target: isLarge ? atMost('1/3 of Pagefind', build.site.seconds * 3, build.pagefind.seconds) : undefined,
    },
    {
      what: '… in processor time: paper-digest, Pagefind',
      value: `${inSeconds(build.site.processorSeconds)}, ${inSeconds(build.pagefind.processorSeconds)}, ${ratio(build.site.processorSeconds, build.pagefind.processorSeconds)}`,
    },
    {
      what: '… most memory, with all papers in it: paper-digest, Pagefind',
      value: `${(build.site.peakBytes / 1e6).toFixed(0)}, ${(build.pagefind.peakBytes / 1e6).toFixed(0)} MB`,
    },
    {
      what: 'client code of search, gzipped',
      value: kilobytes(code),
      target: atMost('25 kB', code, 25 * 1024),
    },
    { what: 'jobs running per processor meanwhile', value: measured.load.toFixed(1) },
  ];
}
