/** A network as a person reads it in a terminal. */
import { NETWORK_GASES, type NetworkGas } from '@thousand-cities/model';
import { aligned } from '../outcome-text.ts';
import { contributionLines } from './contribution-text.ts';
import type { CountedFinding } from './findings.ts';
import type { Gathered } from './gather.ts';
import { budgetLines, shareLines, targetLines } from './gap-text.ts';
import { number, percent, tonnes } from './numbers.ts';
import { refusalText } from './refusal.ts';
import { AMBITIOUS, type NetworkResult } from './run.ts';
import { co2eAt } from './sums.ts';
import { warmingLines } from './warming-text.ts';

/** Refusals, overlaps and the like that are listed before "and n more". */
export const MOST_LISTED = 10;

export function networkText(
  path: string,
  gathered: Gathered,
  result: NetworkResult,
  findings: readonly CountedFinding[],
): string {
  const parts = [
    headLines(path, result),
    yearLines(result),
    warmingLines(result),
    gasLines(result),
    targetLines(result),
    budgetLines(result),
    shareLines(result),
    contributionLines(result),
    overlapLines(result),
    findings.map(findingLine),
    refusalLines(gathered),
  ];
  return parts.filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`).join('\n'); // prettier-ignore
}

function headLines(path: string, { rollUp, settings }: NetworkResult): string[] {
  const { counts, total, horizon } = rollUp;
  const { reportedShare, meanYear, meanAge } = total.quality.reference;
  const cities = `${counts.cities} ${counts.cities === 1 ? 'city' : 'cities'}`;
  const stand =
    reportedShare === undefined
      ? ''
      : `; ${percent(reportedShare)} of the tonnes stand on cities’ own inventories${meanYear === undefined ? '' : `, of ${number(meanYear, 4)} on average, ${number(meanAge!, 2)} years old`}`;
  return [
    `${path}: ${cities}, ${counts.withPlan} with a plan${stand}`,
    [
      `${counts.reported} reported, ${counts.starter} from public figures`,
      ...(counts.within > 0 ? [`${counts.within} inside a larger body`] : []),
      ...(counts.plansSetAside > 0 ? [`${counts.plansSetAside} plans set aside for that of a larger body`] : []),
    ].join('; '),
    `world ${settings.scenario}, gap to ${AMBITIOUS}; after a plan’s last year: ${horizon}; territorial emissions, t CO2e by AR6`,
  ];
}

/** Years worth a row: the first, some on the way, the last. */
function milestones({ rollUp: { firstYear, lastYear } }: NetworkResult): number[] {
  const between = [2030, 2040, 2050, 2075, 2100].filter((year) => year > firstYear && year < lastYear);
  return [firstYear, ...between, lastYear];
}

function yearLines(result: NetworkResult): string[] {
  const { rollUp, settings } = result;
  const { total, firstYear } = rollUp;
  const rows = milestones(result).map((year) => {
    const reference = co2eAt(rollUp, total.reference, year);
    const difference = co2eAt(rollUp, total.difference, year);
    const grid = total.gridShare[year - firstYear]!;
    return [
      String(year),
      tonnes(reference),
      tonnes(reference + difference),
      tonnes(difference),
      reference === 0 ? '–' : percent(difference / reference),
      tonnes(grid),
      String(total.covered[year - firstYear]!),
    ];
  });
  const grid = settings.gridShare ? 'grid share' : 'grid (not counted)';
  return aligned([['year', 'no plans', 'with plans', 'difference', '', grid, 'cities'], ...rows]);
}

const GAS_LABELS: Readonly<Record<NetworkGas, string>> = {
  co2: 'CO2, t',
  co2Land: 'CO2 from land, t',
  ch4: 'CH4, t',
  n2o: 'N2O, t',
  fgas: 'F-gases, t CO2e',
};

function gasLines({ rollUp }: NetworkResult): string[] {
  const { total, firstYear, lastYear } = rollUp;
  const year = Math.min(2050, lastYear);
  const y = year - firstYear;
  const rows = NETWORK_GASES.map((gas) => {
    const [reference, difference] = [total.reference[gas][y]!, total.difference[gas][y]!];
    return [GAS_LABELS[gas], number(reference), number(reference + difference), number(difference)];
  });
  return aligned([[`in ${year}`, 'no plans', 'with plans', 'difference'], ...rows]);
}

function overlapLines({ rollUp: { overlaps, cities } }: NetworkResult): string[] {
  if (overlaps.length === 0) return [];
  const names = new Map(cities.map(({ id, name }) => [id, name]));
  const rows = overlaps.slice(0, MOST_LISTED).map(({ larger, smaller, reasons, reference, plan }) => {
    const emissions = reference === 'larger' ? `emissions of ${names.get(larger)}` : 'emissions of a third body';
    const counts = plan === 'neither' ? 'no plan of the two' : `plan of ${names.get(plan === 'larger' ? larger : smaller)}`; // prettier-ignore
    return `  ${names.get(smaller)} in ${names.get(larger)} (${reasons.join(', ')}): counted are ${emissions}, ${counts}`;
  });
  return [`territory shared by ${overlaps.length} pairs`, ...rows, ...moreThan(overlaps.length)];
}

function findingLine({ severity, message, remedy, count }: CountedFinding): string {
  const others = count === 1 ? '' : ` (and ${count - 1} more of this kind)`;
  return `${severity}: ${message}${others} — ${remedy}`;
}

function refusalLines({ refusals, passedOver }: Gathered): string[] {
  const over = passedOver.length === 0 ? [] : [`passed over, not plans by their names: ${passedOver.length}`];
  if (refusals.length === 0) return over;
  return [`left out: ${refusals.length}`, ...refusals.map(refusalText), ...over];
}

const moreThan = (count: number): string[] =>
  count > MOST_LISTED ? [`  … and ${count - MOST_LISTED} more; --json has them all`] : [];
