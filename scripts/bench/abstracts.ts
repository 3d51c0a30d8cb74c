import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import katex from 'katex';
import { toMathml } from '#abstracts/feed-html.ts';
import { feedMathml } from '#abstracts/feed-mathml.ts';
import { FormulaCache } from '#abstracts/formula-cache.ts';
import { katexOptions, katexSource } from '#abstracts/katex-options.ts';
import { mathCss } from '#abstracts/math-css.ts';
import { processed, processorWith } from '#abstracts/processor.ts';
import { readText } from '#abstracts/read-text.ts';
import { renderAbstract, toPlain } from '#abstracts/render.ts';
import type { RestoredText } from '#abstracts/schema.ts';
import { formulasOf } from '#restore/formulas-of.ts';
import { formulaStoreIn } from '../build/formula-store.ts';

const corpus = new URL('../../../shared/corpus/arxiv-abstracts.jsonl.gz', import.meta.url);
const everyNth = 8;

/**
 * `npm run bench -- abstracts`: microseconds an abstract of the corpus takes, and the bytes of its formulas. The
 * baseline is the unified processor for every text, with formulas typeset anew; cached ones are in the file that builds
 * keep.
 */
export function benchAbstracts(): Promise<void> {
  const texts = sample();
  const folder = mkdtempSync(join(tmpdir(), 'digest-formulas-'));
  const first = new FormulaCache();
  const rendered = texts.map((text) => renderAbstract(text, first));
  const store = formulaStoreIn(folder);
  store.append(first.takeAdded());
  const warm = new FormulaCache(store);
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

  const formulas = texts.flatMap(({ formulas }) =>
    formulas.map(({ tex }) => ({ tex, formula: warm.typeset(tex, false) })),
  );
  const shown = formulas.flatMap(({ tex, formula }) =>
    'error' in formula ? [] : [{ tex, html: formula.html }],
  );
  const typeset = shown.map(({ html }) => html);
  console.log(
    `rejected by KaTeX              ${(100 * (1 - typeset.length / formulas.length)).toFixed(1)} %`,
  );
  console.log(
    `KaTeX’s own output             ${mean(shown.map(({ tex }) => katexBytes(tex)))} bytes a formula`,
  );
  console.log(`HTML and MathML                ${mean(typeset.map((html) => html.length))} bytes a formula`);
  console.log(
    `MathML of feeds                ${mean(typeset.map((html) => feedMathml(html).length))} bytes a formula`,
  );
  console.log(
    `math.css                       ${mathCss(rendered.flatMap(({ styles }) => styles)).length} bytes`,
  );
  rmSync(folder, { recursive: true });
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

/** What KaTeX makes of a formula without this project's classes in the place of styles. */
const katexBytes = (tex: string): number =>
  katex.renderToString(katexSource(tex), katexOptions(false)).length;

function microseconds(texts: readonly RestoredText[], render: (text: RestoredText) => unknown): string {
  const start = performance.now();
  for (const text of texts) render(text);
  return ((1000 * (performance.now() - start)) / texts.length).toFixed(0).padStart(6);
}

function mean(values: readonly number[]): string {
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(0);
}
