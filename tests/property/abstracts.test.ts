import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { toMathml } from '#abstracts/feed-html.ts';
import { FormulaCache } from '#abstracts/formula-cache.ts';
import { linksOf } from '#abstracts/links.ts';
import { renderMarkdown } from '#abstracts/markdown.ts';
import { processed, processorWith } from '#abstracts/processor.ts';
import { readText } from '#abstracts/read-text.ts';
import { renderAbstract, renderInline, toPlain } from '#abstracts/render.ts';
import { declarationsOf, styleClass } from '#abstracts/style-classes.ts';
import { formulasOf } from '#restore/formulas-of.ts';

const formulas = new FormulaCache();

const pieces = fc.constantFrom(
  ...[
    '$',
    '$$',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '{',
    '}',
    '\\',
    '%',
    '&',
    '<',
    '>',
    '"',
    "'",
    '`',
    '``',
    "''",
    '--',
    '---',
  ],
  ...[
    '~',
    '\n',
    '\n\n',
    ' ',
    '_',
    '^',
    'x',
    'n^2',
    'Å',
    '😀',
    '\u202e',
    '\ud83d',
    '\u0000',
    '[',
    ']',
    '(',
    ')',
    '#1',
  ],
  ...[
    '\\emph{',
    '{\\em ',
    '\\textbf',
    '\\href{',
    '\\url{javascript:alert(1)}',
    '\\href{javascript:alert(1)}{x}',
    '\\"o',
  ],
  ...[
    '\\frac{a}{b}',
    '\\sqrt',
    '\\begin{align*}',
    '\\end{align*}',
    '\\def\\x{\\x\\x}\\x',
    '\\htmlClass{a}{b}',
    '\\v{c}',
  ],
  ...[
    '\\includegraphics{x}',
    '\\color{red}',
    '\\text{',
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '&lt;',
  ],
  ...[
    'https://github.com/a',
    'https://',
    'http://a@b.c',
    'data:text/html,x',
    'www.',
    '\\footnote{',
    '\\cite{a}',
    '\\verb|',
  ],
  ...[
    '</span>',
    '<!--',
    '-->',
    ']]>',
    '\\item',
    '\\rule{999em}{999em}',
    '\\unknown',
    '__proto__',
    '\\constructor{x}',
  ],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const restored = (text: string) => ({ text, formulas: formulasOf(text) });

const allowedTags = new Set(
  (
    'p em strong code a br sup sub span svg path line math semantics mrow mi mn mo mtext msup msub msubsup mfrac msqrt ' +
    'mroot mover munder munderover mspace mstyle mphantom mpadded mtable mtr mtd annotation menclose mglyph'
  ).split(' '),
);

/** What a browser's parser finds in the HTML that could run, load or hide anything. */
function dangers(html: string, extraTags: readonly string[] = []): string[] {
  const found: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      if (!allowedTags.has(node.tagName) && !extraTags.includes(node.tagName))
        found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (name === 'style' || name.startsWith('on') || name === 'id') found.push(`${node.tagName} ${name}`);
        if ((name === 'href' || name === 'src') && !/^(?:https?:\/\/|mailto:|#|\/|[\w.-]*$)/.test(value))
          found.push(value);
      }
    }
    if (node.nodeName === '#comment') found.push('comment');
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html));
  return found;
}

