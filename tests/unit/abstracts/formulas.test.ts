import { describe, expect, it } from 'vitest';
import { type CachedFormula, FormulaCache } from '#abstracts/formula-cache.ts';
import { mathCss } from '#abstracts/math-css.ts';
import { renderAbstract, renderInline, toPlain } from '#abstracts/render.ts';
import { declarationsOf, styleClass } from '#abstracts/style-classes.ts';
import { formulasOf } from '#restore/formulas-of.ts';

const restored = (text: string) => ({ text, formulas: formulasOf(text) });
const reconstructed = (tex: string, lossy: boolean) => ({
  text: `$${tex}$`,
  formulas: [{ start: 0, end: tex.length + 2, tex, confidence: 0.9, lossy, reconstructed: true }],
});

describe('formulas on pages', () => {
  it('are MathML for assistive technology and hidden HTML for the eye, once each', () => {
    const { html, hasMath } = renderInline(restored('$n^2$'));
    expect(hasMath).toBe(true);
    expect(html).toMatch(
      /^<span class="math"><span class="katex"><span class="katex-mathml"><math .*<\/math><\/span><span class="katex-html" aria-hidden="true">.*<\/span><\/span>$/,
    );
    expect(html.match(/<math /g)).toHaveLength(1);
  });

  it('have classes instead of styles, and the rules for these in math.css', () => {
    const { html, styles } = renderInline(restored(String.raw`$\frac{a}{b}$`));
    expect(html).not.toContain('style=');
    const css = mathCss([...styles, ...styles]);
    expect(css.split('\n').length - 1).toBe(styles.length);
    for (const style of styles) expect(html).toMatch(new RegExp(`class="[^"]*${styleClass(style)}[ "]`));
    expect(css).toContain('.katex .katex-html .kh300{height:3em}\n');
  });

  it('lose authors’ colours, which vanish on dark paper', () => {
    const { html, styles } = renderInline(restored(String.raw`$\color{black}x \colorbox{red}{$y$}$`));
    expect(html).not.toMatch(/mathcolor|mathbackground/);
    expect(styles.join('')).not.toMatch(/color/);
  });

  it('are marked when they were reconstructed, and once more when something was lost', () => {
    const sure = renderAbstract(reconstructed('n^2', false));
    expect(sure.html).toContain('<span class="math reconstructed">');
    expect([sure.reconstructed, sure.lossy]).toEqual([1, 0]);
    const guess = renderAbstract(reconstructed(String.raw`\sqrt n`, true));
    expect(guess.html).toContain('<span class="math reconstructed lossy">');
    expect([guess.reconstructed, guess.lossy]).toEqual([1, 1]);
    expect(renderAbstract(restored('$n$')).reconstructed).toBe(0);
  });

  it.each([
    [String.raw`\(x\)`, 'math'],
    [String.raw`\[x\]`, 'math display'],
    ['$$x$$', 'math display'],
    [String.raw`\begin{align}x &= y \label{a}\end{align}`, 'math display'],
    [String.raw`\begin{eqnarray*}x &=& y\end{eqnarray*}`, 'math display'],
    [String.raw`align* x &= y align*`, 'math display reconstructed'],
  ])('%s is %s', (source, classes) => {
    expect(renderAbstract(restored(source)).html).toMatch(new RegExp(`^<p><span class="${classes}">`));
  });

  it('can be scrolled, also by keyboard, when they are wide and cannot be broken', () => {
    const wide = String.raw`$\left(x_1+x_2+x_3+x_4+x_5+x_6+x_7+x_8+x_9+x_{10}\right)$`;
    expect(renderAbstract(restored(wide)).html).toMatch(
      /^<p><span class="math wide" tabindex="0" role="group" aria-label="Formula">/,
    );
    const breakable = wide.replaceAll(/\\(?:left|right)/g, '');
    expect(renderAbstract(restored(breakable)).html).toMatch(/^<p><span class="math">/);
  });

  it.each([
    String.raw`\href{https://a.org}{x}`,
    String.raw`\htmlClass{a}{x}`,
    String.raw`\includegraphics{x.png}`,
  ])('do not obey %s, which stays as the text it was', (tex) => {
    const { html, hasMath, messages } = renderInline(restored(`$${tex}$`));
    expect(html).toBe(`$${tex}$`);
    expect(hasMath).toBe(false);
    expect(messages).toEqual([
      `The formula “${tex}” is shown as text, because it cannot be typeset: it has a command that formulas may not have.`,
    ]);
  });

  it('have the characters that they name by their codes, but for none', () => {
    expect(toPlain(restored(String.raw`$\unicode{x03B1}^2 + \unicode{946}$`))).toBe('α²+β');
    const tex = String.raw`\unicode{x110000} + \unicode{7}`;
    expect(toPlain(restored(`$${tex}$`))).toBe(`$${tex}$`);
  });

  it('stand in the line of a title', () => {
    expect(renderInline(restored('On $$x$$')).html).toMatch(/^On <span class="math"><span class="katex">/);
  });

  it('may hold words', () => {
    const tex = String.raw`$x \text{ if all of it is so then } y$`;
    expect(renderInline(restored(tex)).hasMath).toBe(true);
  });

  it('take a percent sign for a percent sign', () => {
    expect(renderInline(restored('$5%$ x')).html).toContain('<mi mathvariant="normal">%</mi>');
  });
});

