/** Cash by year and the abatement curve, drawn. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { memo } from 'react';
import { ValueAxis, yearTicks } from '../../charts/axes.tsx';
import { fitted } from '../../charts/labels.ts';
import { HatchDefs, sectorFill } from '../../charts/sectors.tsx';
import { costRange, type AbatementBar, type CashYear } from './state.ts';

const TOP = 20;
const BOTTOM = 26;
/** Room for the values of the axis, so that no bar covers them. */
const GUTTER = 52;

interface CashProps {
  readonly cash: readonly CashYear[];
  readonly width: number;
  readonly height: number;
  readonly words: {
    readonly description: string;
    readonly value: (euros: number) => string;
    readonly year: (year: number) => string;
  };
}

export const CashDraw = memo(function CashDraw({ cash, width, height, words }: CashProps) {
  const years = cash.map(({ year }) => year);
  const x = scaleBand(years, [GUTTER, width]).paddingInner(0.22);
  const up = Math.max(
    1,
    ...cash.map(
      ({ capital, operating, billSaved }) => Math.max(0, capital) + Math.max(0, operating) + Math.max(0, -billSaved),
    ),
  );
  const down = Math.max(0, ...cash.map(({ billSaved, operating }) => Math.max(0, billSaved) + Math.max(0, -operating)));
  const y = scaleLinear([-down * 1.05, up * 1.1], [height - BOTTOM, TOP]);
  const net = line<CashYear>(
    ({ year }) => x(year)! + x.bandwidth() / 2,
    ({ net: value }) => y(value),
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={words.description}>
      <ValueAxis scale={y} from={0} to={width} format={words.value} count={5} />
      {cash.map((each) => (
        <CashBars key={each.year} cash={each} x={x(each.year)!} width={x.bandwidth()} y={y} />
      ))}
      <path d={net(cash as CashYear[]) ?? ''} className="line-net-halo" />
      <path d={net(cash as CashYear[]) ?? ''} className="line-net" />
      <g aria-hidden="true">
        {yearTicks(years[0]!, years.at(-1)!, width).map((year) => (
          <text
            key={year}
            x={x(year)! + x.bandwidth() / 2}
            y={height - BOTTOM + 16}
            textAnchor={year === years[0] ? 'start' : year === years.at(-1) ? 'end' : 'middle'}
          >
            {words.year(year)}
          </text>
        ))}
      </g>
    </svg>
  );
});

interface CashBarsProps {
  readonly cash: CashYear;
  readonly x: number;
  readonly width: number;
  readonly y: (value: number) => number;
}

/** Spent is stacked upwards from nought, saved downwards; an operating saving counts as saved. */
function CashBars({ cash, x, width, y }: CashBarsProps) {
  const pieces = [
    { value: cash.capital, name: 'capital' },
    { value: cash.operating, name: 'operating' },
    { value: -cash.billSaved, name: 'bill' },
  ];
  let above = 0;
  let below = 0;
  return pieces.map(({ value, name }) => {
    const from = value >= 0 ? above : below;
    if (value >= 0) above += value;
    else below += value;
    const top = y(Math.max(from, from + value));
    const bottom = y(Math.min(from, from + value));
    return (
      <rect key={name} x={x} width={width} y={top} height={Math.max(0, bottom - top)} className={`cash-${name}`} />
    );
  });
}

interface AbatementProps {
  readonly bars: readonly AbatementBar[];
  readonly width: number;
  readonly height: number;
  readonly words: {
    readonly description: string;
    readonly name: (id: string) => string;
    readonly tonnes: (tonnes: number) => string;
    readonly perTonne: (euros: number) => string;
    readonly tick: (euros: number) => string;
    readonly axis: string;
  };
}

export const AbatementDraw = memo(function AbatementDraw({ bars, width, height, words }: AbatementProps) {
  const total = bars.reduce((sum, { tonnes }) => sum + tonnes, 0);
  const [low, high] = costRange(bars);
  const x = scaleLinear([0, total], [GUTTER, width]);
  const y = scaleLinear([low, high], [height - BOTTOM, TOP]);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={words.description}>
      <HatchDefs />
      <ValueAxis scale={y} from={0} to={width} format={words.tick} count={5} />
      {bars.map((bar) => (
        <Bar key={bar.id} bar={bar} x={x} y={y} range={[low, high]} words={words} />
      ))}
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="zero" />
      <text x={width} y={height - 8} textAnchor="end">
        {words.axis}
      </text>
    </svg>
  );
});

interface BarProps extends Pick<AbatementProps, 'words'> {
  readonly bar: AbatementBar;
  readonly x: (tonnes: number) => number;
  readonly y: (perTonne: number) => number;
  readonly range: readonly [number, number];
}

function Bar({ bar, x, y, range: [low, high], words }: BarProps) {
  const left = x(bar.from);
  const width = Math.max(0.5, x(bar.from + bar.tonnes) - left - 0.5);
  const shown = Math.min(high, Math.max(low, bar.perTonne));
  const top = y(Math.max(0, shown));
  const height = Math.max(1.5, Math.abs(y(0) - y(shown)));
  const cut = shown !== bar.perTonne;
  const labelAt = Math.min(top, y(0)) - 6;
  const label = width > 14 ? fitted(words.name(bar.id), labelAt - TOP) : '';
  return (
    <g>
      <title>{`${words.name(bar.id)}: ${words.perTonne(bar.perTonne)}, ${words.tonnes(bar.tonnes)}`}</title>
      <rect
        x={left}
        width={width}
        y={top}
        height={height}
        fill={sectorFill(bar.sector)}
        className={cut ? 'bar-cut' : undefined}
      />
      {cut && (
        <text
          x={left + width / 2}
          y={bar.perTonne > 0 ? top + 11 : top + height - 4}
          textAnchor="middle"
          className="strong"
        >
          {bar.perTonne > 0 ? '↑' : '↓'}
        </text>
      )}
      {label !== '' && (
        <text transform={`translate(${left + width / 2 + 4},${labelAt}) rotate(-90)`} className="halo">
          {label}
        </text>
      )}
    </g>
  );
}
