import { cleanText } from '#text/clean-text.ts';
import type { Note } from '#diagnostics/message-log.ts';

/** Splits a text into its cleaned lines (LF, CRLF or CR), and notes what cleaning changed. */
export function splitLines(text: string, note: Note): string[] {
  if (text === '') return [];
  const raw = text.split(/\r\n|\n|\r/);
  if (raw.at(-1) === '') raw.pop();
  let spaced = 0;
  let firstSpaced = 0;
  const lines = raw.map((line, index) => {
    const { text: cleaned, removed } = cleanText(line);
    if (removed > 0) {
      note(
        'warning',
        'invisible-characters',
        index + 1,
        `${removed} control, zero-width or direction-changing character(s) stood in the line; they were removed.`,
      );
    }
    if (/[\t\u00a0]/.test(line)) {
      spaced += 1;
      firstSpaced ||= index + 1;
    }
    return cleaned;
  });
  if (spaced > 0) {
    note(
      'info',
      'white-space-normalised',
      firstSpaced,
      `Tabs or no-break spaces stood in ${spaced} line(s), first here; they were read as spaces.`,
    );
  }
  if (text.includes('\r')) {
    note(
      'info',
      'line-ends',
      1,
      'Lines end with carriage returns (CRLF or CR); they were read as line ends.',
    );
  }
  return lines;
}