describe('styles', () => {
  it.each([
    [
      'height:0.8532em;vertical-align:-0.0391em;',
      ['height:.85em', 'vertical-align:-.04em'],
      ['kh85', 'kv-4'],
    ],
    ['top:-3em;', ['top:-3em'], ['kt-300']],
    ['margin-right:-0.0043em;', ['margin-right:0em'], ['kr0']],
    ['position:relative;top:0em;', ['position:relative', 'top:0em'], ['kqKpSV7Lu', 'kt0']],
  ])('%s become declarations and classes', (style, declarations, classes) => {
    expect(declarationsOf(style)).toEqual(declarations);
    expect(declarations.map(styleClass)).toEqual(classes);
  });

  it('set a property once an element, since the order of rules in math.css is not theirs', () => {
    const tex = String.raw`\overbrace{\sqrt[3]{\hat x}}^{n}\xrightarrow[b]{a}\left(\begin{matrix}a\\\hline b\end{matrix}\right)\cancel{y}\boxed{z}`;
    const { html } = renderInline(restored(`$${tex}$`));
    const lists = [...html.matchAll(/class="([^"]*)"/g)].map(([, names]) => names!.split(' '));
    const letters = lists.map((names) => names.flatMap((name) => /^k([a-pr-z])-?\d/.exec(name)?.[1] ?? []));
    expect(letters.filter((own) => own.length > 1).length).toBeGreaterThan(3);
    expect(letters.filter((own) => new Set(own).size < own.length)).toEqual([]);
  });
});

describe('FormulaCache', () => {
  it('gives the formulas that were typeset since it was asked, once, to make a later cache of', () => {
    const first = new FormulaCache();
    first.typeset('y', false);
    first.typeset('x', true);
    first.typeset('y', false);
    const added = first.takeAdded();
    expect(added.map(([key]) => key)).toEqual(['Iy', 'Dx']);
    expect(first.takeAdded()).toEqual([]);
    const second = new FormulaCache(new Map(added));
    expect(second.typeset('y', false)).toBe(added[0]![1]);
    expect(second.takeAdded()).toEqual([]);
  });

  it('forgets those that were not asked for of late, and takes them from those that are known', () => {
    const known = new Map<string, CachedFormula[1]>();
    const formulas = new FormulaCache(known);
    const rejected = (number: number) => formulas.typeset(`\\nope{${number}}`, false);
    const first = rejected(0);
    known.set(...formulas.takeAdded()[0]!);
    for (let number = 1; number <= 8000; number++) rejected(number);
    expect(rejected(0)).toBe(first);
    known.clear();
    for (let number = 8001; number <= 30_000; number++) rejected(number);
    formulas.takeAdded();
    expect(rejected(0)).toEqual(first);
    expect(formulas.takeAdded()).toHaveLength(1);
    expect(rejected(30_000)).toEqual(first);
    expect(formulas.takeAdded()).toEqual([]);
  });

  it.each([
    [String.raw`\nope`, String.raw`Undefined control sequence: \nope`],
    ['x'.repeat(5001), 'it is longer than 5000 characters'],
    [String.raw`\def\a{\a\a}\a`, 'Too many expansions: infinite loop or need to increase maxExpand setting'],
  ])('says why it does not take %s', (tex, error) => {
    expect(new FormulaCache().typeset(tex, false)).toEqual({ error });
  });
});
