/** Bars over years, drawn: actions while they are built up, tasks below them, today. Names stand on the bars. Knows no state. */
import { scaleLinear } from 'd3-scale';
import { fitted } from '../../charts/labels.ts';
import type { Timeline, TimelineBar } from './timeline-state.ts';

interface TimelineDrawProps {
  readonly timeline: Timeline;
  readonly width: number;
  /** Today on the axis of years. */
  readonly now: number | undefined;
  readonly words: {
    readonly description: string;
    readonly year: (year: number) => string;
    readonly today: string;
    readonly stateOf: (bar: TimelineBar) => string;
  };
}

const TOP = 40;
const ROW = 30;
const BAR = { action: 9, task: 5 };
/** Indent of a task's name. */
const INDENT = 14;

export function TimelineDraw({ timeline: { first, last, bars }, width, now, words }: TimelineDrawProps) {
  const height = TOP + bars.length * ROW + 6;
  const x = scaleLinear([first, last], [0, width]).clamp(true);
  const step = width < 480 ? 2 : 1;
  const years = Array.from({ length: Math.ceil((last - first) / step) }, (_, i) => first + i * step);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={words.description}>
      <g className="axis" aria-hidden="true">
        {years.map((year) => (
          <g key={year} transform={`translate(${x(year)},0)`}>
            <line y1={18} y2={height} className="grid" />
            <text x={3} y={12}>
              {words.year(year)}
            </text>
          </g>
        ))}
      </g>
      {now !== undefined && (
        <g className="timeline-now" transform={`translate(${x(now)},0)`}>
          <line y1={TOP - 22} y2={height} />
          <text x={4} y={TOP - 12} className="halo">
            {words.today}
          </text>
        </g>
      )}
      {bars.map((bar, i) => (
        <BarRow key={bar.id} bar={bar} top={TOP + i * ROW} x={x} width={width} words={words} />
      ))}
    </svg>
  );
}

interface BarRowProps extends Pick<TimelineDrawProps, 'width' | 'words'> {
  readonly bar: TimelineBar;
  readonly top: number;
  readonly x: (year: number) => number;
}

function BarRow({ bar, top, x, width, words }: BarRowProps) {
  const { kind, name, from, to, state } = bar;
  const text = [name, words.stateOf(bar)].filter((part) => part !== '').join(' · ');
  const start = from === undefined ? 0 : x(from);
  const length = from === undefined || to === undefined ? 0 : Math.max(4, x(to) - start);
  const wanted = kind === 'task' ? Math.max(start, INDENT) : start;
  // A name near the end is moved back far enough to be read.
  const at = Math.min(wanted, Math.max(0, width - text.length * 6.6));
  return (
    <g className={`timeline-${kind} timeline-${state}`}>
      {from !== undefined && <rect x={start} y={top + 16} width={length} height={BAR[kind]} rx={2} />}
      <text x={at} y={top + 12} className={kind === 'action' ? 'strong halo' : 'halo'}>
        {fitted(text, width - at)}
      </text>
    </g>
  );
}
