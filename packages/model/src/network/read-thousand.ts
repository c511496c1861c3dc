/** Reading the document of the thousand: everything that would let a sum go wrong silently is refused. */
import { DomainError, type Place } from '../errors.ts';
import { TARGET_KINDS } from '../pathway/types.ts';
import { THOUSAND_SCHEMA, THOUSAND_VERSION, type PledgeStep, type ThousandData } from './thousand-data.ts';
import { NETWORK_GASES } from './types.ts';

const CITY_TEXTS = ['id', 'name', 'iso3', 'region', 'locode', 'inventoryKind'] as const;
const CITY_NUMBERS = ['lat', 'lon', 'population', 'inventoryYear', 'low', 'high'] as const;

function refuse(at: Place, message: string): never {
  throw new DomainError('document-invalid', `the thousand: ${at.join('.')} ${message}`, at);
}

/**
 * Read a document from text or from a parsed JSON value.
 *
 * @throws {DomainError} `document-invalid` (not JSON, some other document, a column too short or with something that is no
 *   number), `plan-newer` when it was written by a later version of the program
 */
export function readThousand(json: unknown): ThousandData {
  const value = typeof json === 'string' ? parse(json) : json;
  if (typeof value !== 'object' || value === null) refuse([], 'is not a JSON object');
  const { schema, version } = value as { schema?: unknown; version?: unknown };
  if (schema !== THOUSAND_SCHEMA) refuse(['schema'], `is not "${THOUSAND_SCHEMA}": this is some other document`);
  if (typeof version === 'number' && version > THOUSAND_VERSION) {
    throw new DomainError('plan-newer', `the thousand: written as version ${version}; this program reads ${THOUSAND_VERSION}`, ['version']); // prettier-ignore
  }
  if (version !== THOUSAND_VERSION) refuse(['version'], `is ${String(version)}, not ${THOUSAND_VERSION}`);
  // Checked from here on; what a column holds is seen below, column by column.
  const data = value as ThousandData;
  checkKnots(data);
  checkCities(data);
  checkColumns(data);
  checkMembers(data);
  return data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new DomainError('document-invalid', 'the thousand: not a JSON document', [], { cause });
  }
}

function checkKnots({ knots }: ThousandData): void {
  const isRising = (year: unknown, k: number) =>
    Number.isInteger(year) && (k === 0 || (year as number) > knots[k - 1]!);
  if (!Array.isArray(knots) || knots.length < 2 || !knots.every(isRising)) {
    refuse(['knots'], 'are not at least two whole years, each later than the one before');
  }
}

function checkCities({ cities }: ThousandData): void {
  const count = Array.isArray(cities?.id) ? cities.id.length : refuse(['cities', 'id'], 'is missing');
  for (const name of CITY_TEXTS) checkColumn(cities[name], ['cities', name], count, isText);
  for (const name of CITY_NUMBERS) checkColumn(cities[name], ['cities', name], count, Number.isFinite);
  if (new Set(cities.id).size !== count) refuse(['cities', 'id'], 'names a city twice');
  const kinds = ['reported', 'starter'];
  checkColumn(cities.inventoryKind, ['cities', 'inventoryKind'], count, (kind) => kinds.includes(kind as string));
}

function checkColumns(data: ThousandData): void {
  const count = data.cities.id.length;
  const cells = count * data.knots.length;
  for (const gas of NETWORK_GASES) {
    checkColumn(data.weights?.[gas], ['weights', gas], count, isNotNegative);
    checkColumn(data.paths?.[gas], ['paths', gas], cells, Number.isFinite);
    checkColumn(data.library?.ratios?.[gas], ['library', 'ratios', gas], cells, isNotNegative);
  }
  for (const name of ['grid', 'generation'] as const) {
    checkColumn(data[name], [name], cells, isNotNegative);
    checkColumn(data.library[name], ['library', name], cells, isNotNegative);
  }
  checkColumn(data.library.counted, ['library', 'counted'], cells, isNotNegative);
  for (const name of ['co2e', 'co2'] as const)
    checkColumn(data.counted?.[name], ['counted', name], cells, isNotNegative);
  for (const [kind, target] of Object.entries(data.targets ?? refuse(['targets'], 'is missing'))) {
    if (!(TARGET_KINDS as readonly string[]).includes(kind)) refuse(['targets', kind], 'is no kind of target');
    checkColumn(target.ceilings, ['targets', kind, 'ceilings'], cells, (cell) => cell === null || isNotNegative(cell));
    checkColumn(target.milestones, ['targets', kind, 'milestones'], target.milestones?.length, Number.isInteger);
    if (target.counts !== 'co2e' && target.counts !== 'co2') refuse(['targets', kind, 'counts'], 'is neither co2e nor co2'); // prettier-ignore
  }
}

/** Groups and pledges must point at cities that are there. */
function checkMembers({ cities, countries, groups, pledges }: ThousandData): void {
  if (!Array.isArray(countries)) refuse(['countries'], 'is missing');
  if (!Array.isArray(groups)) refuse(['groups'], 'is missing');
  if (!Array.isArray(pledges?.stated)) refuse(['pledges', 'stated'], 'is missing');
  const isPlace = (city: unknown) => Number.isInteger(city) && cities.id[city as number] !== undefined;
  groups.forEach((group, g) => {
    if (!isText(group?.id)) refuse(['groups', g], 'has no id');
    if (group.cities?.every(isPlace) === false) refuse(['groups', g, 'cities'], 'names a city that is not there');
  });
  checkColumn(pledges.tracked, ['pledges', 'tracked'], pledges.tracked?.length, isPlace);
  pledges.stated.forEach(({ city, steps }, p) => {
    if (!isPlace(city)) refuse(['pledges', 'stated', p, 'city'], 'names a city that is not there');
    const isStep = ({ year, left }: PledgeStep) => Number.isInteger(year) && isNotNegative(left);
    checkColumn(steps, ['pledges', 'stated', p, 'steps'], steps?.length, (step) => isStep(step as PledgeStep));
  });
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNotNegative = (value: unknown): boolean => Number.isFinite(value) && (value as number) >= 0;

function checkColumn(column: unknown, at: Place, count: number, isRight: (cell: unknown) => boolean): void {
  if (!Array.isArray(column)) refuse(at, 'is missing');
  if (column.length !== count) refuse(at, `has ${column.length} entries, not ${count}`);
  const wrong = column.findIndex((cell) => !isRight(cell));
  if (wrong >= 0) refuse([...at, wrong], `holds ${JSON.stringify(column[wrong]) ?? 'nothing'}`);
}
