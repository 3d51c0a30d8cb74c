import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { restore } from '#restore/restore.ts';
import { goldAbstracts, type GoldAbstract } from './restore-data.ts';
import { restoreByRules } from './restore-rules.ts';
import { sharedScorer, type Score } from './scorer.ts';

const columns = [
  'abstracts',
  'span F1',
  'identical',
  'nontrivial',
  'visible',
  'visible soft',
  'wholly right',
  'KaTeX errors',
  'unconfirmed',
];

/**
 * Scores the restoring on held-out abstracts beside two baselines.
 *
 * `--part dev` takes the part that may be looked at; `--every 5` every fifth abstract; `--errors file` writes
 * what went wrong as JSON lines (of the dev part only: nothing is to be learnt from the test part).
 */
export async function evaluateRestore(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      part: { type: 'string', default: 'test' },
      every: { type: 'string', default: '1' },
      errors: { type: 'string' },
    },
  });
  const part = values.part === 'dev' ? 'dev' : 'test';
  const evaluate = await sharedScorer();
  const gold = goldAbstracts(part, Number(values.every));
  const math = gold.filter((abstract) => abstract.math);
  const prose = gold.filter((abstract) => !abstract.math);
  const subsets: [string, GoldAbstract[]][] = [
    ['all', math],
    ['theory', math.filter(({ theory }) => theory)],
    ['2025-26', math.filter(({ recent }) => recent)],
    ['2025-26, no theory', math.filter(({ recent, theory }) => recent && !theory)],
    ['up to 2024', math.filter(({ recent }) => !recent)],
  ];
  const methods: [string, (abstract: GoldAbstract) => string][] = [
    ['no restoring', ({ damaged }) => damaged],
    ['rules only', ({ damaged }) => restoreByRules(damaged)],
    ['restore', ({ damaged, title }) => restore(damaged, { title }).text],
  ];
  for (const abstract of gold.slice(0, 200)) restore(abstract.damaged, { title: abstract.title });
  for (const [method, apply] of methods) {
    const started = performance.now();
    const predicted = gold.map((abstract) => ({ id: abstract.id, restored: apply(abstract) }));
    const msPerAbstract = (performance.now() - started) / gold.length;
    console.log(`\n${method}: ${msPerAbstract.toFixed(2)} ms an abstract, ${part} part`);
    const rows = subsets.map(([name, abstracts]) => [
      name,
      row(abstracts.length, evaluate(abstracts, predicted)),
    ]);
    console.table(Object.fromEntries(rows));
    for (const [name, abstracts] of [
      ['all', prose],
      ['2025-26', prose.filter(({ recent }) => recent)],
    ] as const) {
      const { prose: score } = evaluate(abstracts, predicted);
      console.log(
        `without math, ${name}: ${abstracts.length} abstracts, false visible math in ${percent(score?.share_visible_nontrivial)}, any in ${percent(score?.share)}`,
      );
    }
    if (values.errors && method === 'restore' && part === 'dev') {
      const errors: unknown[] = [];
      evaluate(gold, predicted, { E: errors });
      writeFileSync(values.errors, errors.map((error) => `${JSON.stringify(error)}\n`).join(''));
    }
  }
}

function row(count: number, score: Score): Record<string, number> {
  const { all, nontrivial, visible } = score.formulas;
  const values = [
    count,
    score.span.F1,
    all.identical,
    nontrivial.identical,
    visible.identical,
    visible.soft,
    score.abstracts_fully_soft,
    score.katex_errors,
    score.unsound,
  ];
  return Object.fromEntries(columns.map((column, i) => [column, values[i]!]));
}

function percent(share: number | undefined): string {
  return `${((share ?? 0) * 100).toFixed(2)} %`;
}