describe('renderAbstract', () => {
  it('never throws and never yields unsafe HTML', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const text = restored(source);
        expect(dangers(renderAbstract(text, formulas).html)).toEqual([]);
        expect(dangers(toMathml(text, formulas))).toEqual([]);
        toPlain(text, formulas);
        for (const { url } of linksOf(text, formulas)) expect(url).toMatch(/^https?:\/\//);
      }),
      { numRuns: 1500 },
    );
  });

  it('is byte for byte what the processor makes of the same text', () => {
    const processor = processorWith(formulas);
    fc.assert(
      fc.property(texts, (source) => {
        const text = restored(source);
        const { paragraphs } = readText(text, formulas);
        expect(renderAbstract(text, formulas).html).toBe(processed(processor, paragraphs, false));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same with a cache that an earlier build saved', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const first = new FormulaCache();
        const text = restored(source);
        const html = renderAbstract(text, first).html;
        const second = new FormulaCache(new Map(first.takeAdded()));
        expect(renderAbstract(text, second).html).toBe(html);
        expect(second.takeAdded()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['braces', '{'.repeat(300_000)],
    ['groups', '{\\em '.repeat(100_000)],
    ['nested emphasis', '\\emph{'.repeat(50_000) + '}'.repeat(50_000)],
    ['dollars', '$'.repeat(1_000_000)],
    ['formulas', '$x$'.repeat(200_000)],
    ['backslashes', '\\'.repeat(1_000_000)],
    ['environments', '\\begin{align}'.repeat(70_000)],
    ['environments that end far away', '\\begin{align}'.repeat(70_000) + '\\end{align}'],
    ['bare environments', 'align* '.repeat(100_000)],
    ['bare colours', 'red{'.repeat(100_000)],
    ['bare codes', 'x2013'.repeat(100_000)],
    ['parentheses that close far away', '\\('.repeat(300_000) + '\\)'],
    ['parentheses', '\\('.repeat(300_000)],
    ['schemes', 'https://'.repeat(100_000)],
    ['brackets', `https://a.b/${')'.repeat(500_000)}`],
    ['quotes', '``'.repeat(300_000)],
    ['single quotes', '`x'.repeat(200_000)],
    ['accents', '\\"o'.repeat(200_000)],
    ['commands', '\\alpha{x}'.repeat(20_000)],
    ['one formula', `$${'{'.repeat(100_000)}x${'}'.repeat(100_000)}$`],
    ['expansion', '$\\def\\a{xx}\\def\\b{\\a\\a}\\def\\c{\\b\\b}\\def\\d{\\c\\c\\c\\c\\c\\c\\d}\\d$'],
    ['blank lines', '\n\n'.repeat(200_000)],
    ['dashes', '-'.repeat(500_000)],
  ])('survives a megabyte of %s', (_, source) => {
    expect(dangers(renderAbstract(restored(source), formulas).html.slice(0, 200_000))).toEqual([]);
  });
});

describe('styleClass', () => {
  const property = fc.constantFrom('height', 'top', 'vertical-align', 'margin-right');
  const length = fc.integer({ min: -99_999, max: 99_999 });

  it('gives two declarations two names, which style sheets may have as they are', () => {
    const declaration = fc.tuple(property, length).map(([name, value]) => `${name}:${value / 100}em`);
    fc.assert(
      fc.property(declaration, declaration, (first, second) => {
        const [a, b] = [first, second].map((style) => declarationsOf(style)[0]!);
        expect(styleClass(a!)).toMatch(/^k[a-z]-?\d+$/);
        expect(styleClass(a!) === styleClass(b!)).toBe(a === b);
      }),
    );
  });

  it('moves nothing by more than half a hundredth', () => {
    fc.assert(
      fc.property(property, length, (name, value) => {
        const [declaration] = declarationsOf(`${name}:${(value / 10_000).toFixed(4)}em;`);
        const [, moved] = /^[a-z-]+:(-?\d*\.?\d+)em$/.exec(declaration!)!;
        expect(Math.abs(Number(moved) - value / 10_000)).toBeLessThan(0.00501);
      }),
    );
  });
});

describe('renderInline', () => {
  it('yields phrasing content without links', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const { html } = renderInline(restored(source), formulas);
        expect(dangers(html)).toEqual([]);
        expect(html).not.toMatch(/<(?:a|p|br)\b/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('renderMarkdown', () => {
  it('never throws and never yields unsafe HTML', () => {
    const blocks =
      'h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr table thead tbody tr th td del input img section'.split(
        ' ',
      );
    fc.assert(
      fc.property(texts, (source) => {
        expect(dangers(renderMarkdown(source, undefined, formulas).html, blocks)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
