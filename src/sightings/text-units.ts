import type { Note } from '#diagnostics/message-log.ts';
import type { Byline } from './byline.ts';
import type { Page, PageLine } from './page-sections.ts';

/** The three layouts of scraped text, see the modules' tests for one of each. */
export type TextLayout = 'blocks' | 'blocks-with-bylines' | 'compact';

/** The smallest piece that is a title, an abstract or a part of one: a paragraph, or a line of a compact page. */
export interface TextUnit {
  kind: 'text';
  lines: PageLine[];
  text: string;
}

/** A line below an abstract, or the number above a title. */
export interface BylineUnit {
  kind: 'byline';
  lines: PageLine[];
  byline: Partial<Byline> & { organization?: string; count?: number };
}

/** Past this length a line under a short one in the same paragraph is the abstract of the title above it. */
const minAbstractLineLength = 300;
const maxTitleLineLength = 200;
const maxOrganizationLength = 120;

/**
 * The layout of one page: `blocks-with-bylines` when a byline with dots occurs, `blocks` when blank lines separate
 * most lines (or the lines are short, so that paragraphs are wrapped over several), `compact` otherwise.
 */
export function pageLayout(page: Page): TextLayout {
  const { lines } = page;
  if (lines.some((line) => line.byline?.dotted)) return 'blocks-with-bylines';
  let texts = 0;
  let separated = 0;
  let longLines = 0;
  lines.forEach((line, index) => {
    if (line.text === '') return;
    texts += 1;
    if (index > 0 && lines[index - 1]?.text === '') separated += 1;
    if (line.text.length > 200) longLines += 1;
  });
  const isWrapped = separated > 0 && longLines < texts / 10;
  return texts <= 1 || separated >= (texts - 1) / 2 || isWrapped ? 'blocks' : 'compact';
}

/** Splits a page into units in reading order; every line that is not blank is in exactly one of them. */
export function textUnits(page: Page, layout: TextLayout, note: Note): (TextUnit | BylineUnit)[] {
  const units: (TextUnit | BylineUnit)[] = [];
  let paragraph: PageLine[] = [];
  const close = () => {
    if (paragraph.length > 0) units.push(...paragraphUnits(paragraph, layout, note));
    paragraph = [];
  };
  page.lines.forEach((line, index) => {
    const previous = page.lines[index - 1];
    if (line.text === '') return close();
    if (line.byline !== null) {
      close();
      units.push({ kind: 'byline', lines: [line], byline: line.byline });
    } else if (line.count !== null) {
      close();
      const isComments = previous?.byline != null && previous.byline.date !== null;
      const byline = isComments ? { comments: line.count } : { count: line.count };
      units.push({ kind: 'byline', lines: [line], byline });
    } else if (isOrganization(page.lines, index)) {
      close();
      units.push({ kind: 'byline', lines: [line], byline: { organization: line.text } });
    } else {
      paragraph.push(line);
    }
  });
  close();
  return units;
}

/** A short line on its own, directly above a line that begins with `·`, with a text since the last byline. */
function isOrganization(lines: readonly PageLine[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || line.text.length > maxOrganizationLength) return false;
  if (!next?.byline?.dotted || !next.text.startsWith('·')) return false;
  if (lines[index - 1]?.text !== '') return false;
  for (let back = index - 1; back >= 0; back -= 1) {
    const above = lines[back];
    if (above?.byline) return false;
    if (above !== undefined && above.text.length > maxOrganizationLength) return true;
  }
  return false;
}

function paragraphUnits(lines: PageLine[], layout: TextLayout, note: Note): TextUnit[] {
  if (layout === 'compact') return lines.map((line) => unit([line]));
  const [first, second] = lines;
  const isJoined =
    first !== undefined &&
    second !== undefined &&
    first.text.length <= maxTitleLineLength &&
    second.text.length >= minAbstractLineLength;
  if (!isJoined) return [unit(lines)];
  note(
    'info',
    'title-and-abstract-joined',
    first.number,
    'No blank line stands between this title and the abstract below it; the line was read as the title.',
  );
  return [unit([first]), unit(lines.slice(1))];
}

function unit(lines: PageLine[]): TextUnit {
  return { kind: 'text', lines, text: lines.map((line) => line.text).join(' ') };
}
