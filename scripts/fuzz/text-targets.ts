import { toMathml } from '#abstracts/feed-html.ts';
import { FormulaCache } from '#abstracts/formula-cache.ts';
import { linksOf } from '#abstracts/links.ts';
import { renderMarkdown } from '#abstracts/markdown.ts';
import { renderAbstract, renderInline, toPlain } from '#abstracts/render.ts';
import { readPage } from '#integrity/read-page.ts';
import { damage } from '#restore/damage.ts';
import { formulasOf } from '#restore/formulas-of.ts';
import { restore } from '#restore/restore.ts';
import { endlessRepeats, mutateText, tokenText } from './mutate.ts';
import type { Random } from '../random.ts';
import { promise, type Target } from './target.ts';

const forbidden = /<\/?(?:script|iframe|object|embed|style|link|meta|base|form|template|img)\b/i;

function expectSafe(html: string, what: string, allowed = /^$/): void {
  const tag = forbidden.exec(html)?.[0] ?? '';
  promise(tag === '' || allowed.test(tag), `${what} has no ${tag}`);
  const [unsafe] = readPage(html).unsafe;
  promise(unsafe === undefined, `${what} is safe (${unsafe?.what})`);
}

/** What reads text: the restorer, what renders abstracts, and Markdown. */
export function textTargets(texts: readonly string[]): Target[] {
  const make = (random: Random, endless?: number): string =>
    random.below(3) === 0 ? tokenText(random) : mutateText(random.pick(texts), random, endless);
  const makeOfFeeds = (random: Random): string => make(random, endlessRepeats);
  return [
    {
      name: 'restorer',
      make: makeOfFeeds,
      run(input) {
        const text = String(input);
        const restored = restore(text);
        const back = damage(text) === text ? damage(restored.text) : restored.text;
        promise(back === text, 'damaging what was restored gives the text again');
        promise(restore(restored.text).text === restored.text, 'restoring twice changes nothing more');
      },
    },
    {
      name: 'abstracts',
      make: makeOfFeeds,
      run(input) {
        const text = { text: String(input), formulas: formulasOf(String(input)) };
        const formulas = new FormulaCache();
        expectSafe(renderAbstract(text, formulas).html, 'an abstract');
        expectSafe(renderInline(text, formulas).html, 'a title');
        expectSafe(toMathml(text, formulas), 'an abstract in a feed');
        toPlain(text, formulas);
        for (const { url } of linksOf(text, formulas))
          promise(/^https?:\/\//.test(url), `a link is of the web (${url})`);
      },
    },
    {
      name: 'markdown',
      make,
      run(input) {
        expectSafe(renderMarkdown(String(input)).html, 'Markdown', /^<img$/i);
      },
    },
  ];
}
