import { formatCount, formatNumber } from './format.ts';
import { html, type Markup } from './html.ts';

/** A row of a bar table: `href` null where there is no page. */
export interface BarRow {
  label: string;
  href: string | null;
  value: number;
}

/** A table of counts, each with a bar as long as its share of the largest. */
export function barTable(caption: string, rows: readonly BarRow[]): Markup {
  const largest = Math.max(1, ...rows.map(({ value }) => value));
  return html`<table class="bars">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <tbody>
      ${rows.map(
        ({ label, href, value }) =>
          html`<tr>
            <th scope="row">${href === null ? label : html`<a href="${href}">${label}</a>`}</th>
            <td class="bars-value">${formatNumber(value)}</td>
            <td class="bars-bar">${bar(value / largest)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function bar(share: number): Markup {
  const width = Math.round(share * 1000) / 10;
  return html`<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <rect width="${width}" height="1"></rect>
  </svg>`;
}

/** One column of a spark: `label` names its month or year in the text alternative. */
export interface SparkColumn {
  label: string;
  value: number;
}

/**
 * A row of small columns without axes, as wide as its container. The text alternative names the span and the
 * largest column; where all are zero it says so.
 */
export function spark(columns: readonly SparkColumn[], noun = 'paper'): Markup {
  const largest = Math.max(...columns.map(({ value }) => value), 0);
  const first = columns[0];
  const last = columns.at(-1);
  if (first === undefined || last === undefined || largest === 0)
    return html`<span class="spark spark-empty"></span>`;
  const top = columns.find(({ value }) => value === largest)!;
  const alternative = `${first.label} to ${last.label}; most in ${top.label}: ${formatCount(largest, noun)}`;
  const height = 20;
  return html`<svg
    class="spark"
    viewBox="0 0 ${columns.length * 4 - 1} ${height}"
    preserveAspectRatio="none"
    role="img"
    aria-label="${alternative}"
  >
    ${columns.map(({ value }, index) => {
      const size = value === 0 ? 0.5 : Math.max(1.5, Math.round((value / largest) * height * 10) / 10);
      return html`<rect
        x="${index * 4}"
        y="${Math.round((height - size) * 10) / 10}"
        width="3"
        height="${size}"
      ></rect>`;
    })}
  </svg>`;
}
