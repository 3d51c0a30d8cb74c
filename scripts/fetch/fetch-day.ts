import type { DayStore } from './day-store.ts';
import { addDays, isWeekend } from './days.ts';
import { examineDay, type Examination } from './examine-day.ts';
import { FetchError } from './http-client.ts';
import type { DayFile, Source } from './source.ts';

/**
 * What became of a day:
 * - `fetched`, `updated`, `unchanged`: a good answer came, which was new, differed from the files there, or not.
 * - `present`: good files are there and the day is past changing: nothing was asked.
 * - `empty`: the day has no papers.
 * - `kept`: the answer has fewer papers than the files there, which stay.
 * - `failed`: no usable answer; the files there, if any, stay.
 */
type DayStatus = 'fetched' | 'updated' | 'unchanged' | 'present' | 'empty' | 'kept' | 'failed';

/** One line of the output of `digest fetch`. `bytes`: of the files of the day. `notes`: what a person should know. */
export interface DaySummary {
  source: Source['name'];
  date: string;
  status: DayStatus;
  papers: number;
  files: string[];
  bytes: number;
  notes: string[];
}

/** What became of a day, and whether its server asks not to be asked again in this run. */
type DayOutcome = DaySummary & { isHostBusy?: boolean };

/** Brings one day up to date. `settled`: nothing more is expected to come in for it. Throws when it cannot write. */
export async function fetchDay(
  source: Source,
  store: DayStore,
  day: string,
  settled: boolean,
): Promise<DayOutcome> {
  const examine = (files: readonly DayFile[]) => examineDay(source.folder, day, files, source.format);
  const notes: string[] = [];
  const summary = (status: DayStatus, files: readonly DayFile[], papers: number): DaySummary => ({
    source: source.name,
    date: day,
    status,
    papers,
    files: files.map(({ name }) => `${source.folder}/${name}`),
    bytes: files.reduce((sum, { body }) => sum + body.length, 0),
    notes,
  });

  if (settled && store.isKnownEmpty(day)) return summary('empty', [], 0);
  const existing = await goodFiles(store, day, examine, notes);
  if (settled && existing !== null) return summary('present', existing.files, existing.papers);
  const leave = (status: 'kept' | 'failed', reason: string): DaySummary => {
    notes.push(
      existing === null ? reason : `${reason} The files there, with ${existing.papers} papers, were kept.`,
    );
    return summary(status, existing?.files ?? [], existing?.papers ?? 0);
  };

  const sameAsDayBefore = async (ids: readonly string[]): Promise<string | null> => {
    const dayBefore = addDays(day, -1);
    const before = store.read(dayBefore);
    if (before === null || ids.length === 0) return null;
    const known = await examineDay(source.folder, dayBefore, before, source.format);
    return ids.join(' ') === known.ids.join(' ')
      ? `it has the same papers as that of ${dayBefore}, as if the date was not looked at`
      : null;
  };

  let files: DayFile[];
  try {
    files = await source.download(day);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { ...leave('failed', error.message), isHostBusy: error.isHostBusy };
  }
  if (files.length === 0) {
    if (existing !== null) return leave('kept', 'The answer has no papers any more.');
    if (source.hasWeekends || !isWeekend(day))
      notes.push('The answer is a list without papers, on a day that usually has some.');
    if (settled) store.rememberEmpty(day);
    return summary('empty', [], 0);
  }
  const { papers, ids, problem, oddities } = await examine(files);
  const complaint = problem ?? (await sameAsDayBefore(ids));
  if (complaint !== null) return leave('failed', `The answer cannot be used: ${complaint}.`);
  if (existing !== null && papers < existing.papers)
    return leave('kept', `The answer has only ${papers} papers.`);
  notes.push(...oddities);
  if (existing !== null && sameFiles(existing.files, files)) return summary('unchanged', files, papers);
  store.write(day, files);
  return summary(existing === null ? 'fetched' : 'updated', files, papers);
}

async function goodFiles(
  store: DayStore,
  day: string,
  examine: (files: readonly DayFile[]) => Promise<Examination>,
  notes: string[],
): Promise<{ files: DayFile[]; papers: number } | null> {
  const files = store.read(day);
  if (files === null) return null;
  const { papers, problem } = await examine(files);
  if (problem === null && papers > 0) return { files, papers };
  notes.push(
    `The files there cannot be used (${problem ?? 'no papers in them'}), so the day is fetched again.`,
  );
  return null;
}

function sameFiles(one: readonly DayFile[], other: readonly DayFile[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ body }, index) => Buffer.compare(body, other[index]!.body) === 0)
  );
}
