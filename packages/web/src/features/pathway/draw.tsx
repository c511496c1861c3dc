/** The pathway chart, drawn: wedges between business-as-usual and plan, target dashed, labels at the lines. Knows no state. */
import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import { memo } from 'react';
import { ValueAxis, YearAxis } from '../../charts/axes.tsx';
import { fitted, placeLabels, textWidth } from '../../charts/labels.ts';
import { HatchDefs, sectorFill } from '../../charts/sectors.tsx';
import { bandsOf, ceilingIn, highest, lowest, type Band, type PathwaySeries } from './state.ts';

export interface PathwayWords {
  readonly bau: string;
  readonly plan: string;
  readonly target: string;
  readonly description: string;
  readonly sector: (id: Band['sector']) => string;
  readonly value: (tonnes: number) => string;
  readonly tick: (tonnes: number) => string;
  readonly year: (year: number) => string;
}

interface PathwayDrawProps {
  readonly series: PathwaySeries;
  readonly width: number;
  readonly height: number;
  readonly words: PathwayWords;
  /** Year under the pointer. */
  readonly year: number | undefined;
  /** Other targets to show as thin lines. */
  readonly compare: boolean;
}

const TOP = 22;
const BOTTOM = 26;

/** Scales of the chart, shared with whoever turns a pointer into a year. */
export function pathwayScales(series: PathwaySeries, width: number, height: number) {
  const end = width < 480 ? 88 : 132;
  const first = Math.min(series.years[0]!, ...series.history.map(({ year }) => year));
  const x = scaleLinear([first, series.years.at(-1)!], [0, width - end]);
  const y = scaleLinear([lowest(series), highest(series) * 1.12], [height - BOTTOM, TOP]);
  return { x, y, end };
}

export const PathwayDraw = memo(function PathwayDraw(props: PathwayDrawProps) {
  const { series, width, height, words, year, compare } = props;
  const { years } = series;
  const { x, y, end } = pathwayScales(series, width, height);
  const at = (_: unknown, i: number) => x(years[i]!);
  const path = line<number>(at, (value) => y(value)).curve(curveMonotoneX);
  const right = width - end;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={words.description}>
      <HatchDefs />
      <ValueAxis scale={y} from={0} to={right} format={words.tick} />
      <Wedges series={series} x={x} y={y} words={words} />
      {series.fan && (
        <svg width={right} height={height - BOTTOM}>
          <FanArea series={series} x={x} y={y} />
        </svg>
      )}
      {compare && <OtherTargets series={series} x={x} y={y} />}
      <path d={path(series.bau) ?? ''} className="line-bau" />
      <path d={path(series.target) ?? ''} className="line-target" />
      <path d={path(series.plan) ?? ''} className="line-plan" />
      <History series={series} x={x} y={y} />
      <EndLabels series={series} x={right + 8} y={y} height={height} room={end - 8} words={words} />
      <YearAxis
        years={[x.domain()[0]!, years.at(-1)!]}
        scale={x}
        y={height - BOTTOM}
        width={width}
        format={words.year}
      />
      {year !== undefined && <Cursor series={series} year={year} x={x} y={y} height={height} />}
    </svg>
  );
});

type Scale = ReturnType<typeof pathwayScales>['x'];
interface LayerProps {
  readonly series: PathwaySeries;
  readonly x: Scale;
  readonly y: Scale;
}

function Wedges({ series, x, y, words }: LayerProps & { words: PathwayWords }) {
  const { years } = series;
  return bandsOf(series).map((band) => {
    const shape = area<number>()
      .x((_, i) => x(years[i]!))
      .y0((_, i) => y(band.bottom[i]!))
      .y1((_, i) => y(band.top[i]!))
      .curve(curveMonotoneX);
    return (
      <g key={band.sector}>
        <path d={shape(band.top as number[]) ?? ''} fill={sectorFill(band.sector)} className="wedge" />
        <WedgeLabel band={band} years={years} x={x} y={y} text={words.sector(band.sector)} />
      </g>
    );
  });
}

