/**
 * D, the function through which the feeds lost their TeX.
 *
 * One pass replaces `\name{body}` by what stands before the first closing brace; then `$…$` loses its
 * dollars and every backslash inside. The white space that web pages collapse is not part of it.
 */
export function damage(text: string): string {
  return text
    .replace(/\\[a-zA-Z]+\{([^}]*)\}/g, '$1')
    .replace(/\$([^$]+)\$/g, (_, body: string) => body.replaceAll('\\', ''));
}
