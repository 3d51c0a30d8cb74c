import { describe, expect, it } from 'vitest';
import { FormulaCache } from '#abstracts/formula-cache.ts';
import { linksOf } from '#abstracts/links.ts';
import { renderAbstract, toPlain } from '#abstracts/render.ts';
import { formulasOf } from '#restore/formulas-of.ts';

const restored = (text: string) => ({ text, formulas: formulasOf(text) });

/** What is written, the HTML of its paragraph, and the plain text where that differs. */
const rows: [string, string, string?][] = [
  // accents and letters
  [String.raw`Erd\H{o}s and R\'enyi`, 'Erdős and Rényi'],
  [String.raw`Gr\"{u}nwald, {\L}ukasiewicz, Ne\v{s}et\v{r}il`, 'Grünwald, Łukasiewicz, Nešetřil'],
  [String.raw`Rodr\'{\i}guez, Rodr\'\i guez`, 'Rodríguez, Rodríguez'],
  [String.raw`H\aa stad, Bj{\o}rklund, \c{c}a, M\k{a}dry`, 'Håstad, Bjørklund, ça, Mądry'],
  [String.raw`he said \"hello\" to \"Osterreich`, 'he said "hello" to Österreich'],
  [String.raw`GPT-4\'s and na\"ive \'San`, "GPT-4's and naïve Śan"],
  ['14{,}056 of {-1, 0, 1}', '14,056 of {-1, 0, 1}'],
  // styles
  [
    String.raw`{\em a} {\bf b} \emph{c \textbf{d}}`,
    '<em>a</em> <strong>b</strong> <em>c <strong>d</strong></em>',
    'a b c d',
  ],
  [
    String.raw`\texttt{f\_x} \verb|a{b| R\textsuperscript{2}`,
    '<code>f_x</code> <code>a{b</code> R<sup>2</sup>',
    'f_x a{b R²',
  ],
  [String.raw`{\sc Max} \textsc{Cut} \underline{S}ynergy`, 'Max Cut Synergy'],
  // characters
  [String.raw`50\% of R\&D, a\_b \#1 \$5`, '50% of R&#x26;D, a_b #1 $5', '50% of R&D, a_b #1 $5'],
  [
    'the jailbreaksx2013methods (ICL)x2014their, 1920x2013 and x20137',
    'the jailbreaks–methods (ICL)—their, 1920x2013 and x20137',
  ],
  [String.raw`one$\unicode{x2014}$two, $\unicode{8211}$`, 'one—two, –'],
  [String.raw`valued at \1 million and \$5; \3) and \.`, String.raw`valued at $1 million and $5; \3) and \.`],
  // colours
  [
    'red{Warning: x} at mypink{https://a.org/b}; tired{x}, a red {x}',
    'Warning: x at <a href="https://a.org/b">https://a.org/b</a>; tired{x}, a red {x}',
    'Warning: x at https://a.org/b; tired{x}, a red {x}',
  ],
  ["``quoted'' ``half\" `one' isn't 5''", "“quoted” “half” ‘one’ isn't 5''"],
  ["the \"mixed bias.'' and \"plain\" 5''; \"it's one''", "the “mixed bias.” and \"plain\" 5''; “it's one”"],
  ['Student`s-t, `cat.n.01` and x`y', 'Student’s-t, `cat.n.01` and x`y'],
  // Markdown
  [
    'the **C**hinese **token\nReOrdering (PARO)** and *fail less*, but 2*3*4, A* or B*, *-rings, **',
    'the <strong>C</strong>hinese <strong>token ReOrdering (PARO)</strong> and <em>fail less</em>, but 2*3*4, A* or B*, *-rings, **',
    'the Chinese token ReOrdering (PARO) and fail less, but 2*3*4, A* or B*, *-rings, **',
  ],
  [
    'is [here](https://a.org/x_y). [a.org/b](a.org/b), [Section 6](2014), [x](javascript:y)',
    'is <a href="https://a.org/x_y">here</a>. <a href="https://a.org/b">a.org/b</a>, [Section 6](2014), [x](javascript:y)',
    'is here. a.org/b, [Section 6](2014), [x](javascript:y)',
  ],
  [
    'a--b, a -- b, a---b, run --flag, <!-- x -->',
    'a–b, a – b, a—b, run --flag, &#x3C;!-- x -->',
    'a–b, a – b, a—b, run --flag, <!-- x -->',
  ],
  ['pp.~3, ~10, 5~6', 'pp.\u00a03, ~10, 5~6'],
  ['Bench~ https, as in~\n[1]; a set~, a ~ b', 'Bench https, as in [1]; a set, a ~ b'],
  [String.raw`one\\two`, 'one<br>\ntwo', 'one two'],
  // macros
  [String.raw`we present \method, \ie a \method{} of \etal`, 'we present method, i.e. a method of et al.'],
  [String.raw`\algname{M-LCB} \foo\xspace bar \color{red} x`, 'M-LCB foo bar x'],
  [
    String.raw`as in \cite[p.~2]{knuth} (Lemma \ref{l:1})\footnote{A note.}`,
    'as in [knuth] (Lemma l:1) (A note.)',
  ],
  // braces
  ['set {1, 2}, sqrt{p}{x}, D{=}1, open { brace', 'set {1, 2}, sqrt{p}{x}, D{=}1, open { brace'],
  [
    'the {3D GU} and {GU\n3}+{Gpt-4} of ({Grad}ient {Sentry}), {a}, {2x}, x_{max}, Qwen-{Base}, name{value}, {sim}11, {True, False}',
    'the 3D GU and GU 3+Gpt-4 of (Gradient Sentry), {a}, {2x}, x_{max}, Qwen-{Base}, name{value}, {sim}11, {True, False}',
  ],
  // mathematics that stands outside of formulas
  [String.raw`\alpha-stable, {\Omega}(n), k \geq 1`, 'α-stable, Ω(n), k ≥ 1'],
  ['costs $5 and $10', 'costs $5 and $10'],
  ['for all $ that are then lost we show $ x', 'for all $ that are then lost we show $ x'],
  // hostile
  ['<script>alert(1)</script>', '&#x3C;script>alert(1)&#x3C;/script>', '<script>alert(1)</script>'],
  [String.raw`\href{javascript:alert(1)}{x} \url{data:text/html,x}`, 'x data:text/html,x'],
  ['a\u202eb\u0000c\ud800d', 'abcd'],
];