/** The wedge's name where it is thickest, if it fits there. */
function WedgeLabel({
  band,
  years,
  x,
  y,
  text,
}: {
  band: Band;
  years: readonly number[];
  x: Scale;
  y: Scale;
  text: string;
}) {
  const last = years.length - 1;
  const at = Math.round(last * 0.8);
  const thick = y(band.bottom[at]!) - y(band.top[at]!);
  const room = (x(years[last]!) - x(years[0]!)) * 0.42;
  const shown = fitted(text, room);
  if (thick < 15 || shown === '') return null;
  return (
    <text
      x={x(years[last]!) - 8}
      y={(y(band.bottom[last]!) + y(band.top[last]!)) / 2 + 4}
      textAnchor="end"
      className={`wedge-label on-${band.sector}`}
    >
      {shown}
    </text>
  );
}

function FanArea({ series, x, y }: LayerProps) {
  const { fan, years } = series;
  if (!fan) return null;
  const shape = (low: readonly number[], high: readonly number[]) =>
    area<number>()
      .x((_, i) => x(years[i]!))
      .y0((_, i) => y(low[i]!))
      .y1((_, i) => y(high[i]!))
      .curve(curveMonotoneX)(high as number[]) ?? '';
  const edge = line<number>(
    (_, i) => x(years[i]!),
    (value) => y(value),
  ).curve(curveMonotoneX);
  return (
    <g className="fan" aria-hidden="true">
      <path d={shape(fan.p05, fan.p95)} className="fan-area" />
      <path d={edge(fan.p95 as number[]) ?? ''} className="fan-edge" />
      <path d={edge(fan.p05 as number[]) ?? ''} className="fan-edge" />
    </g>
  );
}

function OtherTargets({ series, x, y }: LayerProps) {
  return series.targets
    .filter(({ id }) => id !== series.mainTarget)
    .map((target) => {
      const points = series.years.flatMap((year) => {
        const ceiling = ceilingIn(target, year);
        return ceiling === undefined ? [] : [[x(year), y(ceiling)] as [number, number]];
      });
      return <path key={target.id} d={line()(points) ?? ''} className="line-other" />;
    });
}

function History({ series, x, y }: LayerProps) {
  if (series.history.length === 0) return null;
  const points = [
    ...series.history.map(({ year, tonnes }) => [x(year), y(tonnes)] as [number, number]),
    [x(series.years[0]!), y(series.bau[0]!)] as [number, number],
  ];
  return (
    <g>
      <path d={line()(points) ?? ''} className="line-history" />
      {points.map(([px, py]) => (
        <circle key={px} cx={px} cy={py} r={2.5} className="dot-history" />
      ))}
    </g>
  );
}

interface EndLabelsProps {
  readonly series: PathwaySeries;
  readonly x: number;
  readonly y: Scale;
  readonly height: number;
  readonly room: number;
  readonly words: PathwayWords;
}

function EndLabels({ series, x, y, height, room, words }: EndLabelsProps) {
  const same = series.wedges.length === 0;
  const labels = placeLabels(
    [
      { id: 'bau', text: words.bau, y: y(series.bau.at(-1)!) },
      ...(same ? [] : [{ id: 'plan', text: words.plan, y: y(series.plan.at(-1)!) }]),
      { id: 'target', text: words.target, y: y(series.target.at(-1)!) },
    ],
    30,
    TOP,
    height - BOTTOM - 14,
  );
  const value = { bau: series.bau.at(-1)!, plan: series.plan.at(-1)!, target: series.target.at(-1)! };
  return labels.map((label) => (
    <g key={label.id} transform={`translate(${x},${label.at})`} className={`end-${label.id}`}>
      <text y={4} className="strong">
        {textWidth(label.text) > room ? fitted(label.text, room) : label.text}
      </text>
      <text y={18}>{words.value(value[label.id as keyof typeof value])}</text>
    </g>
  ));
}

function Cursor({ series, year, x, y, height }: LayerProps & { year: number; height: number }) {
  const i = series.years.indexOf(year);
  if (i < 0) return null;
  return (
    <g aria-hidden="true" className="cursor">
      <line x1={x(year)} x2={x(year)} y1={TOP} y2={height - BOTTOM} />
      {[series.bau[i]!, series.plan[i]!, series.target[i]!].map((value, k) => (
        <circle key={k} cx={x(year)} cy={y(value)} r={3.5} />
      ))}
    </g>
  );
}
