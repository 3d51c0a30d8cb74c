import type { PhrasingContent } from 'mdast';
import { sharedFormulas } from '#abstracts/formula-cache.ts';
import { inOneLine } from '#abstracts/in-one-line.ts';
import { readText } from '#abstracts/read-text.ts';
import type { RestoredText } from '#abstracts/schema.ts';
import { texText } from './tex-text.ts';

/**
 * A title as BibTeX takes it: TeX, with formulas in `{$…$}` and with braces around words whose capitals are more than
 * the beginning of a word (`{BERT}`, `{ImageNet}`), which styles would make small.
 */
export function texTitle(title: RestoredText): string {
  return tex(inOneLine(readText(title, sharedFormulas).paragraphs))
    .replace(/\s+/g, ' ')
    .trim();
}

function tex(nodes: readonly PhrasingContent[]): string {
  return nodes.map(texNode).join('');
}

function texNode(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return protectedText(node.value);
    case 'formula':
      return `{$${balanced(node.value)}$}`;
    case 'inlineCode':
      return `\\texttt{${texText(node.value)}}`;
    case 'strong':
      return `\\textbf{${tex(node.children)}}`;
    case 'emphasis':
      return texEmphasis(
        node.data && 'hName' in node.data ? String(node.data.hName) : 'em',
        tex(node.children),
      );
    default:
      return '';
  }
}

function texEmphasis(tag: string, content: string): string {
  if (tag === 'sup') return `\\textsuperscript{${content}}`;
  return tag === 'sub' ? `\\textsubscript{${content}}` : `\\emph{${content}}`;
}

function protectedText(text: string): string {
  return text
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((word) => (/^.+\p{Lu}|^\p{N}+\p{L}/u.test(word) ? `{${texText(word)}}` : texText(word)))
    .join('');
}

/** BibTeX counts escaped braces too, and TeX takes a bare percent sign for the beginning of a comment. */
function balanced(formula: string): string {
  return formula
    .replace(/\\([{}])/g, (_, brace: string) => (brace === '{' ? '\\lbrace ' : '\\rbrace '))
    .replace(/(?<!\\)%/g, '\\%');
}
