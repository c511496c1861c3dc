/** From the rows of a city to its paths: one range of years for all of them, linear between the years given. */
import {
  NETWORK_GASES,
  withStatedTarget,
  type CityPaths,
  type Finding,
  type GasPaths,
  type GwpSet,
  type GwpSetId,
  type NetworkGas,
  type StatedTarget,
} from '@thousand-cities/model';
import { FormatError, type FormatErrorCode } from '../format-error.ts';
import type { CityRows, Knots } from './city-rows.ts';
import type { WordColumn } from './columns.ts';
import { GAS_NAMES, type SeriesKey } from './paths.ts';

export interface EntryContext {
  readonly file: string;
  readonly years: readonly number[];
  readonly gwpSet: (id: GwpSetId) => GwpSet;
}

/** The target that the rows state. @throws {FormatError} where only a part of it is there */
export function statedTargetOf(rows: CityRows, { file }: EntryContext): StatedTarget | undefined {
  const columns = ['target_year', 'target_cut_percent', 'base_year'] as const;
  const [targetYear, cutPercent, baseYear] = columns.map((column) => rows.number(column));
  const missing = columns.filter((column) => rows.number(column) === undefined);
  if (missing.length === columns.length) return undefined;
  if (missing.length > 0) {
    const place = { file, row: rows.firstRow, column: missing[0]! };
    throw new FormatError('cell-empty', place, `The target of ${rows.name} is not complete.`, `Give ${columns.join(', ')}, or none of them.`); // prettier-ignore
  }
  return { targetYear: targetYear!, cutPercent: cutPercent!, baseYear: baseYear! };
}

/**
 * The paths of a city with figures. Its years are those that all of its rows cover. A gas without a row in `reference` counts
 * as nothing, and a finding says so; one without a row in a given `plan` stays as in `reference`.
 *
 * @throws {FormatError} `path-missing`, `cell-empty`, `notation-unknown`
 */
export function cityPathsIn(rows: CityRows, context: EntryContext): CityPaths {
  const fail = failAt(rows, context.file);
  const [firstYear, lastYear] = commonYears(rows, context, fail);
  const of = (key: SeriesKey) => yearlyIn(rows.series.get(key), context.years, firstYear, lastYear);
  const nothing = new Float64Array(lastYear - firstYear + 1);
  const reference = gasPaths((gas) => of(`reference ${gas}`) ?? nothing);
  const hasPlan = NETWORK_GASES.some((gas) => rows.series.has(`plan ${gas}`));
  checkPairs(rows, fail);
  const pair = (name: 'grid' | 'generation') => {
    const [without, planned] = [of(`${name}-reference`), of(`${name}-plan`)];
    return without && { [name]: { reference: without, ...(planned && { plan: planned }) } };
  };
  const findings = findingsOf(rows, hasPlan, context.file);
  const gwp = context.gwpSet(gwpSetOf(rows, fail));
  const ch4 = rows.number('gwp_ch4') ?? gwp.values['CH4-biogenic']!;
  const n2o = rows.number('gwp_n2o') ?? gwp.values['N2O']!;
  const paths: CityPaths = {
    ...whoIs(rows),
    inventory: inventoryOf(rows, fail),
    firstYear,
    lastYear,
    reference,
    ...(hasPlan && { plan: gasPaths((gas) => of(`plan ${gas}`) ?? reference[gas]) }),
    ...pair('grid'),
    ...pair('generation'),
    weights: { co2: 1, co2Land: 1, ch4, n2o, fgas: 1 },
    gwpSet: gwp.id,
    ...(findings.length > 0 && { findings }),
    origin: `${context.file}, row ${rows.firstRow}`,
  };
  const stated = statedTargetOf(rows, context);
  return stated ? withStatedTarget(paths, stated) : paths;
}

type Fail = (code: FormatErrorCode, column: WordColumn, problem: string, remedy: string) => never;

function failAt(rows: CityRows, file: string): Fail {
  return (code, column, problem, remedy) => {
    throw new FormatError(code, { file, row: rows.firstRow, column }, problem, remedy);
  };
}

