/** What a file is written in: an encoding label of `TextDecoder`, or why it is no text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'binary';

/** Control bytes that no text has, by share of the block, past which a file is binary. */
const maxControlShare = 0.02;

/** The encoding that the byte order mark at the start of a file names, or null. */
export function byteOrderMark(block: Uint8Array): Encoding | null {
  if (block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf) return 'utf-8';
  if (block[0] === 0xff && block[1] === 0xfe) return 'utf-16le';
  if (block[0] === 0xfe && block[1] === 0xff) return 'utf-16be';
  return null;
}

/** The encoding of a file by its first block that holds more than ASCII, or by its first block at all. */
export function guessEncoding(block: Uint8Array): Encoding {
  let [even, odd, controls] = [0, 0, 0];
  for (let index = 0; index < block.length; index += 1) {
    const byte = block[index]!;
    if (byte === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    } else if (byte < 9 || (byte > 13 && byte < 27) || byte === 127) controls += 1;
  }
  const half = block.length / 2;
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
  if (even + odd + controls > block.length * maxControlShare) return 'binary';
  const text = new TextDecoder('utf-8').decode(block, { stream: true });
  const invalid = unreadable(text, block);
  const valid = text.replace(/[\0-\x7f\ufffd]+/g, '').length;
  return invalid > valid ? 'windows-1252' : 'utf-8';
}

/** What a decoder puts for bytes that it cannot read, and what texts have in them that were decoded so before. */
export const replacement = '\ufffd';

/**
 * How many characters of a text could not be read, of these bytes of UTF-8: those that it has as written do not count.
 */
export function unreadable(text: string, utf8: Uint8Array): number {
  const bytes = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.length);
  let count = text.split(replacement).length - 1;
  for (let at = bytes.indexOf(replacement); at >= 0; at = bytes.indexOf(replacement, at + 3)) count -= 1;
  return count;
}
