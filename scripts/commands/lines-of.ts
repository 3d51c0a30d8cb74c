import { LineSplitter } from '#sightings/line-splitter.ts';

/**
 * The lines of UTF-8 text, cut at LF, CRLF or CR; a byte order mark is left out. Node's `readline` also cuts at
 * U+2028 and U+2029, which stand unescaped within texts of JSON.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let lines: string[] = [];
  const splitter = new LineSplitter(Infinity, (line) => lines.push(line));
  for await (const chunk of chunks) {
    splitter.push(decoder.decode(chunk, { stream: true }));
    yield* lines;
    lines = [];
  }
  splitter.push(decoder.decode());
  splitter.end();
  yield* lines;
}
