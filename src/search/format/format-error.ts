/** A search file that cannot be read: missing parts, damaged, or of another version. The message is for readers. */
export class SearchFormatError extends Error {
  override name = 'SearchFormatError';
}
