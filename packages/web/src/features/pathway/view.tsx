/** The pathway: where emissions go without the plan, with it, and where the target wants them. The title says which. */
import type { Fan, Outcome, Plan } from '@thousand-cities/model';
import { useMemo, useState, type PointerEvent } from 'react';
import { ChartFrame } from '../../charts/frame.tsx';
import { SectorSwatch } from '../../charts/sectors.tsx';
import type { TableData } from '../../charts/table.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { findingOf } from '../plan/finding.ts';
import { PathwayDraw, pathwayScales, type PathwayWords } from './draw.tsx';
import { bandsOf, pathwayOf, type PathwaySeries } from './state.ts';

interface PathwayProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly fan: Fan | undefined;
}

export function Pathway({ plan, outcome, fan }: PathwayProps) {
  const language = useLanguage();
  const { say, year } = language;
  const series = useMemo(() => pathwayOf(plan, outcome, fan), [plan, outcome, fan]);
  const [compare, setCompare] = useState(false);
  const words = useWords(plan, outcome);
  const title = pathwayTitle(plan, outcome, language);
  return (
    <ChartFrame
      name={`${plan.city.name} ${say('pathway.name')}`}
      title={title}
      subtitle={say('pathway.subtitle', {
        boundary: say(`boundary.${plan.baseline.boundary}`),
        gwp: plan.baseline.gwpSet,
      })}
      source={say('pathway.source', { year: year(plan.baseline.baseYear), reference: plan.reference.id })}
      table={() => pathwayTable(series, language)}
      legend={<PathwayLegend series={series} compare={compare} onCompare={setCompare} />}
    >
      {(width) => <Interactive series={series} width={width} words={words} compare={compare} />}
    </ChartFrame>
  );
}

/** The finding, as the chart's title. */
export function pathwayTitle(plan: Plan, outcome: Outcome, { say, co2e, percent, year }: Language): string {
  const finding = findingOf(plan, outcome);
  const target = say(`target.${finding.target?.kind ?? 'custom'}`);
  const budget = finding.overBudget;
  const values = {
    target,
    year: year(finding.year),
    saved: percent(finding.saved),
    over: joined(co2e(budget ?? Math.abs(finding.over))),
  };
  if (finding.met) return say('pathway.title.met', values);
  if (budget !== undefined) return say('pathway.title.budget', values);
  return say(finding.actions === 0 ? 'pathway.title.none' : 'pathway.title.missed', values);
}

function useWords(plan: Plan, outcome: Outcome): PathwayWords {
  const language = useLanguage();
  const main = plan.targets.find(({ id }) => id === plan.mainTarget);
  return useMemo(() => {
    const { say, co2e, tick, year } = language;
    const value = (tonnes: number) => joined(co2e(tonnes));
    return {
      bau: say('state.bau'),
      plan: say('state.plan'),
      target: say(`target.${main?.kind ?? 'custom'}`),
      description: say('pathway.description', {
        first: year(outcome.years[0]!),
        last: year(outcome.years.at(-1)!),
        bau: value(outcome.emissions.bau.at(-1)!),
        plan: value(outcome.emissions.plan.at(-1)!),
        target: value(outcome.emissions.target.at(-1)!),
      }),
      sector: (id) => say(`actionSector.${id}`),
      value,
      tick: (tonnes) => tick(tonnes, 'co2e'),
      year,
    };
  }, [language, main, outcome]);
}

interface InteractiveProps {
  readonly series: PathwaySeries;
  readonly width: number;
  readonly words: PathwayWords;
  readonly compare: boolean;
}

/** Height of the head, the title and the foot around the drawing: what a low screen does not have for it. */
const AROUND = 610;

/** In proportion to the width, and as much lower as the first screen asks. */
function heightAt(width: number): number {
  return Math.round(Math.min(460, Math.max(290, Math.min(width * 0.56, window.innerHeight - AROUND))));
}

function Interactive({ series, width, words, compare }: InteractiveProps) {
  const [year, setYear] = useState<number>();
  const height = heightAt(width);
  const { x } = pathwayScales(series, width, height);
  const move = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const found = Math.round(x.invert(event.clientX - box.left));
    setYear(found >= series.years[0]! && found <= series.years.at(-1)! ? found : undefined);
  };
  return (
    <div onPointerMove={move} onPointerLeave={() => setYear(undefined)}>
      <PathwayDraw series={series} width={width} height={height} words={words} year={year} compare={compare} />
      {year !== undefined && <Tip series={series} year={year} at={x(year)} width={width} words={words} />}
    </div>
  );
}

function Tip({
  series,
  year,
  at,
  width,
  words,
}: {
  series: PathwaySeries;
  year: number;
  at: number;
  width: number;
  words: PathwayWords;
}) {
  const i = series.years.indexOf(year);
  const rows: [string, number][] = [
    [words.bau, series.bau[i]!],
    ...series.wedges.map(({ sector, saved }): [string, number] => [`− ${words.sector(sector)}`, saved[i]!]),
    [words.plan, series.plan[i]!],
    [words.target, series.target[i]!],
  ];
  const style = at > width / 2 ? { right: width - at + 12 } : { left: at + 12 };
  return (
    <div className="tip" style={{ top: 24, ...style }} aria-hidden="true">
      <strong>{words.year(year)}</strong>
      <table>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="num">{words.value(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LegendProps {
  readonly series: PathwaySeries;
  readonly compare: boolean;
  readonly onCompare: (on: boolean) => void;
}

function PathwayLegend({ series, compare, onCompare }: LegendProps) {
  const { say } = useLanguage();
  return (
    <ul className="legend">
      {series.wedges.map(({ sector }) => (
        <li key={sector}>
          <SectorSwatch sector={sector} />
          {say(`actionSector.${sector}`)}
        </li>
      ))}
      {series.fan && <li className="fan-key">{say('pathway.fan')}</li>}
      {series.targets.length > 1 && (
        <li>
          <label className="check">
            <input type="checkbox" checked={compare} onChange={(event) => onCompare(event.target.checked)} />
            {say('pathway.compare')}
          </label>
        </li>
      )}
    </ul>
  );
}

/** Every line and wedge by year. */
export function pathwayTable(series: PathwaySeries, { say }: Language): TableData {
  const unit = say('unit.t');
  const numeric = (label: string) => ({ label: `${label} (${unit})`, numeric: true });
  const bands = bandsOf(series);
  return {
    columns: [
      { label: say('table.year'), plain: true },
      numeric(say('state.bau')),
      ...bands.map(({ sector }) => numeric(`− ${say(`actionSector.${sector}`)}`)),
      numeric(say('state.plan')),
      numeric(say('state.target')),
      ...(series.fan ? [numeric(say('pathway.low')), numeric(say('pathway.high'))] : []),
    ],
    rows: series.years.map((year, i) => [
      year,
      series.bau[i]!,
      ...bands.map(({ top, bottom }) => top[i]! - bottom[i]!),
      series.plan[i]!,
      series.target[i]!,
      ...(series.fan ? [series.fan.p05[i]!, series.fan.p95[i]!] : []),
    ]),
  };
}
