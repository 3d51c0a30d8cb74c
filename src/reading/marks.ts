/** What a reader can say of a paper. */
export const markKinds = ['saved', 'read', 'hidden'] as const;

export type MarkKind = (typeof markKinds)[number];

/** The marks of one paper: the moment each was given, as an ISO instant. */
export type Mark = Partial<Record<MarkKind, string>>;

/** The marks of all papers, by slug. A paper without marks is not in it. */
export type Marks = ReadonlyMap<string, Mark>;

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const instantPattern = /^[\d-]{10}T[\d:]{8}[.\d]*Z$/;

/**
 * Reads marks from their JSON form, `{"version": 1, "papers": {slug: {saved: instant}}}`. What is not of this form,
 * as a whole or in a part, is left out.
 */
export function readMarks(text: string | null): Marks {
  return readPapers(parseJson(text ?? '{}')['papers']).marks;
}

/** A JSON object; empty for what is none. */
export function parseJson(text: string): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return {};
  }
}

/**
 * Reads the marks of papers, and counts what was left out: papers without a slug or any mark, marks of an unknown kind
 * or without an instant.
 */
export function readPapers(papers: unknown): { marks: Marks; leftOut: number } {
  const marks = new Map<string, Mark>();
  let leftOut = 0;
  for (const [slug, value] of Object.entries(asRecord(papers))) {
    const given = slugPattern.test(slug) ? Object.entries(asRecord(value)) : [];
    const known = given.filter(([kind, instant]) => isKind(kind) && isInstant(instant));
    leftOut += Math.max(given.length, 1) - known.length;
    if (known.length > 0) marks.set(slug, Object.fromEntries(known));
  }
  return { marks, leftOut };
}

/** The JSON form of marks, papers sorted by slug. */
export function writeMarks(marks: Marks): string {
  const papers = Object.fromEntries([...marks].sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ version: 1, papers });
}

/** Gives a paper a mark with this instant, or takes it away where there is none. */
export function setMark(marks: Marks, slug: string, kind: MarkKind, instant: string | undefined): Marks {
  const { [kind]: _given, ...rest } = marks.get(slug) ?? {};
  const mark: Mark = instant === undefined ? rest : { ...rest, [kind]: instant };
  const next = new Map(marks);
  if (Object.keys(mark).length > 0) next.set(slug, mark);
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

const isKind = (name: string): boolean => (markKinds as readonly string[]).includes(name);

/** Browsers take the 31st of February for a day in March, so the second has to be the same when written again. */
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  instantPattern.test(value) &&
  new Date(value).toJSON()?.startsWith(value.slice(0, 19)) === true;

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
