const decoder = new TextDecoder();

/** What an answer is when it is not even of the right kind, in words; null when it starts like one. */
export function wrongKind(body: Uint8Array, expected: 'JSON' | 'XML'): string | null {
  const text = decoder.decode(body.subarray(0, 4096)).trim();
  if (text === '') return `an empty answer came instead of ${expected}`;
  if (/^(?:<!doctype html|<html)/i.test(text)) {
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';
    return `an HTML page${title === '' ? '' : ` ("${title}")`} came instead of ${expected}`;
  }
  const looksRight = expected === 'JSON' ? /^[[{]/.test(text) : text.startsWith('<');
  return looksRight ? null : `something else came instead of ${expected} ("${text.slice(0, 60)}")`;
}
