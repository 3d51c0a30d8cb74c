/**
 * XML without its comments, of which only the line ends stay, so that lines keep their numbers. What looks like a
 * comment in a CDATA section is none. Takes time in proportion to the text, also when nothing is ever closed.
 */
export function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  let section = text.indexOf('<![CDATA[');
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    if (section >= 0 && section < from) section = text.indexOf('<![CDATA[', from);
    const isInSection = section >= 0 && section < open;
    const [start, end] = isInSection ? [section, ']]>'] : [open, '-->'];
    const close = text.indexOf(end, start + 4);
    if (close < 0) break;
    kept += isInSection
      ? text.slice(from, close + end.length)
      : text.slice(from, open) + text.slice(open, close).replace(/[^\n]+/g, '');
    from = close + end.length;
  }
  return kept + text.slice(from);
}
