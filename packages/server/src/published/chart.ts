/** Charts as inline SVG without script or style: bars, columns, lines. Every one is drawn for 360 units and scales. */
import { escapeHtml } from '../shell-text.ts';
import type { Html } from './language.ts';

const WIDTH = 360;

export interface Bar {
  readonly label: string;
  /** As it is written at the end of the bar. */
  readonly text: string;
  /** From nought up; a bar that is not known has none. */
  readonly value: number | undefined;
  /** Class of the colour. */
  readonly look: string;
}

const svg = (height: number, title: string, body: string): Html =>
  `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(title)}">${body}</svg>`;
const fixed = (value: number): string => String(Math.round(value * 10) / 10);
const text = (x: number, y: number, words: string, look = '', anchor = 'start'): string =>
  `<text x="${fixed(x)}" y="${fixed(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${look === '' ? '' : ` class="${look}"`}>${escapeHtml(words)}</text>`;

/** Bars lying under each other, each with its name and figure above. */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const step = 36;
  const largest = Math.max(...bars.map(({ value }) => value ?? 0), Number.MIN_VALUE);
  const rows = bars.map(({ label, text: figure, value, look }, i) => {
    const y = i * step;
    const bar =
      value === undefined
        ? `<rect x="0.5" y="${y + 19.5}" width="359" height="9" class="unknown"/>`
        : `<rect y="${y + 19}" width="${fixed(Math.max(1, (WIDTH * Math.max(0, value)) / largest))}" height="10" class="${look}"/>`;
    return `${text(0, y + 13, label)}${text(WIDTH, y + 13, figure, 'v', 'end')}${bar}`;
  });
  return svg(bars.length * step, title, rows.join(''));
}

/** A tick of an axis, at a place of it. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface Line {
  readonly label: string;
  readonly look: string;
  /** Beside the years of the chart. */
  readonly values: readonly number[];
}

export interface LineChart {
  readonly title: string;
  readonly years: readonly number[];
  readonly lines: readonly Line[];
  /** Low and high of a range around one line. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] };
  /** What was counted, year by year. */
  readonly dots?: readonly { readonly year: number; readonly value: number; readonly label: string }[];
  readonly yearTicks: readonly Tick[];
  /** Writes a value of the axis; nought is always written. */
  readonly write: (value: number) => string;
}

const TOP = 10;
const BOTTOM = 196;
const LEFT = 46;
const RIGHT = 262;

/** Lines over years, each named at its end. */
export function lineChart(chart: LineChart): Html {
  const { title, years, lines, band, dots = [], yearTicks, write } = chart;
  const all = [...lines.flatMap(({ values }) => values), ...(band?.high ?? []), ...dots.map(({ value }) => value), 0];
  const ticks = niceTicks(Math.min(...all, ...(band?.low ?? [])), Math.max(...all));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const first = Math.min(years[0]!, ...dots.map(({ year }) => year));
  const last = years.at(-1)!;
  const x = (year: number) => LEFT + ((RIGHT - LEFT) * (year - first)) / Math.max(1, last - first);
  const y = (value: number) => BOTTOM - ((BOTTOM - TOP) * (value - low)) / (high - low);
  const grid = ticks.map(
    (value) =>
      `<line x1="${LEFT}" x2="${RIGHT}" y1="${fixed(y(value))}" y2="${fixed(y(value))}" class="${value === 0 ? 'zero' : 'grid'}"/>${text(LEFT - 5, y(value) + 4, write(value), 'q', 'end')}`,
  );
  const axis = yearTicks.map(({ at, label }) => text(x(at), BOTTOM + 18, label, 'q', 'middle'));
  const path = (values: readonly number[]) =>
    values.map((value, i) => `${i === 0 ? 'M' : 'L'}${fixed(x(years[i]!))} ${fixed(y(value))}`).join('');
  const range = band
    ? `<path class="band" d="${path(band.high)}${[...band.low.keys()].reverse().map((i) => `L${fixed(x(years[i]!))} ${fixed(y(band.low[i]!))}`).join('')}Z"/>` // prettier-ignore
    : '';
  const drawn = lines.map(({ values, look }) => `<path class="line ${look}" d="${path(values)}"/>`);
  const ends = apart(lines.map(({ values }) => y(values.at(-1)!)));
  const names = lines.map(({ label, look }, i) => text(RIGHT + 6, ends[i]! + 4, label, `n ${look}`));
  const marks = dots.map(
    ({ year, value, label }) =>
      `<circle cx="${fixed(x(year))}" cy="${fixed(y(value))}" r="4.5" class="dot"><title>${escapeHtml(label)}</title></circle>`,
  );
  return svg(BOTTOM + 26, title, [...grid, ...axis, range, ...drawn, ...marks, ...names].join(''));
}

/** Round values that hold a range, nought among them. */
export function niceTicks(low: number, high: number, wanted = 4): readonly number[] {
  // Where everything is nought an axis of one is drawn.
  const span = high - low > 1e-9 ? high - low : 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10);
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);
}

/** Move labels so far apart that none covers another; each stays as near as it can to its own place. */
export function apart(places: readonly number[], room = 14): readonly number[] {
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]!);
  const placed = [...places];
  for (let turn = 0; turn < 20; turn++) {
    for (let i = 1; i < order.length; i++) {
      const [above, below] = [order[i - 1]!, order[i]!];
      const lack = room - (placed[below]! - placed[above]!);
      if (lack <= 0) continue;
      placed[above]! -= lack / 2;
      placed[below]! += lack / 2;
    }
    const over = placed[order.at(-1) ?? 0]! - BOTTOM;
    if (over > 0) placed[order.at(-1)!]! -= over;
  }
  return placed;
}

/** Columns side by side, such as money by years. */
export function columnChart(title: string, columns: readonly Bar[]): Html {
  const height = 120;
  const largest = Math.max(...columns.map(({ value }) => value ?? 0), Number.MIN_VALUE);
  const room = WIDTH / Math.max(1, columns.length);
  const drawn = columns.map(({ label, text: figure, value = 0, look }, i) => {
    const tall = (height * Math.max(0, value)) / largest;
    const x = i * room + room * 0.14;
    return `<rect x="${fixed(x)}" y="${fixed(20 + height - tall)}" width="${fixed(room * 0.72)}" height="${fixed(tall)}" class="${look}"/>${text(x + room * 0.36, 15 + height - tall, figure, 'v', 'middle')}${text(x + room * 0.36, 36 + height, label, 'q', 'middle')}`;
  });
  const base = `<line x1="0" x2="${WIDTH}" y1="${20 + height}" y2="${20 + height}" class="zero"/>`;
  return svg(height + 42, title, drawn.join('') + base);
}

/** One share of a whole as a thin bar; the figure stands beside it in words. */
export const shareBar = (share: number, look: string): Html =>
  `<svg class="share" viewBox="0 0 ${WIDTH} 6" aria-hidden="true"><rect width="${WIDTH}" height="6" class="rest"/><rect width="${fixed(WIDTH * Math.min(1, Math.max(0, share)))}" height="6" class="${look}"/></svg>`;
