import type { Segment } from './schema.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function unescape(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
  });
}

/**
 * Bare MathML, which browsers render without styles or fonts: a quarter of KaTeX's HTML. Brackets of `\big` keep the
 * size of the text: Chromium takes them to the height of what they hold, but for one that has a script.
 */
function readFormula(katexHtml: string): Segment {
  const tex = /<annotation[^>]*>(.*?)<\/annotation>/s.exec(katexHtml)?.[1] ?? '';
  const math = /<math.*?<\/math>/s.exec(katexHtml)?.[0] ?? '';
  const mathml = math
    .replace(/<annotation[^>]*>.*?<\/annotation>|<\/?semantics>/gs, '')
    .replace(/ fence="false" stretchy="true" minsize="[^"]*" maxsize="[^"]*"/g, ' stretchy="false"')
    .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', '');
  return [unescape(tex), mathml];
}

/**
 * A title or an abstract, as the site renders it, cut into text and formulas. Formulas are KaTeX's: the outermost
 * elements `<span class="math …">`. All other markup is dropped; white space becomes single spaces.
 */
export function segmentsOfHtml(html: string): Segment[] {
  const segments: Segment[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') segments.push(unescape(text));
    text = '';
  };
  let formulaStart = -1;
  let depth = 0;
  let position = 0;
  for (const { 0: tag, index } of html.matchAll(/<[^>]*>/g)) {
    if (depth === 0) text += html.slice(position, index).replace(/\s+/g, ' ');
    position = index + tag.length;
    if (depth > 0) {
      if (tag.startsWith('<span')) depth++;
      else if (tag === '</span>' && --depth === 0) {
        flush();
        segments.push(readFormula(html.slice(formulaStart, position)));
      }
    } else if (/^<span class="math[ "]/.test(tag)) {
      formulaStart = index;
      depth = 1;
    } else if (/^<(?:p|br|li)\b/.test(tag) && text !== '') text += ' ';
  }
  text += html.slice(position).replace(/\s+/g, ' ');
  flush();
  return segments;
}
