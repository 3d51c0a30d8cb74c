/**
 * D, the function through which the feeds lost their TeX.
 *
 * One pass replaces `\name{body}` by what stands before the first closing brace; then `$…$` loses its
 * dollars and every backslash inside. The white space that web pages collapse is not part of it.
 */
export function damage(text: string): string {
  // Past the last closing brace nothing matches; looking there would take time square in the length.
  const last = text.lastIndexOf('}') + 1;
  return `${text.slice(0, last).replace(/\\[a-zA-Z]+\{([^}]*)\}/g, '$1')}${text.slice(last)}`.replace(
    /\$([^$]+)\$/g,
    (_, body: string) => body.replaceAll('\\', ''),
  );
}
