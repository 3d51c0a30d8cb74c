import type { BylineUnit, TextUnit } from './text-units.ts';

/** What a text unit is: a title, the (first paragraph of the) abstract, a further paragraph of it, or neither. */
export type UnitLabel = 'title' | 'abstract' | 'continuation' | 'orphan';

const LABELS = ['title', 'abstract', 'continuation', 'orphan'] as const;

/*
 * Costs of one label after another, in the order of LABELS; a high number is a rare event, 0 the normal course.
 * The row `start` is also that after a byline, which ends an entry.
 */
const AFTER: Record<UnitLabel | 'start', readonly [number, number, number, number]> = {
  start: [0, 60, 60, 8],
  title: [8, 0, 60, 60],
  abstract: [0, 60, 5, 60],
  continuation: [0, 60, 5, 60],
  orphan: [0, 60, 60, 5],
};

/** A title that ends an entry with its byline has no abstract. */
const costOfBylineAfterTitle = 3;

/**
 * Labels the text units of a page (in the order in which they occur among all units) by the cheapest sequence: a
 * shortest path over the labels with costs for lengths, full stops and transitions. It reads the normal alternation
 * of title and abstract, and recovers where a title lacks its abstract or an abstract has several paragraphs.
 */
export function labelUnits(units: readonly (TextUnit | BylineUnit)[]): UnitLabel[] {
  const choices: UnitLabel[][] = [];
  let costs: number[] | null = null;
  let isEntryClosed = true;
  const texts = units.filter((unit) => unit.kind === 'text');
  for (const unit of units) {
    if (unit.kind === 'byline') {
      if (unit.byline.count === undefined) isEntryClosed = true;
      continue;
    }
    const previous: number[] | null = costs;
    const choice: UnitLabel[] = [];
    const isLast = unit === texts.at(-1);
    costs = LABELS.map((label, to) => {
      let best = Infinity;
      let from: UnitLabel = 'title';
      if (previous === null) best = AFTER.start[to] ?? 0;
      else {
        LABELS.forEach((candidate, index) => {
          const step = isEntryClosed
            ? (AFTER.start[to] ?? 0) + (candidate === 'title' ? costOfBylineAfterTitle : 0)
            : (AFTER[candidate][to] ?? 0);
          const total = (previous[index] ?? Infinity) + step;
          if (total < best) {
            best = total;
            from = candidate;
          }
        });
      }
      choice.push(from);
      return best + unitCost(label, unit.text, isLast);
    });
    choices.push(choice);
    isEntryClosed = false;
  }
  return tracedBack(choices, costs);
}

function unitCost(label: UnitLabel, text: string, isLast: boolean): number {
  const { length } = text;
  const endsSentence = /[.!?…]["'”’)\]]?$/.test(text);
  if (label === 'title') {
    const tooLong =
      length <= 140 ? 0 : length <= 180 ? 2 : length <= 250 ? 5 : Math.min(5 + (length - 250) / 20, 40);
    return tooLong + (text.endsWith('.') ? 3 : 0) + (/https?:\/\//.test(text) ? 6 : 0);
  }
  const tooShort = length >= 250 ? 0 : length >= 150 ? 1 : length >= 80 ? 4 : 8;
  return tooShort + (endsSentence || isLast ? 0 : 3);
}

function tracedBack(choices: UnitLabel[][], costs: number[] | null): UnitLabel[] {
  if (costs === null) return [];
  let label: UnitLabel = LABELS[costs.indexOf(Math.min(...costs))] ?? 'title';
  const labels: UnitLabel[] = [];
  for (let index = choices.length - 1; index >= 0; index -= 1) {
    labels.push(label);
    label = choices[index]?.[LABELS.indexOf(label)] ?? 'title';
  }
  return labels.reverse();
}
