import type { Note } from '#diagnostics/message-log.ts';

const NEW_STYLE = /(\d{2})(0[1-9]|1[0-2])\.(\d{3,16})/;
const OLD_STYLE = /([a-z]+(?:-[a-z]+)?)(?:\.[A-Z]{2})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})/;
const ID = new RegExp(`^(?:${NEW_STYLE.source}|${OLD_STYLE.source})(v\\d{1,3})?$`);
const PREFIX = /^(?:https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|oai:arXiv\.org:|arXiv:)/i;

/** An arXiv id, and whether it had to be put right. */
export interface ArxivId {
  id: string;
  isRepaired: boolean;
}

/**
 * The arXiv id in an id, a URL of its page, or an OAI name, without version and without the subject class of old
 * ids (`math.GT/0309136v2` -> `math/0309136`); null for anything else.
 *
 * Numbers have four digits until 2014 and five since (https://info.arxiv.org/help/arxiv_identifier.html). One with
 * fewer, with a rounding error behind them, or without the zero of its year went through a program that took the id for
 * a decimal number, which is undone (`1809.0695` -> `1809.06950`, `1711.0742100000002` -> `1711.07421`, `711.1723` ->
 * `0711.1723`).
 */
export function parseArxivId(text: string): ArxivId | null {
  const bare = text
    .trim()
    .replace(PREFIX, '')
    .replace(/\.pdf$/, '');
  const lostZero = /^[7-9](?:0[1-9]|1[0-2])\.\d+$/.test(bare);
  const match = ID.exec(lostZero ? `0${bare}` : bare);
  if (match === null) return null;
  const [, year = '', month = '', number = '', archive, oldNumber, version] = match;
  if (archive !== undefined) return { id: `${archive}/${oldNumber}`, isRepaired: false };
  const digits = year < '15' ? 4 : 5;
  if (number.length === digits) return { id: `${year}${month}.${number}`, isRepaired: lostZero };
  const isDecimal = number.length < digits || /(?:0{5}|9{5})\d{1,2}$/.test(number);
  if (!isDecimal || version !== undefined) return null;
  const rounded = Number(`0.${number}`).toFixed(digits);
  return rounded.startsWith('0.') ? { id: `${year}${month}.${rounded.slice(2)}`, isRepaired: true } : null;
}

/** As `parseArxivId`, without whether the id was put right, which becomes a message, as does what is no id. */
export function notedArxivId(text: string, line: number, note: Note): string | null {
  if (text === '') {
    note('info', 'id-missing', line, 'The record has no id; the paper was kept without one.');
    return null;
  }
  const arxivId = parseArxivId(text);
  const shown = text.slice(0, 60).toWellFormed();
  if (arxivId === null) {
    note('info', 'id-not-arxiv', line, `“${shown}” is no arXiv id; the paper was kept without one.`);
    return null;
  }
  if (arxivId.isRepaired) {
    note(
      'warning',
      'id-repaired',
      line,
      `The arXiv id “${shown}” was changed by a program that took it for a number; it was read as ${arxivId.id}.`,
    );
  }
  return arxivId.id;
}
