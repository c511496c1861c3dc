/** The plume, drawn: two worlds with their ranges, the Paris lines, the measured record, labels at the lines. Knows no state. */
import type { ClaimBand } from '@thousand-cities/model';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { memo } from 'react';
import { ValueAxis, yearTicks } from '../../charts/axes.tsx';
import { fitted, placeLabels } from '../../charts/labels.ts';
import { PARIS_LINES, partingYear, readingOf, warmest, type PlumeSeries } from './plume-state.ts';

export interface PlumeWords {
  readonly description: string;
  readonly reference: string;
  readonly plans: string;
  readonly pollutants: string;
  readonly degrees: (kelvin: number) => string;
  readonly tick: (kelvin: number) => string;
  readonly limit: (kelvin: number) => string;
  readonly year: (year: number) => string;
}

interface PlumeDrawProps {
  readonly series: PlumeSeries;
  readonly width: number;
  readonly height: number;
  readonly words: PlumeWords;
  /** Year under the pointer. */
  readonly year: number | undefined;
}

const TOP = 16;
const BOTTOM = 26;

/** Scales of the chart, shared with whoever turns a pointer into a year. */
export function plumeScales(series: PlumeSeries, width: number, height: number) {
  const end = width < 480 ? 92 : 118;
  const x = scaleLinear([series.years[0]!, series.years.at(-1)!], [0, width - end]);
  const y = scaleLinear([0, warmest(series) * 1.04], [height - BOTTOM, TOP]);
  return { x, y, end };
}

type Scale = ReturnType<typeof plumeScales>['x'];

export const PlumeDraw = memo(function PlumeDraw({ series, width, height, words, year }: PlumeDrawProps) {
  const { x, y, end } = plumeScales(series, width, height);
  const { years } = series;
  const right = width - end;
  const from = partingYear(series);
  const path = line<number>(
    (_, i) => x(years[i]!),
    (value) => y(value),
  ).defined((_, i) => years[i]! >= from);
  const whole = line<number>(
    (_, i) => x(years[i]!),
    (value) => y(value),
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={words.description}>
      <ValueAxis scale={y} from={0} to={right} format={words.tick} />
      <Haze band={series.reference} years={years} from={years[0]!} x={x} y={y} className="plume-reference" />
      <Haze band={series.plans} years={years} from={from} x={x} y={y} className="plume-plans" />
      <ParisLines x={right} y={y} words={words} />
      <path d={whole(series.reference.middle) ?? ''} className="line-bau" />
      <path d={path(series.pollutants) ?? ''} className="line-pollutants" />
      <path d={path(series.plans.middle) ?? ''} className="line-plan" />
      <Observed series={series} x={x} y={y} />
      <EndLabels series={series} x={right + 8} y={y} height={height} room={end - 8} words={words} />
      <Years years={years} x={x} y={height - BOTTOM} width={right} format={words.year} />
      {year !== undefined && <Cursor series={series} year={year} x={x} y={y} height={height} />}
    </svg>
  );
});

interface HazeProps {
  readonly band: ClaimBand;
  readonly years: readonly number[];
  readonly from: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly className: string;
}

/** The range that nine in ten members of the ensemble lie in. */
function Haze({ band, years, from, x, y, className }: HazeProps) {
  const seen = (i: number) => years[i]! >= from;
  const shape = area<number>()
    .defined((_, i) => seen(i))
    .x((_, i) => x(years[i]!))
    .y0((_, i) => y(band.low[i]!))
    .y1((_, i) => y(band.high[i]!));
  const edge = line<number>(
    (_, i) => x(years[i]!),
    (value) => y(value),
  ).defined((_, i) => seen(i));
  return (
    <g className={className} aria-hidden="true">
      <path d={shape(band.high) ?? ''} className="plume-area" />
      <path d={edge(band.high) ?? ''} className="plume-edge" />
      <path d={edge(band.low) ?? ''} className="plume-edge" />
    </g>
  );
}

function ParisLines({ x, y, words }: { x: number; y: Scale; words: PlumeWords }) {
  return (
    <g className="paris" aria-hidden="true">
      {PARIS_LINES.map((kelvin) => (
        <g key={kelvin} transform={`translate(0,${y(kelvin)})`}>
          <line x1={0} x2={x} />
          <text x={44} y={-5} className="halo">
            {words.limit(kelvin)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Observed({ series, x, y }: { series: PlumeSeries; x: Scale; y: Scale }) {
  if (series.observed.length === 0) return null;
  const path = line<PlumeSeries['observed'][number]>(
    (point) => x(point.year),
    (point) => y(point.warming),
  );
  return <path d={path(series.observed) ?? ''} className="line-observed" />;
}

interface EndLabelsProps {
  readonly series: PlumeSeries;
  readonly x: number;
  readonly y: Scale;
  readonly height: number;
  readonly room: number;
  readonly words: PlumeWords;
}

const LABEL_GAP = 33;

function EndLabels({ series, x, y, height, room, words }: EndLabelsProps) {
  const ends = {
    reference: series.reference.middle.at(-1)!,
    pollutants: series.pollutants.at(-1)!,
    plans: series.plans.middle.at(-1)!,
  };
  const labels = (['reference', 'pollutants', 'plans'] as const).map((id) => ({ id, text: words[id], y: y(ends[id]) }));
  return placeLabels(labels, LABEL_GAP, TOP, height - BOTTOM - 14).map((label) => (
    <g key={label.id} transform={`translate(${x},${label.at})`} className={`plume-end-${label.id}`}>
      <text y={4} className="strong">
        {fitted(label.text, room)}
      </text>
      <text y={18}>{words.degrees(ends[label.id as keyof typeof ends])}</text>
    </g>
  ));
}

interface YearsProps {
  readonly years: readonly number[];
  readonly x: Scale;
  readonly y: number;
  readonly width: number;
  readonly format: (year: number) => string;
}

/** Every twenty years, the last always. */
function Years({ years, x, y, width, format }: YearsProps) {
  const [first, last] = [years[0]!, years.at(-1)!];
  const step = width < 420 ? 40 : 20;
  const ticks = yearTicks(first, last, width).filter((year) => (last - year) % step === 0);
  return (
    <g className="axis" aria-hidden="true">
      {ticks.map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={y + 16}
          textAnchor={tick === first ? 'start' : tick === last ? 'end' : 'middle'}
        >
          {format(tick)}
        </text>
      ))}
    </g>
  );
}

interface CursorProps {
  readonly series: PlumeSeries;
  readonly year: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly height: number;
}

function Cursor({ series, year, x, y, height }: CursorProps) {
  const reading = readingOf(series, year);
  if (!reading) return null;
  return (
    <g aria-hidden="true" className="cursor">
      <line x1={x(year)} x2={x(year)} y1={TOP} y2={height - BOTTOM} />
      {[reading.reference.middle, reading.plans.middle].map((value, k) => (
        <circle key={k} cx={x(year)} cy={y(value)} r={3.5} />
      ))}
    </g>
  );
}
