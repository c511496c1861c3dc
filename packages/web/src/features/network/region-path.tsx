/** Where a region's emissions go: the chart, its finding as title, the target to choose, the values under the pointer. */
import { DEFAULT_CHOICE, type Thousand } from '@thousand-cities/model';
import { useMemo, useState, type PointerEvent } from 'react';
import { ChartFrame } from '../../charts/frame.tsx';
import type { TableData } from '../../charts/table.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { Choice } from '../../shared/filter-fields.tsx';
import { targetsOf, type GapTarget } from './query.ts';
import { REGION_LINES, RegionDraw, regionScales, type RegionLine, type RegionWords } from './region-draw.tsx';
import { findingOf, regionSeries, type RegionSeries } from './region-series.ts';
import { sourceWords, targetName } from './words.ts';

interface RegionPathProps {
  readonly thousand: Thousand;
  readonly group: string;
  readonly name: string;
  /** How many cities there are. */
  readonly count: number;
  readonly target: GapTarget;
  readonly onTarget: (target: GapTarget) => void;
}

export function RegionPath({ thousand, group, name, count, target, onTarget }: RegionPathProps) {
  const language = useLanguage();
  const { say, year } = language;
  const series = useMemo(() => regionSeries(thousand, group, target), [thousand, group, target]);
  const { data } = thousand;
  const words = useMemo(() => wordsOf(series, target, language), [series, target, language]);
  return (
    <section className="section" aria-labelledby="region-path">
      <header className="section-head region-path-head">
        <div>
          <h2 id="region-path">{say('region.path.heading')}</h2>
          <p>{say('region.path.text')}</p>
        </div>
        <Choice label={say('region.target')} value={target} onChoose={(chosen) => onTarget(chosen as GapTarget)}>
          {targetsOf(data).map((each) => (
            <option key={each} value={each}>
              {targetName(language, each)}
            </option>
          ))}
        </Choice>
      </header>
      <ChartFrame
        name={say('region.path.name', { region: name })}
        title={pathTitle(series, target, language)}
        subtitle={say('region.path.subtitle', {
          unit: say('unit.t'),
          target: targetName(language, target),
          start: year(DEFAULT_CHOICE.startYear),
          asked: series.asked,
          count,
        })}
        source={sourceWords(language, data)}
        table={() => pathTable(series, words, language)}
      >
        {(width) => <Interactive series={series} width={width} words={words} />}
      </ChartFrame>
    </section>
  );
}

/** `rise`, `fall`, or neither, as the messages select by; less than half a per cent is neither. */
function wayOf(share: number): 'rise' | 'fall' | 'stay' {
  if (Math.abs(share) < 0.005) return 'stay';
  return share > 0 ? 'rise' : 'fall';
}

/** The finding, as the chart's title. */
export function pathTitle(series: RegionSeries, target: GapTarget, language: Language): string {
  const { say, percent, year } = language;
  const { lastYear, reference, plan, target: aimed } = findingOf(series);
  if (reference === null || plan === null || aimed === null) return say('region.path.heading');
  return say('region.path.title', {
    year: year(lastYear),
    way: wayOf(reference),
    change: percent(Math.abs(reference)),
    planWay: wayOf(plan),
    plan: percent(Math.abs(plan)),
    target: targetName(language, target),
    aimWay: wayOf(aimed),
    aim: percent(Math.abs(aimed)),
  });
}

function wordsOf(series: RegionSeries, target: GapTarget, language: Language): RegionWords {
  const { say, co2e, tick, year } = language;
  const value = (tonnes: number) => joined(co2e(tonnes));
  const names: Readonly<Record<RegionLine, string>> = {
    reference: say('region.path.reference'),
    plan: say('region.path.plan'),
    target: targetName(language, target),
  };
  const last = (id: RegionLine) => value(series[id].at(-1)!);
  return {
    description: say('region.path.description', {
      first: year(series.years[0]!),
      last: year(series.years.at(-1)!),
      reference: last('reference'),
      plan: last('plan'),
      target: last('target'),
    }),
    line: (id) => names[id],
    value,
    tick: (tonnes) => tick(tonnes, 'co2e'),
    year,
  };
}

function pathTable(series: RegionSeries, words: RegionWords, { say }: Language): TableData {
  return {
    columns: [
      { label: say('table.year'), plain: true },
      ...REGION_LINES.map((id) => ({ label: `${words.line(id)} (${say('unit.t')})`, numeric: true })),
    ],
    rows: series.years.map((year, y) => [year, ...REGION_LINES.map((id) => series[id][y]!)]),
  };
}

function Interactive({ series, width, words }: { series: RegionSeries; width: number; words: RegionWords }) {
  const [year, setYear] = useState<number>();
  const height = Math.round(Math.min(400, Math.max(270, width * 0.42)));
  const { x } = regionScales(series, width, height);
  const move = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const found = Math.round(x.invert(event.clientX - box.left));
    setYear(series.years.includes(found) ? found : undefined);
  };
  return (
    <div onPointerMove={move} onPointerLeave={() => setYear(undefined)}>
      <RegionDraw series={series} width={width} height={height} words={words} year={year} />
      {year !== undefined && <Tip series={series} year={year} at={x(year)} width={width} words={words} />}
    </div>
  );
}

interface TipProps {
  readonly series: RegionSeries;
  readonly year: number;
  readonly at: number;
  readonly width: number;
  readonly words: RegionWords;
}

function Tip({ series, year, at, width, words }: TipProps) {
  const y = series.years.indexOf(year);
  const style = at > width / 2 ? { right: width - at + 12 } : { left: at + 12 };
  return (
    <div className="tip" style={{ top: 24, ...style }} aria-hidden="true">
      <strong>{words.year(year)}</strong>
      <table>
        <tbody>
          {REGION_LINES.map((id) => (
            <tr key={id}>
              <th scope="row">{words.line(id)}</th>
              <td className="num">{words.value(series[id][y]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
