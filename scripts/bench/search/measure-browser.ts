import type { BrowserRuns } from './browser-runs.ts';
import type { Sent } from './counting-server.ts';
import { atMost, inSeconds, kilobytes, median, percent, quantile, ratio, sum, type Row } from './figures.ts';
import type { BenchQuery, KnownItem } from './queries.ts';
import { shareFound } from './relevance.ts';
import { slowdown, type TypedQuery } from './slow-phone.ts';

/** Queries of a session. */
const sessionLength = 20;

/** Queries on a slow phone. */
const slowQueryCount = 9;

/** What was sent for first queries and sessions, and known items in Pagefind's top ten. */
export interface TransferMeasurement {
  documents: number;
  cold: { site: Sent[][]; pagefind: Sent[][] };
  session: { site: Sent[]; pagefind: Sent[] };
  found: { site: number; full: number; pagefind: number };
}

export async function measureTransfer(
  runs: BrowserRuns,
  queries: readonly BenchQuery[],
  items: readonly KnownItem[],
): Promise<Pick<TransferMeasurement, 'cold' | 'session'> & { pagefindFound: number }> {
  const texts = queries.map(({ q }) => q);
  const cold: TransferMeasurement['cold'] = { site: [], pagefind: [] };
  for (const q of texts) {
    cold.site.push(await runs.siteQuery(q));
    cold.pagefind.push((await runs.pagefind([q])).sent);
  }
  const session = texts.slice(0, sessionLength);
  const { answers } = await runs.pagefind(items.map(({ q }) => q));
  return {
    cold,
    session: { site: await runs.siteSession(session), pagefind: (await runs.pagefind(session)).sent },
    pagefindFound: await shareFound(items, async (item) =>
      (answers[items.indexOf(item)] ?? []).map((url) => url.split('/')[2]!),
    ),
  };
}

/** How fast and how large search is in the browser. */
export interface SpeedMeasurement {
  documents: number;
  warmMilliseconds: number[];
  /** The same in processor time, not slowed down. */
  warmProcessorMilliseconds: number[];
  /** Milliseconds to results on a slow phone, nothing cached, and of queries typed there key by key. */
  slowPhone: { site: number[]; pagefind: number[]; typed: TypedQuery[] };
  heapBytes: { site: number; full: number };
}

export async function measureSpeed(
  runs: BrowserRuns,
  queries: readonly BenchQuery[],
): Promise<Omit<SpeedMeasurement, 'documents'>> {
  const texts = queries.map(({ q }) => q);
  const session = texts.slice(0, sessionLength);
  const slowPhone: SpeedMeasurement['slowPhone'] = { site: [], pagefind: [], typed: [] };
  for (const q of texts.slice(0, slowQueryCount)) {
    slowPhone.site.push(await runs.siteOnSlowPhone(q));
    slowPhone.pagefind.push(await runs.pagefindOnSlowPhone(q));
    slowPhone.typed.push(await runs.siteTypedOnSlowPhone(q));
  }
  return {
    slowPhone,
    heapBytes: { site: await runs.siteHeap(session), full: await runs.fullIndexHeap(session) },
    warmMilliseconds: await runs.siteWarmTimes(texts),
    warmProcessorMilliseconds: await runs.siteWarmProcessorTimes(texts),
  };
}

const bytesOf = (sent: readonly Sent[]): number => sum(sent.map(({ bytes }) => bytes));

export function transferRows({ documents, cold, session, found }: TransferMeasurement): Row[] {
  const siteCold = cold.site.map(bytesOf);
  const pagefindCold = cold.pagefind.map(bytesOf);
  const siteSession = bytesOf(session.site);
  const pagefindSession = bytesOf(session.pagefind);
  const code = median(cold.site.map((sent) => bytesOf(sent.filter(({ path }) => path.endsWith('.js')))));
  const coldShare = documents >= 100_000 ? 10 : 5;
  const isMedium = documents >= 10_000;
  return [
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
      value: [cold.site, cold.pagefind].map((all) => median(all.map(({ length }) => length))).join(', '),
    },
    {
      what: `${sessionLength} queries: paper-digest, Pagefind`,
      value: `${kilobytes(siteSession)}, ${kilobytes(pagefindSession)}, ${ratio(siteSession, pagefindSession)}`,
      target: isMedium ? atMost('1/3', siteSession * 3, pagefindSession) : undefined,
    },
    {
      what: 'known item in the top ten: paper-digest, full, Pagefind',
      value: [found.site, found.full, found.pagefind].map(percent).join(', '),
      target: { text: '>= both', met: found.site >= Math.max(found.full, found.pagefind) },
    },
    {
      what: 'client code of search, gzipped',
      value: kilobytes(code),
      target: atMost('25 kB', code, 25 * 1024),
    },
  ];
}

export function speedRows({
  documents,
  warmMilliseconds,
  warmProcessorMilliseconds,
  slowPhone,
  heapBytes,
}: SpeedMeasurement): Row[] {
  const isLarge = documents >= 100_000;
  return [
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
      what: `heap after ${sessionLength} queries: paper-digest, full`,
      value: `${(heapBytes.site / 1e6).toFixed(1)}, ${(heapBytes.full / 1e6).toFixed(1)} MB, ${ratio(heapBytes.site, heapBytes.full)}`,
      target: isLarge ? atMost('1/5', heapBytes.site * 5, heapBytes.full) : undefined,
    },
  ];
}
