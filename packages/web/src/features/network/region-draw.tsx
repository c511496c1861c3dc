/** The path of a region, drawn: without plans, with the drafted ones, and on the way to the target. Knows no state. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { memo } from 'react';
import { ValueAxis, YearAxis } from '../../charts/axes.tsx';
import { fitted, placeLabels } from '../../charts/labels.ts';
import type { RegionSeries } from './region-series.ts';

/** Lines from the top of the legend down, with the class that each is drawn in. */
export const REGION_LINES = ['reference', 'plan', 'target'] as const;
export type RegionLine = (typeof REGION_LINES)[number];
const CLASS: Readonly<Record<RegionLine, string>> = { reference: 'bau', plan: 'plan', target: 'target' };

export interface RegionWords {
  readonly description: string;
  readonly line: (line: RegionLine) => string;
  readonly value: (tonnes: number) => string;
  readonly tick: (tonnes: number) => string;
  readonly year: (year: number) => string;
}

interface RegionDrawProps {
  readonly series: RegionSeries;
  readonly width: number;
  readonly height: number;
  readonly words: RegionWords;
  /** Year under the pointer. */
  readonly year: number | undefined;
}

const TOP = 22;
const BOTTOM = 26;
const GAP = 30;

/** Scales of the chart, shared with whoever turns a pointer into a year. Zero is always in it. */
export function regionScales({ years, reference, plan, target }: RegionSeries, width: number, height: number) {
  const room = width < 480 ? 96 : 140;
  const values = [...reference, ...plan, ...target];
  const x = scaleLinear([years[0]!, years.at(-1)!], [0, width - room]);
  const y = scaleLinear([Math.min(0, ...values), Math.max(1, ...values) * 1.1], [height - BOTTOM, TOP]);
  return { x, y, room };
}

export const RegionDraw = memo(function RegionDraw({ series, width, height, words, year }: RegionDrawProps) {
  const { years } = series;
  const { x, y, room } = regionScales(series, width, height);
  const right = width - room;
  const path = line<number>(
    (_, i) => x(years[i]!),
    (tonnes) => y(tonnes),
  );
  const labels = placeLabels(
    REGION_LINES.map((id) => ({ id, text: words.line(id), y: y(series[id].at(-1)!) })),
    GAP,
    TOP,
    height - BOTTOM - 14,
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={words.description}>
      <ValueAxis scale={y} from={0} to={right} format={words.tick} />
      {REGION_LINES.map((id) => (
        <path key={id} d={path(series[id]) ?? ''} className={`line-${CLASS[id]}`} />
      ))}
      {labels.map(({ id, text, at }) => (
        <g key={id} transform={`translate(${right + 8},${at})`} className={`end-${CLASS[id as RegionLine]}`}>
          <text y={4} className="strong">
            {fitted(text, room - 8)}
          </text>
          <text y={18}>{words.value(series[id as RegionLine].at(-1)!)}</text>
        </g>
      ))}
      <YearAxis years={years} scale={x} y={height - BOTTOM} width={width} format={words.year} />
      {year !== undefined && (
        <g aria-hidden="true" className="cursor">
          <line x1={x(year)} x2={x(year)} y1={TOP} y2={height - BOTTOM} />
          {REGION_LINES.map((id) => (
            <circle key={id} cx={x(year)} cy={y(series[id][years.indexOf(year)]!)} r={3.5} />
          ))}
        </g>
      )}
    </svg>
  );
});
