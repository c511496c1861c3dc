/** Runs of the climate as a person reads them in a terminal. */
import type { CrossCheck, FigurePercentilesOfMembers, Finding, WarmingPercentiles } from '@thousand-cities/model';
import { shownBesideRecord, type Comparison } from './climate-observed.ts';
import type { Summary, WorldSummary } from './climate-runs.ts';
import { aligned } from './outcome-text.ts';

/** What stands above the tables. */
export interface TextHead {
  readonly members: number;
  readonly calibration: string;
  readonly findings: readonly Finding[];
}

/** One scenario by years; several side by side; differences where something was changed. */
export function climateText(results: readonly WorldSummary[], head: TextHead): string {
  const [first] = results as [WorldSummary];
  const ensemble = `${head.members} members, FaIR 2.2 with ${head.calibration}`;
  const parts = first.changed
    ? results.map(differenceLines)
    : [results.length === 1 ? yearLines(first.summary) : sideBySide(results), observedLines(results)];
  const findings = head.findings.map(({ severity, message, remedy }) => `${severity}: ${message} — ${remedy}`);
  const title = results.length === 1 && !first.changed ? `${first.name}: ${ensemble}` : ensemble;
  return [[title], ...parts, findings]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

type Figures = FigurePercentilesOfMembers;

/** A column or row of a table: a year, or a span whose mean is taken. */
interface When {
  readonly label: string;
  readonly of: (summary: Summary) => Figures;
}

/** Years worth a row: every tenth to 2100, every fiftieth after, and the last; the end of the century as a mean. */
function milestones({ byYear, periods }: Summary): readonly When[] {
  const last = byYear.years.at(-1)!;
  const years = byYear.years.filter(
    (year) => (year >= 2000 && year % (year <= 2100 ? 10 : 50) === 0) || year === 2025 || year === last,
  );
  const century = periods.filter(({ to }) => to === 2100).map(({ from, to }) => over(from, to));
  return [...years.filter((year) => year < 2100).map(atYear), ...century, ...years.filter((year) => year >= 2100).map(atYear)]; // prettier-ignore
}

/** The columns of scenarios side by side, as far as they are reached. */
function columns({ byYear, periods }: Summary): readonly When[] {
  const last = byYear.years.at(-1)!;
  const early = [2030, 2050].filter((year) => year <= last).map(atYear);
  const late = [2100, 2300].filter((year) => year <= last).map(atYear);
  const century = periods.filter(({ to }) => to === 2100).map(({ from, to }) => over(from, to));
  const all = [...early, ...century, ...late];
  return all.length === 0 ? [atYear(last)] : all;
}

function atYear(year: number): When {
  return { label: String(year), of: ({ byYear }) => figuresOf(byYear, byYear.years.indexOf(year)) };
}

function over(from: number, to: number): When {
  return {
    label: `${from}–${to}`,
    of: ({ periods }) => periods.find((period) => period.from === from && period.to === to)!,
  };
}

function figuresOf({ p05, p17, p50, p83, p95 }: WarmingPercentiles, y: number): Figures {
  return { p05: p05[y]!, p17: p17[y]!, p50: p50[y]!, p83: p83[y]!, p95: p95[y]! };
}

function yearLines(summary: Summary): string[] {
  const rows = milestones(summary).map(({ label, of }) => {
    const { p05, p17, p50, p83, p95 } = of(summary);
    return [label, ...[p05, p17, p50, p83, p95].map(degrees)];
  });
  return ['Warming above 1850–1900, °C', ...aligned([['', '5 %', '17 %', 'median', '83 %', '95 %'], ...rows])];
}

function sideBySide(results: readonly WorldSummary[]): string[] {
  const whens = columns(results[0]!.summary);
  const rows = results.map(({ name, summary }) => [name, ...whens.map(({ of }) => middleAndRange(of(summary)))]);
  const title = 'Warming above 1850–1900, °C: median (5–95 %)';
  return [title, ...aligned([['', ...whens.map(({ label }) => label)], ...rows])];
}

/** Differences are small beside the worlds they are taken between, and better known: three figures of them. */
function differenceLines({ name, summary, changed }: WorldSummary): string[] {
  const { difference, crossCheck } = changed!;
  const rows = milestones(summary)
    .filter(({ of }) => Object.values(of(difference)).some((value) => value !== 0))
    .map(({ label, of }) => [
      label,
      degrees(of(summary).p50),
      degrees(of(changed!.summary).p50),
      small(of(difference).p50),
      `${small(of(difference).p05)} … ${small(of(difference).p95)}`,
    ]);
  return [
    `${name}: warming above 1850–1900 without and with the changes, °C`,
    ...aligned([['', 'without', 'with', 'difference', '5 … 95 % of paired members'], ...rows]),
    ...crossCheckLine(crossCheck),
  ];
}

function crossCheckLine({ year, estimate, ratio, agrees, notApplicable }: CrossCheck): string[] {
  if (notApplicable !== undefined || ratio === undefined) return [];
  const verdict = agrees ? 'they agree within 30 %' : 'they differ by more than 30 %';
  return [
    `Cross-check ${year}: ${small(estimate.central)} (${small(estimate.low)} … ${small(estimate.high)}) by cumulative emissions; the ensemble has ${Math.round(ratio * 100)} % of it: ${verdict}.`,
  ];
}

const KINDS: Readonly<Record<Comparison['observed']['kind'], string>> = {
  'human-induced': 'human-induced',
  'gmst-decade': 'observed, weather included',
  gmst: 'observed, weather included',
};

function observedLines(results: readonly WorldSummary[]): string[] {
  const { name, observed } = shownBesideRecord(results);
  if (observed.length === 0) return [];
  const rows = observed.map(({ observed: figure, model, difference }) => [
    `${KINDS[figure.kind]} ${spanOf(figure)}${figure.provisional ? ' (provisional)' : ''}`,
    figure.low === undefined
      ? degrees(figure.warming)
      : `${degrees(figure.warming)} (${degrees(figure.low)}–${degrees(figure.high!)})`,
    middleAndRange(model),
    signed(difference),
  ]);
  return ['Warming to date, °C', ...aligned([['', 'observed', `model, ${name}`, 'model − observed'], ...rows])];
}

function spanOf({ firstYear, lastYear }: { readonly firstYear: number; readonly lastYear: number }): string {
  return firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
}

const MINUS = '−';
const withMinus = (text: string): string => text.replaceAll('-', MINUS);
const degrees = (kelvin: number): string => withMinus(kelvin.toFixed(2).replace(/^-(0\.0*)$/, '$1'));
const signed = (kelvin: number): string => (kelvin.toFixed(2).startsWith('-') ? '' : '+') + degrees(kelvin);
/** To the thousandth of a degree, and three figures of what is smaller. */
function small(kelvin: number): string {
  const size = Math.abs(kelvin);
  if (kelvin === 0) return '0';
  return withMinus(size >= 0.01 ? kelvin.toFixed(3) : size >= 0.001 ? kelvin.toPrecision(3) : kelvin.toExponential(2));
}
const middleAndRange = ({ p50, p05, p95 }: Figures): string => `${degrees(p50)} (${degrees(p05)}–${degrees(p95)})`;
