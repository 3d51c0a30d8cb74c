import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { toMathml } from '#abstracts/feed-html.ts';
import { feedMathml } from '#abstracts/feed-mathml.ts';
import { FormulaCache } from '#abstracts/formula-cache.ts';
import { mathCss } from '#abstracts/math-css.ts';
import { processed, processorWith } from '#abstracts/processor.ts';
import { readText } from '#abstracts/read-text.ts';
import { renderAbstract, toPlain } from '#abstracts/render.ts';
import type { RestoredText } from '#abstracts/schema.ts';
import { formulasOf } from '#restore/restore.ts';

const corpus = new URL('../../../shared/corpus/arxiv-abstracts.jsonl.gz', import.meta.url);
const everyNth = 8;

/**
 * `npm run bench -- abstracts`: microseconds an abstract of the corpus takes, and the bytes of its formulas. The
 * baseline is the unified processor for every text, with formulas typeset anew.
 */
export function benchAbstracts(): Promise<void> {
  const texts = sample();
  const warm = new FormulaCache();
  const rendered = texts.map((text) => renderAbstract(text, warm));
  const rows: [string, (text: RestoredText) => unknown][] = [
    ['baseline: unified, no cache', baseline],
    ['page, no cache', (text) => renderAbstract(text, new FormulaCache())],
    ['page, formulas cached', (text) => renderAbstract(text, warm)],
    ['feed (MathML), cached', (text) => toMathml(text, warm)],
    ['plain text, cached', (text) => toPlain(text, warm)],
  ];
  console.log(
    `${texts.length} abstracts, ${texts.reduce((sum, { formulas }) => sum + formulas.length, 0)} formulas`,
  );
  for (const [name, render] of rows)
    console.log(`${name.padEnd(30)} ${microseconds(texts, render)} µs an abstract`);

  const formulas = texts.flatMap(({ formulas }) => formulas.map(({ tex }) => warm.typeset(tex, false)));
  const typeset = formulas.flatMap((formula) => ('error' in formula ? [] : [formula.html]));
  console.log(
    `rejected by KaTeX              ${(100 * (1 - typeset.length / formulas.length)).toFixed(1)} %`,
  );
  console.log(`HTML and MathML                ${mean(typeset.map((html) => html.length))} bytes a formula`);
  console.log(
    `MathML of feeds                ${mean(typeset.map((html) => feedMathml(html).length))} bytes a formula`,
  );
  console.log(
    `math.css                       ${mathCss(rendered.flatMap(({ styles }) => styles)).length} bytes`,
  );
  return Promise.resolve();
}

function sample(): RestoredText[] {
  const lines = gunzipSync(readFileSync(corpus)).toString().trimEnd().split('\n');
  return lines
    .filter((_, index) => index % everyNth === 0)
    .map((line) => {
      const { abstract } = JSON.parse(line) as { abstract: string };
      return { text: abstract, formulas: formulasOf(abstract) };
    });
}

function baseline(text: RestoredText): string {
  const formulas = new FormulaCache();
  return processed(processorWith(formulas), readText(text, formulas).paragraphs, false);
}

function microseconds(texts: readonly RestoredText[], render: (text: RestoredText) => unknown): string {
  const start = performance.now();
  for (const text of texts) render(text);
  return ((1000 * (performance.now() - start)) / texts.length).toFixed(0).padStart(6);
}

function mean(values: readonly number[]): string {
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(0);
}
