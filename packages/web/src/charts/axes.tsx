/** Axes shared by the charts over time: a few quiet grid lines, an honest zero, round years. */
import type { ScaleLinear } from 'd3-scale';

interface ValueAxisProps {
  readonly scale: ScaleLinear<number, number>;
  readonly from: number;
  readonly to: number;
  readonly format: (value: number) => string;
  readonly count?: number;
}

/** Horizontal grid lines with their values above the line's start. */
export function ValueAxis({ scale, from, to, format, count = 4 }: ValueAxisProps) {
  return (
    <g className="axis" aria-hidden="true">
      {scale.ticks(count).map((tick) => (
        <g key={tick} transform={`translate(0,${scale(tick)})`}>
          <line x1={from} x2={to} className={tick === 0 ? 'zero' : 'grid'} />
          <text x={from} y={-4}>
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Round years within a range, as many as fit: every 5 or 10 years, the first and last always. */
export function yearTicks(first: number, last: number, width: number): readonly number[] {
  const step = width < 420 ? 10 : 5;
  const ticks = [first];
  for (let year = Math.ceil((first + 1) / step) * step; year <= last; year += step) {
    if (year - first >= step * 0.5) ticks.push(year);
  }
  return ticks;
}

interface YearAxisProps {
  readonly years: readonly number[];
  readonly scale: (year: number) => number;
  readonly y: number;
  readonly width: number;
  readonly format: (year: number) => string;
}

export function YearAxis({ years, scale, y, width, format }: YearAxisProps) {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <g className="axis" aria-hidden="true">
      {yearTicks(first, last, width).map((tick) => (
        <text
          key={tick}
          x={scale(tick)}
          y={y + 16}
          textAnchor={tick === first ? 'start' : tick === last ? 'end' : 'middle'}
        >
          {format(tick)}
        </text>
      ))}
    </g>
  );
}
