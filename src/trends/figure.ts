import { scaleBand, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { describeShares, percent, type FigureMonth } from './describe-shares.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => escapes[char]!);
const rounded = (value: number): number => Math.round(value * 10) / 10;

const spark = { width: 120, height: 24, edge: 2.5 };

/**
 * The shares of a topic by month as a line without axes: an SVG string that takes its colours from classes. A month
 * without papers leaves a gap; a month between two gaps is a dot. `name` is what the shares are of.
 */
export function shareSpark(name: string, months: readonly FigureMonth[]): string {
  const most = Math.max(...months.map(({ share }) => share ?? 0), 0.001);
  const x = scaleLinear([0, Math.max(1, months.length - 1)], [spark.edge, spark.width - spark.edge]);
  const y = scaleLinear([0, most], [spark.height - spark.edge, spark.edge]);
  const { path, dots } = shapes(months, x, y);
  return svg('share-spark', spark, describeShares(name, months), [
    `<path class="share-line" d="${path}"></path>`,
    dots,
  ]);
}

const figure = { width: 640, height: 180 };
const margin = { top: 12, right: 8, bottom: 24, left: 44 };
const maxLabels = 6;

/** The same as a figure with axes. */
export function shareFigure(name: string, months: readonly FigureMonth[]): string {
  const band = scaleBand<number>([...months.keys()], [margin.left, figure.width - margin.right]);
  const most = Math.max(...months.map(({ share }) => share ?? 0), 0.01);
  const y = scaleLinear([0, most], [figure.height - margin.bottom, margin.top]).nice(3);
  const x = (place: number) => band(place)! + band.bandwidth() / 2;
  const { path, fill, dots } = shapes(months, x, y);
  const grid = y.ticks(3).map((tick) => {
    const at = rounded(y(tick));
    return (
      `<line class="figure-grid" x1="${margin.left}" x2="${figure.width - margin.right}" y1="${at}" y2="${at}"></line>` +
      `<text class="figure-label" x="${margin.left - 6}" y="${at + 4}" text-anchor="end">${percent(tick)}</text>`
    );
  });
  const every = Math.ceil(months.length / maxLabels);
  const labels = months.map(({ label }, place) => {
    const fromEnd = months.length - 1 - place;
    if (fromEnd % every !== 0) return '';
    const anchor = fromEnd === 0 && months.length > maxLabels ? 'end' : 'middle';
    return `<text class="figure-label" x="${rounded(x(place))}" y="${figure.height - 6}" text-anchor="${anchor}">${escape(label)}</text>`;
  });
  return svg('share-figure', figure, describeShares(name, months), [
    ...grid,
    `<path class="share-area" d="${fill}"></path>`,
    `<path class="share-line" d="${path}"></path>`,
    dots,
    ...labels,
  ]);
}

function svg(
  name: string,
  { width, height }: { width: number; height: number },
  text: string,
  parts: readonly string[],
): string {
  return `<svg class="${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(text)}">${parts.join('')}</svg>`;
}

function shapes(
  months: readonly FigureMonth[],
  x: (place: number) => number,
  y: (share: number) => number,
): { path: string; fill: string; dots: string } {
  const points = months.map(({ share }, place) => ({
    share,
    x: rounded(x(place)),
    y: rounded(y(share ?? 0)),
  }));
  type Point = (typeof points)[number];
  const known = (point: Point | undefined) => point !== undefined && point.share !== null;
  const lone = points.filter(
    (point, place) => known(point) && !known(points[place - 1]) && !known(points[place + 1]),
  );
  const path = line<Point>()
    .defined(known)
    .x((point) => point.x)
    .y((point) => point.y);
  const fill = area<Point>()
    .defined(known)
    .x((point) => point.x)
    .y0(rounded(y(0)))
    .y1((point) => point.y);
  return {
    path: path(points) ?? '',
    fill: fill(points) ?? '',
    dots: lone
      .map((point) => `<circle class="share-dot" cx="${point.x}" cy="${point.y}" r="2.5"></circle>`)
      .join(''),
  };
}
