import type { PhrasingContent } from 'mdast';
import { formulasOf } from '#restore/formulas-of.ts';
import { directHtml } from './direct-html.ts';
import { sharedFormulas, type FormulaCache } from './formula-cache.ts';
import { inOneLine } from './in-one-line.ts';
import { mathVersion } from './katex-options.ts';
import { mdastText } from './mdast-text.ts';
import { processed, processorWith } from './processor.ts';
import { readText } from './read-text.ts';
import type { FormulaNode, Rendered, RestoredText } from './schema.ts';

/** Changes whenever the same text may be rendered differently. */
export const renderVersion = `5 ${mathVersion}`;

/** A title: phrasing content without links, to stand in a heading or a link. */
export function renderInline(text: RestoredText, formulas: FormulaCache = sharedFormulas): Rendered {
  const { paragraphs, messages } = readText(text, formulas);
  return rendered([inOneLine(paragraphs)], true, messages, formulas);
}

/** An abstract: paragraphs. */
export function renderAbstract(text: RestoredText, formulas: FormulaCache = sharedFormulas): Rendered {
  const { paragraphs, messages } = readText(text, formulas);
  return rendered(paragraphs, false, messages, formulas);
}

/** A text as readable Unicode: `O(√n)`, `x² ∈ ℝᵈ`; paragraphs are separated by blank lines. */
export function toPlain(text: RestoredText, formulas: FormulaCache = sharedFormulas): string {
  return readText(text, formulas)
    .paragraphs.map((paragraph) => mdastText(paragraph, formulas).replace(/ +/g, ' ').trim())
    .join('\n\n');
}

/** As `toPlain`, of a text whose TeX is undamaged. */
export function texToPlain(text: string): string {
  return toPlain({ text, formulas: formulasOf(text) });
}

function rendered(
  paragraphs: PhrasingContent[][],
  inline: boolean,
  messages: string[],
  formulas: FormulaCache,
): Rendered {
  const nodes = paragraphs.flatMap((paragraph) => paragraph.flatMap(formulaNodes));
  const styles = new Set(
    nodes.flatMap((node) => {
      const formula = formulas.typeset(node.value, node.display);
      return 'error' in formula ? [] : formula.styles;
    }),
  );
  return {
    html: directHtml(paragraphs, inline, formulas) ?? processed(processorFor(formulas), paragraphs, inline),
    styles: [...styles],
    hasMath: nodes.length > 0,
    reconstructed: nodes.filter((node) => node.reconstructed).length,
    lossy: nodes.filter((node) => node.reconstructed && node.lossy).length,
    messages,
  };
}

function formulaNodes(node: PhrasingContent): FormulaNode[] {
  if (node.type === 'formula') return [node];
  return 'children' in node ? node.children.flatMap(formulaNodes) : [];
}

const processors = new WeakMap<FormulaCache, ReturnType<typeof processorWith>>();

function processorFor(formulas: FormulaCache) {
  let processor = processors.get(formulas);
  if (!processor) processors.set(formulas, (processor = processorWith(formulas)));
  return processor;
}
