import { isAscii } from 'node:buffer';
import type { Note } from '#diagnostics/message-log.ts';
import { byteOrderMark, guessEncoding, replacement, unreadable, type Encoding } from './guess-encoding.ts';

/** Bytes of the blocks by which the encoding is judged, however the file was cut into chunks. */
const blockBytes = 2 ** 16;

const nothing: Uint8Array = new Uint8Array();

/**
 * The text of a feed, block by block. UTF-8 and UTF-16, with or without byte order mark, are told apart; bytes that
 * are no UTF-8 are read as Windows-1252 (which holds Latin-1), with a message. A binary file gives no text and a
 * message of severity `error`.
 */
export async function* decodedText(
  chunks: AsyncIterable<Uint8Array>,
  note: Note,
): AsyncGenerator<string, undefined> {
  let encoding: Encoding | null = null;
  let decoder = new TextDecoder();
  let isFirst = true;
  let replaced = 0;
  let tail = nothing;
  for await (const block of blocks(chunks)) {
    if (isFirst) encoding = byteOrderMark(block);
    if (isFirst && encoding !== null) {
      note(
        'info',
        'byte-order-mark',
        1,
        `The file begins with the byte order mark of ${encoding}; it was left out.`,
      );
      decoder = new TextDecoder(encoding);
    }
    if (encoding === null && (isFirst || !isAsciiText(block))) {
      const guess = guessEncoding(block);
      if (guess === 'binary') {
        note(
          'error',
          'feed-binary',
          null,
          'The file holds binary data, not text; nothing was read from it. Remove it from content/feeds.',
        );
        return;
      }
      if (!isAsciiText(block)) encoding = guess;
      if (guess !== 'utf-8') decoder = new TextDecoder(guess);
      if (guess === 'windows-1252') {
        note(
          'warning',
          'encoding-guessed',
          null,
          'The file is not valid UTF-8; it was read as Windows-1252 (Latin-1). Save it as UTF-8 to be sure.',
        );
      }
    }
    isFirst = false;
    const text = decoder.decode(block, { stream: true });
    if (text.includes(replacement))
      replaced += unreadable(text, decoder.encoding === 'utf-8' ? Buffer.concat([tail, block]) : nothing);
    // The beginning of a character that goes on in the next block.
    tail = block.subarray(-2);
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  replaced += rest.length;
  if (rest !== '') yield rest;
  if (replaced > 0) {
    note(
      'warning',
      'bytes-undecodable',
      null,
      `${replaced} character(s) of the file are not valid ${decoder.encoding}; each was read as the replacement character U+FFFD.`,
    );
  }
}

const isAsciiText = (block: Uint8Array): boolean => isAscii(block) && !block.includes(0);

/** The same bytes in blocks of one size, the last one shorter. */
async function* blocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let block = new Uint8Array(blockBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length;) {
      const part = chunk.subarray(start, start + blockBytes - filled);
      block.set(part, filled);
      filled += part.length;
      start += part.length;
      if (filled < blockBytes) continue;
      yield block;
      block = new Uint8Array(blockBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