/** Who the city is, as far as the table says. */
export function whoIs(rows: CityRows) {
  const [locode, region, contains] = (['locode', 'region', 'contains'] as const).map((column) => rows.text(column));
  const [latitude, longitude, population] = (['latitude', 'longitude', 'population'] as const).map((column) => rows.number(column)); // prettier-ignore
  return {
    id: rows.id,
    name: rows.name,
    country: rows.country,
    ...(region !== undefined && { region }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
    ...(locode !== undefined && { locode }),
    ...(population !== undefined && { population }),
    ...(contains !== undefined && { contains: contains.split(/[\s;]+/) }),
  };
}

function inventoryOf(rows: CityRows, fail: Fail): CityPaths['inventory'] {
  const kind = rows.text('inventory')?.toLowerCase();
  const remedy = 'Write "reported" for the city’s own inventory, "starter" for public figures.';
  if (kind === undefined) return fail('cell-empty', 'inventory', 'Nothing says what the figures stand on.', remedy);
  if (kind !== 'reported' && kind !== 'starter') return fail('notation-unknown', 'inventory', `"${kind}" is no kind of inventory.`, remedy); // prettier-ignore
  const year = rows.number('inventory_year') ?? fail('cell-empty', 'inventory_year', 'The year of the inventory is missing.', 'Write the year its figures are of.'); // prettier-ignore
  const reportedShare = rows.number('reported_share');
  return { kind, year, ...(reportedShare !== undefined && { reportedShare }) };
}

const GWP_SETS: readonly GwpSetId[] = ['AR4', 'AR5', 'AR6'];
/** Where the table does not say: the set of the Paris rulebook for national inventories. */
const DEFAULT_GWP_SET: GwpSetId = 'AR5';

function gwpSetOf(rows: CityRows, fail: Fail): GwpSetId {
  const text = rows.text('gwp_set');
  if (text === undefined) return DEFAULT_GWP_SET;
  const set = GWP_SETS.find((id) => id === text.toUpperCase());
  return (
    set ?? fail('notation-unknown', 'gwp_set', `"${text}" is not a GWP set.`, `Write one of ${GWP_SETS.join(', ')}.`)
  );
}

/** Latest first to earliest last year of the city's rows. */
function commonYears(rows: CityRows, { years }: EntryContext, fail: Fail): readonly [number, number] {
  let [first, last] = [-Infinity, Infinity];
  for (const { tonnes } of rows.series.values()) {
    first = Math.max(first, years[tonnes.findIndex(isGiven)]!);
    last = Math.min(last, years[tonnes.findLastIndex(isGiven)]!);
  }
  if (first > last) {
    fail('path-missing', 'path', `The rows of ${rows.name} have no year in common.`, 'Give figures of the same years in every row of a city.'); // prettier-ignore
  }
  return [first, last];
}

function checkPairs(rows: CityRows, fail: Fail): void {
  const lone = (plan: SeriesKey, reference: SeriesKey, what: string) => {
    if (rows.series.has(plan) && !rows.series.has(reference)) {
      fail('path-missing', 'path', `${rows.name} has a plan for ${what} and no reference to hold it against.`, 'Add the row of the path without the plan.'); // prettier-ignore
    }
  };
  for (const gas of NETWORK_GASES) lone(`plan ${gas}`, `reference ${gas}`, GAS_NAMES[gas]);
  lone('grid-plan', 'grid-reference', 'its grid energy');
  lone('generation-plan', 'generation-reference', 'its generation');
  if (!NETWORK_GASES.some((gas) => rows.series.has(`reference ${gas}`))) {
    fail('path-missing', 'path', `${rows.name} has no reference path of any gas.`, 'Add rows with the path "reference".'); // prettier-ignore
  }
}

const isGiven = (tonnes: number): boolean => !Number.isNaN(tonnes);

/** Tonnes of every year, linear between the knots given. */
function yearlyIn(knots: Knots | undefined, years: readonly number[], first: number, last: number) {
  if (knots === undefined) return undefined;
  const { tonnes } = knots;
  const series = new Float64Array(last - first + 1);
  let k = tonnes.findIndex(isGiven);
  for (let next = k; next < years.length; next++) {
    if (!isGiven(tonnes[next]!)) continue;
    const span = years[next]! - years[k]!;
    for (let year = Math.max(first, years[k]!); year <= Math.min(last, years[next]!); year++) {
      // Either end exactly as written, whatever rounding lies between.
      const along = year === years[next] ? 1 : (year - years[k]!) / span;
      series[year - first] = along === 1 ? tonnes[next]! : tonnes[k]! + (tonnes[next]! - tonnes[k]!) * along;
    }
    k = next;
  }
  return series;
}

function gasPaths(of: (gas: NetworkGas) => Float64Array): GasPaths {
  return Object.fromEntries(NETWORK_GASES.map((gas) => [gas, of(gas)])) as Record<NetworkGas, Float64Array>;
}

/** What is not in the rows, and what is made of it. Land is left alone: most cities have none to speak of. */
function findingsOf(rows: CityRows, hasPlan: boolean, file: string): readonly Finding[] {
  const asked = NETWORK_GASES.filter((gas) => gas !== 'co2Land');
  const absent = asked.filter((gas) => !rows.series.has(`reference ${gas}`));
  const unplanned = asked.filter((gas) => hasPlan && !absent.includes(gas) && !rows.series.has(`plan ${gas}`));
  type Code = 'gases-not-given' | 'plan-leaves-gases';
  const say = (code: Code, gases: readonly NetworkGas[], message: string, remedy: string): Finding[] => {
    if (gases.length === 0) return [];
    const names = gases.map((gas) => GAS_NAMES[gas]).join(', ');
    const values = { city: rows.name, gases: names };
    return [{ code, severity: 'note', path: [file, `row ${rows.firstRow}`], message: `${rows.name}: ${message} ${names}`, remedy, values }]; // prettier-ignore
  };
  return [
    ...say('gases-not-given', absent, 'no figures, and nothing counted, of', 'add a row for each gas; 0 where there is none'), // prettier-ignore
    ...say('plan-leaves-gases', unplanned, 'the plan says nothing, and changes nothing, of', 'add a row for each gas of the plan'), // prettier-ignore
  ];
}
