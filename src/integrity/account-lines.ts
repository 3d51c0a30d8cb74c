import type { Message } from '#diagnostics/message.ts';
import type { LineRole, ReadFeed, Sighting } from '#sightings/schema.ts';
import { cleanText } from '#text/clean-text.ts';
import type { Finding } from './schema.ts';

/** Rules whose messages tell of lines that were read as nothing. */
const unreadRules = new Set(['abstract-without-title', 'byline-without-entry']);

/** Rules whose messages tell that text of an entry was cut. */
const cutRules = new Set(['title-too-long', 'abstract-too-long']);

/**
 * Proves that no line of a scraped text was lost: every line has a role, the words of each title and abstract line
 * stand in a sighting, and every line read as nothing is covered by a message. `text` is the decoded feed.
 */
export function accountLines(text: string, feed: ReadFeed, messages: readonly Message[]): Finding[] {
  const roles = feed.lineRoles ?? [];
  const lines = linesOf(text);
  const finding = (rule: string, line: number | null, said: string): Finding => ({
    rule,
    place: feed.feed,
    line,
    text: said,
  });
  if (lines.length !== roles.length)
    return [
      finding(
        'lines-miscounted',
        null,
        `The feed has ${lines.length} lines, but ${roles.length} were given a role. This is a fault of the reader: please report it with the feed.`,
      ),
    ];
  if (feed.format === null) {
    const isExplained = messages.some(({ severity }) => severity === 'error') || lines.every(isBlank);
    return isExplained
      ? []
      : [finding('feed-unread', null, 'Nothing was read of the feed, and no message says why.')];
  }
  return [
    ...lostWords(lines, roles, feed.sightings, messages).map((line) =>
      finding(
        'line-lost',
        line,
        `The words of this line (“${lines[line - 1]!.trim().slice(0, 60).toWellFormed()}”) stand in no paper, and no message says why. This is a fault of the reader: please report it with the feed.`,
      ),
    ),
    ...unexplained(roles, messages).map((line) =>
      finding('line-unexplained', line, 'The line was read as nothing, and no message says why.'),
    ),
  ];
}

/** LF, CRLF and CR end a line; the end of the text ends one that is not empty. */
function linesOf(text: string): string[] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const isBlank = (line: string): boolean => words(line) === '';

/** The text without white space and invisible characters, which readers may change. */
const words = (text: string): string => cleanText(text).text.replaceAll(' ', '');

function lostWords(
  lines: readonly string[],
  roles: readonly LineRole[],
  sightings: readonly Sighting[],
  messages: readonly Message[],
): number[] {
  const cut = new Set(
    messages.flatMap(({ rule, line }) => (cutRules.has(rule) && line !== null ? line : [])),
  );
  const byLine = sightings.toSorted((a, b) => a.line - b.line);
  const lost: number[] = [];
  let index = -1;
  let known = '';
  roles.forEach((role, number) => {
    const line = number + 1;
    while (index + 1 < byLine.length && byLine[index + 1]!.line <= line) {
      index += 1;
      known = words(`${byLine[index]!.title} ${byLine[index]!.abstract}`);
    }
    if (role !== 'title' && role !== 'abstract') return;
    const sighting = byLine[index];
    const text = words(lines[number]!);
    const isKept = sighting !== undefined && (known.includes(text) || cut.has(sighting.line));
    // A first title may be glued to the button “Subscribe” above it.
    const isGlued = sighting?.line === line && known.startsWith(text.replace(/^Subscribe/i, ''));
    if (!isKept && !isGlued) lost.push(line);
  });
  return lost;
}

/** The first lines of runs of unrecognised lines about which no message was written. */
function unexplained(roles: readonly LineRole[], messages: readonly Message[]): number[] {
  const told = new Set(
    messages.flatMap(({ rule, line }) => (unreadRules.has(rule) && line !== null ? line : [])),
  );
  const first: number[] = [];
  // A rule that fired too often to list sums its further lines up in one message.
  const lastSummed = Math.max(
    0,
    ...messages.flatMap(({ rule, line, text }) =>
      unreadRules.has(rule) && /^\d+ more of/.test(text) ? line! : [],
    ),
  );
  for (let start = 0; start < roles.length; start += 1) {
    if (roles[start] !== 'unrecognised') continue;
    let end = start;
    let isTold = start < lastSummed;
    for (; roles[end] === 'unrecognised'; end += 1) isTold ||= told.has(end + 1);
    if (!isTold) first.push(start + 1);
    start = end;
  }
  return first;
}
