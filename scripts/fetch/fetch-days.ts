import { DayStore } from './day-store.ts';
import { addDays, daysBetween } from './days.ts';
import { fetchDay, type DaySummary } from './fetch-day.ts';
import type { Source } from './source.ts';

/** Without `--since`, and without a day fetched before, a source starts this many days back. */
const defaultDays = 7;

/** After so many days in a row without a usable answer a source is left alone until the next run. */
const maxFailuresInARow = 3;

/** Of more days without a usable answer the newest are asked for again: some never had one. */
const mostAskedAgain = 14;

/**
 * Brings the days of one source up to date, oldest first, and tells of each when it is done. `since` defaults to the
 * newest day that is there, less the days in which papers still come in, so that a run after a pause fills the gap;
 * days before it that gave no usable answer yet are asked for again in the end.
 */
export async function* fetchDays(
  contentFolder: string,
  source: Source,
  range: { since: string | null; until: string },
): AsyncGenerator<DaySummary> {
  const store = new DayStore(contentFolder, source);
  const newest = store.newestDay();
  const settledUntil = addDays(range.until, -source.settlingDays);
  const since =
    range.since ??
    (newest === null ? addDays(range.until, 1 - defaultDays) : addDays(newest, -source.settlingDays));
  let failures = 0;
  const again = range.since === null ? store.failedDays.filter((day) => day < since) : [];
  const days = [...daysBetween(since, range.until), ...again.slice(-mostAskedAgain)];
  for (const [index, day] of days.entries()) {
    const { isHostBusy, ...summary } = await fetchDay(source, store, day, day <= settledUntil);
    const hasFailed = summary.status === 'failed';
    store.rememberFailures([day], hasFailed && summary.papers === 0);
    failures = hasFailed ? failures + 1 : 0;
    const why = isHostBusy
      ? 'The server wants to be left alone'
      : failures === maxFailuresInARow
        ? `That was day ${maxFailuresInARow} in a row without a usable answer`
        : null;
    if (why !== null) {
      const left = days.slice(index + 1);
      store.rememberFailures(
        left.filter((other) => store.read(other) === null && !store.isKnownEmpty(other)),
        true,
      );
      const others = left.length === 0 ? '' : `, and ${left.length} more days with it`;
      summary.notes.push(`${why}: the source is left alone until the next run${others}.`);
    }
    yield summary;
    if (why !== null) return;
  }
}

/**
 * What to say when the newest day with papers lies more than `maxAgeDays` before `until`; null when it does not.
 */
export function staleness(
  contentFolder: string,
  source: Source,
  until: string,
  maxAgeDays: number,
): string | null {
  const newest = new DayStore(contentFolder, source).newestDay();
  if (newest !== null && newest >= addDays(until, -maxAgeDays)) return null;
  const age =
    newest === null ? 'there is no day with papers at all' : `the newest day with papers is ${newest}`;
  return `${source.name} is stale: ${age}, and ${until} was asked for. Look at the source, and at the notes above.`;
}
