import type { PhrasingContent } from 'mdast';
import type { Link } from '#sightings/schema.ts';
import type { FormulaCache } from './formula-cache.ts';
import { readText } from './read-text.ts';
import type { RestoredText } from './schema.ts';
import { kindOf } from './urls.ts';

/** The links in a text, each once, in the order of the text. */
export function linksOf(text: RestoredText, formulas: FormulaCache): Link[] {
  const urls = readText(text, formulas).paragraphs.flatMap((paragraph) => paragraph.flatMap(urlsOf));
  return [...new Set(urls)].map((url) => ({ kind: kindOf(url), url }));
}

function urlsOf(node: PhrasingContent): string[] {
  if (node.type === 'link') return [node.url];
  return 'children' in node ? node.children.flatMap(urlsOf) : [];
}
