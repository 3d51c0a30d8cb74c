import type { PhrasingContent } from 'mdast';
import { sharedFormulas } from '#abstracts/formula-cache.ts';
import { inOneLine } from '#abstracts/in-one-line.ts';
import { mdastText } from '#abstracts/mdast-text.ts';
import { readText } from '#abstracts/read-text.ts';
import type { RestoredText } from '#abstracts/schema.ts';
import { texMath, texText } from './tex-text.ts';

/**
 * A title as BibTeX takes it: TeX, with formulas in `{$…$}` and with braces around words whose capitals styles must
 * not make small: those within a word (`{BERT}`, `{ImageNet}`), and in a title that otherwise has none, those that
 * begin a name (`the spectrum of {Gaussian} matrices`).
 */
export function texTitle(title: RestoredText): string {
  const nodes = inOneLine(readText(title, sharedFormulas).paragraphs);
  const isProtected = hasFewCapitals(mdastText(nodes, sharedFormulas)) ? isName : isAcronym;
  return tex(nodes, isProtected).replace(/\s+/g, ' ').trim();
}

/** Whether a word keeps its capitals, given what stands before it. */
type IsProtected = (word: string, before: string) => boolean;

const isAcronym: IsProtected = (word) => /^.+\p{Lu}|^\p{N}+\p{L}/u.test(word);

const isName: IsProtected = (word, before) =>
  isAcronym(word, before) || (/^\p{Lu}\p{Ll}/u.test(word) && !/(?:^|[:.?!—–])[\s“‘"'(]*$/.test(before));

/** Words shorter than this are small in titles with capitals too. */
const minTitleWord = 5;

function hasFewCapitals(title: string): boolean {
  const words = title.split(/[^\p{L}\p{M}]+/u).filter(({ length }) => length >= minTitleWord);
  const small = words.slice(1).filter((word) => /^\p{Ll}/u.test(word)).length;
  return small > 0 && small >= (words.length - 1) / 2;
}

function tex(nodes: readonly PhrasingContent[], isProtected: IsProtected): string {
  return nodes.map((node, index) => texNode(node, index === 0 ? '' : 'x', isProtected)).join('');
}

function texNode(node: PhrasingContent, before: string, isProtected: IsProtected): string {
  switch (node.type) {
    case 'text':
      return protectedText(node.value, before, isProtected);
    case 'formula':
      return `{$${balanced(texMath(node.value))}$}`;
    case 'inlineCode':
      return `\\texttt{${texText(node.value)}}`;
    case 'strong':
      return `\\textbf{${tex(node.children, isProtected)}}`;
    case 'emphasis':
      return texEmphasis(
        node.data && 'hName' in node.data ? String(node.data.hName) : 'em',
        tex(node.children, isProtected),
      );
    default:
      return '';
  }
}

function texEmphasis(tag: string, content: string): string {
  if (tag === 'sup') return `\\textsuperscript{${content}}`;
  return tag === 'sub' ? `\\textsubscript{${content}}` : `\\emph{${content}}`;
}

function protectedText(text: string, before: string, isProtected: IsProtected): string {
  let read = before;
  return text
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((word) => {
      const written = isProtected(word, read) ? `{${texText(word)}}` : texText(word);
      read += word;
      return written;
    })
    .join('');
}

/** BibTeX counts escaped braces too, and TeX takes a bare percent sign for the beginning of a comment. */
function balanced(formula: string): string {
  return formula
    .replace(/\\([{}])/g, (_, brace: string) => (brace === '{' ? '\\lbrace ' : '\\rbrace '))
    .replace(/(?<!\\)%/g, '\\%');
}