describe('readText', () => {
  it.each(rows)('%s', (source, html, plain) => {
    const text = restored(source);
    expect(renderAbstract(text).html).toBe(`<p>${html}</p>`);
    expect(toPlain(text)).toBe(plain ?? html);
  });

  it('makes paragraphs of blank lines', () => {
    expect(renderAbstract(restored('a\nb\n\n  c \n \n')).html).toBe('<p>a b</p>\n<p>c</p>');
  });

  it('leaves a formula that KaTeX rejects as the text it was, and says so', () => {
    const { html, messages } = renderAbstract(restored(String.raw`so $\nope{x}$ it is`));
    expect(html).toBe(String.raw`<p>so $\nope{x}$ it is</p>`);
    expect(messages).toEqual([
      String.raw`The formula “\nope{x}” is shown as text, because it cannot be typeset: Undefined control sequence: \nope.`,
    ]);
  });

  it('shows a reconstruction that KaTeX rejects as the feed had it', () => {
    const formula = { tex: '\\nope', confidence: 0.9, lossy: false, reconstructed: true };
    const text = { text: 'a $\\nope$ b', formulas: [{ start: 2, end: 9, ...formula }] };
    expect(renderAbstract(text).html).toBe('<p>a nope b</p>');
  });

  it('shows what comes after the first 1,000 formulas of a text as text', () => {
    const { messages, html } = renderAbstract(restored('$x$ '.repeat(1001)));
    expect(html.match(/<math/g)).toHaveLength(1000);
    expect(messages).toEqual([
      'The formula “x” is shown as text, because it cannot be typeset: the text has more than 1000 formulas.',
    ]);
  });
});

describe('linksOf', () => {
  it('finds every address once, without the punctuation around it', () => {
    const text = String.raw`\href{https://github.com/a/b\_c}{Code}, https://a.org/x(y)). Data: https://zenodo.org/records/1{here}
      (https://me.github.io/p/). Again https://github.com/a/b_c! www.b.org, gitlab.com/x/y; \url{javascript:x} https://`;
    expect(linksOf(restored(text), new FormulaCache())).toEqual([
      { kind: 'code', url: 'https://github.com/a/b_c' },
      { kind: 'other', url: 'https://a.org/x(y)' },
      { kind: 'data', url: 'https://zenodo.org/records/1' },
      { kind: 'project', url: 'https://me.github.io/p/' },
      { kind: 'other', url: 'https://www.b.org/' },
      { kind: 'code', url: 'https://gitlab.com/x/y' },
    ]);
  });

  it('gives a link the text that is glued to it', () => {
    expect(renderAbstract(restored('see https://a.org/x{the page}.')).html).toBe(
      '<p>see <a href="https://a.org/x">the page</a>.</p>',
    );
  });
});
