/** The temperature plume with its title, its reading under the pointer, and the table behind it. */
import type { ClaimClimate } from '@thousand-cities/model';
import { useMemo, useState, type PointerEvent } from 'react';
import { ChartFrame } from '../../charts/frame.tsx';
import type { TableData } from '../../charts/table.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import type { ClimateBasis } from './messages.ts';
import { PlumeDraw, plumeScales, type PlumeWords } from './plume-draw.tsx';
import { worldName } from './words.ts';
import { plumeOf, readingOf, type PlumeReading, type PlumeSeries } from './plume-state.ts';

interface PlumeProps {
  readonly climate: ClaimClimate;
  readonly basis: ClimateBasis;
}

export function Plume({ climate, basis }: PlumeProps) {
  const language = useLanguage();
  const { say } = language;
  const series = useMemo(() => plumeOf(climate, basis.observed), [climate, basis]);
  const words = useMemo(() => wordsOf(series, language), [series, language]);
  return (
    <ChartFrame
      name={say('claim.plume.name')}
      title={plumeTitle(climate, language)}
      subtitle={say('claim.plume.subtitle')}
      source={sourceOf(basis, language)}
      table={() => plumeTable(series, language)}
      legend={<PlumeLegend series={series} />}
    >
      {(width) => <Interactive series={series} width={width} words={words} />}
    </ChartFrame>
  );
}

/** The finding, as the chart's title. */
export function plumeTitle(climate: ClaimClimate, { say, degrees, smallDegrees }: Language): string {
  const avoided = climate.ghgOnly.avoided2100.middle;
  const values = {
    less: smallDegrees(Math.abs(avoided)),
    plans: degrees(climate.ghgOnly.warming.middle.at(-1)!),
    reference: degrees(climate.reference.middle.at(-1)!),
  };
  if (avoided === 0) return say('claim.plume.title.same', values);
  return say(avoided > 0 ? 'claim.plume.title.cooler' : 'claim.plume.title.warmer', values);
}

function sourceOf(basis: ClimateBasis, { say, significant }: Language): string {
  const { calibration, members, reference, observed } = basis;
  const model = say('claim.plume.source', {
    calibration,
    members: significant(members),
    reference: worldName(reference),
  });
  return observed ? `${model} ${say('claim.plume.sourceObserved', { source: observed.source })}` : model;
}

function wordsOf(series: PlumeSeries, { say, degrees, significant, year }: Language): PlumeWords {
  const unit = (value: string) => say('claim.degrees', { value });
  return {
    description: say('claim.plume.description', {
      reference: degrees(series.reference.middle.at(-1)!),
      referenceLow: degrees(series.reference.low.at(-1)!),
      referenceHigh: degrees(series.reference.high.at(-1)!),
      plans: degrees(series.plans.middle.at(-1)!),
      plansLow: degrees(series.plans.low.at(-1)!),
      plansHigh: degrees(series.plans.high.at(-1)!),
      pollutants: degrees(series.pollutants.at(-1)!),
    }),
    reference: say('claim.plume.reference'),
    plans: say('claim.plume.plans'),
    pollutants: say('claim.plume.pollutants'),
    degrees: (kelvin) => unit(degrees(kelvin)),
    tick: (kelvin) => significant(kelvin),
    limit: (kelvin) => unit(significant(kelvin)),
    year,
  };
}

function PlumeLegend({ series }: { series: PlumeSeries }) {
  const { say } = useLanguage();
  return (
    <ul className="legend">
      <li className="plume-key plume-key-reference">{say('claim.plume.key.reference')}</li>
      <li className="plume-key plume-key-plans">{say('claim.plume.key.plans')}</li>
      <li className="plume-key plume-key-pollutants">{say('claim.plume.key.pollutants')}</li>
      {series.observed.length > 0 && (
        <li className="plume-key plume-key-observed">{say('claim.plume.key.observed')}</li>
      )}
    </ul>
  );
}

/** Height of the drawing at a width; the room kept before it comes has the same. */
export const plumeHeight = (width: number): number => Math.round(Math.min(400, Math.max(290, width * 0.5)));

interface InteractiveProps {
  readonly series: PlumeSeries;
  readonly width: number;
  readonly words: PlumeWords;
}

function Interactive({ series, width, words }: InteractiveProps) {
  const [year, setYear] = useState<number>();
  const height = plumeHeight(width);
  const { x } = plumeScales(series, width, height);
  const reading = year === undefined ? undefined : readingOf(series, year);
  const move = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const found = Math.round(x.invert(event.clientX - box.left));
    setYear(readingOf(series, found) && found);
  };
  return (
    <div onPointerMove={move} onPointerLeave={() => setYear(undefined)}>
      <PlumeDraw series={series} width={width} height={height} words={words} year={reading?.year} />
      {reading && <Tip reading={reading} at={x(reading.year)} width={width} words={words} />}
    </div>
  );
}

interface TipProps {
  readonly reading: PlumeReading;
  readonly at: number;
  readonly width: number;
  readonly words: PlumeWords;
}

function Tip({ reading, at, width, words }: TipProps) {
  const { say } = useLanguage();
  const rows: [string, number][] = [
    [words.reference, reading.reference.middle],
    [words.plans, reading.plans.middle],
    [words.pollutants, reading.pollutants],
    ...(reading.observed === undefined
      ? []
      : [[say('claim.plume.key.observed'), reading.observed] as [string, number]]),
  ];
  const style = at > width / 2 ? { right: width - at + 12 } : { left: at + 12 };
  return (
    <div className="tip" style={{ top: 24, ...style }} aria-hidden="true">
      <strong>{words.year(reading.year)}</strong>
      <table>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="num">{words.degrees(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every line and range by year, °C above 1850–1900. */
export function plumeTable(series: PlumeSeries, { say }: Language): TableData {
  const numeric = (label: string) => ({ label: say('claim.plume.column', { label }), numeric: true });
  const low = (label: string) => say('claim.plume.low', { label });
  const high = (label: string) => say('claim.plume.high', { label });
  const [reference, plans] = [say('claim.plume.reference'), say('claim.plume.plans')];
  return {
    columns: [
      { label: say('table.year'), plain: true },
      ...[reference, low(reference), high(reference), plans, low(plans), high(plans)].map(numeric),
      numeric(say('claim.plume.pollutants')),
      numeric(say('claim.plume.key.observed')),
    ],
    rows: series.years.map((year, i) => [
      year,
      series.reference.middle[i]!,
      series.reference.low[i]!,
      series.reference.high[i]!,
      series.plans.middle[i]!,
      series.plans.low[i]!,
      series.plans.high[i]!,
      series.pollutants[i]!,
      series.observed.find((point) => point.year === year)?.warming ?? null,
    ]),
  };
}
