/** What a reader can say of a paper. */
export const markKinds = ['saved', 'read', 'hidden'] as const;

export type MarkKind = (typeof markKinds)[number];

/** The marks of one paper: the moment each was given, as an ISO instant. */
export type Mark = Partial<Record<MarkKind, string>>;

/** The marks of all papers, by slug. A paper without marks is not in it. */
export type Marks = ReadonlyMap<string, Mark>;

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * Reads marks from their JSON form, `{"version": 1, "papers": {slug: {saved: instant}}}`. What is not of this form,
 * as a whole or in a part, is left out.
 */
export function readMarks(text: string | null): Marks {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text ?? '{}');
  } catch {
    return new Map();
  }
  const papers = isRecord(parsed) && isRecord(parsed['papers']) ? parsed['papers'] : {};
  const marks = new Map<string, Mark>();
  for (const [slug, value] of Object.entries(papers)) {
    if (!slugPattern.test(slug) || !isRecord(value)) continue;
    const mark: Mark = {};
    for (const kind of markKinds) {
      const instant = value[kind];
      if (typeof instant === 'string' && instantPattern.test(instant)) mark[kind] = instant;
    }
    if (Object.keys(mark).length > 0) marks.set(slug, mark);
  }
  return marks;
}

/** The JSON form of marks, papers sorted by slug. */
export function writeMarks(marks: Marks): string {
  const papers = Object.fromEntries([...marks].sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ version: 1, papers });
}

/** Gives a paper a mark that it does not have, or takes it away. */
export function toggleMark(marks: Marks, slug: string, kind: MarkKind, instant: string): Marks {
  const { [kind]: given, ...rest } = marks.get(slug) ?? {};
  const next = new Map(marks);
  if (given === undefined) next.set(slug, { ...rest, [kind]: instant });
  else if (Object.keys(rest).length > 0) next.set(slug, rest);
  else next.delete(slug);
  return next;
}

/** All marks of both; where both have one, the older instant. */
export function mergeMarks(marks: Marks, others: Marks): Marks {
  const merged = new Map(marks);
  for (const [slug, other] of others) {
    const mark: Mark = { ...merged.get(slug) };
    for (const kind of markKinds) {
      const [mine, theirs] = [mark[kind], other[kind]];
      if (theirs !== undefined && (mine === undefined || theirs < mine)) mark[kind] = theirs;
    }
    merged.set(slug, mark);
  }
  return merged;
}

/** The papers with a mark, the latest marked first. */
export function slugsMarked(marks: Marks, kind: MarkKind): string[] {
  return [...marks]
    .flatMap(([slug, { [kind]: instant }]) => (instant === undefined ? [] : [{ slug, instant }]))
    .sort((a, b) => (a.instant < b.instant ? 1 : a.instant > b.instant ? -1 : a.slug < b.slug ? -1 : 1))
    .map(({ slug }) => slug);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
