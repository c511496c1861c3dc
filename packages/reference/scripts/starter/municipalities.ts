/**
 * Bring `municipalities.txt` and `agglomerations.txt` into `tables/starter/city-figures.csv`.
 *
 *     npx tsx --conditions=source packages/reference/scripts/starter/municipalities.ts
 *
 * A published count or area stays where it agrees with the list (population within 5 % once brought to the same year by the
 * growth of the country, area within 15 %); where it does not, or there is none, the rounded figure of the list takes its place,
 * marked `assumption`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DomainError } from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';

const PEOPLE_AGREE = 0.05;
const AREA_AGREES = 0.15;
const AGGLOMERATION_YEAR = 2015;
/** Below this the municipality is the agglomeration. */
const LEAST_RATIO = 1.1;
const TABLE = new URL('../../tables/starter/city-figures.csv', import.meta.url);
const HEADER =
  'geoname_id,area_km2,area_source,population,population_year,population_source,grid_region,agglomeration_ratio';

interface Municipality {
  readonly iso2: string;
  readonly name: string;
  readonly year: number;
  readonly population: number;
  readonly areaKm2: number | undefined;
}

/** One line of the list: `US 2015: New York City=8500/783 …`. */
function parseLine(line: string): Municipality[] {
  const [, iso2, year, rest] = /^([A-Z]{2}) (\d{4}): (.+)$/.exec(line)!;
  return [...rest!.matchAll(/([^=]+)=([\d.]+)\/([\d.]*)(?: |$)/g)].map(([, name, people, area]) => ({
    iso2: iso2!,
    name: name!.trim(),
    year: Number(year),
    population: Math.round(Number(people) * 1000),
    areaKm2: area === '' ? undefined : Number(area),
  }));
}

const { gazetteer, places } = loadReference();
const iso3Of = new Map(places.countries.map((country) => [country.iso2, country.iso3]));

/** Growth of the country between two years. */
function growth(iso2: string, from: number, to: number): number {
  const points = places.profile(iso3Of.get(iso2)!).population?.points;
  const at = (year: number): number | undefined => points?.find((point) => point.year === year)?.value;
  return (at(to) ?? Number.NaN) / (at(from) ?? Number.NaN);
}

const agrees = (a: number, b: number, within: number): boolean => Math.abs(Math.log(a / b)) < within;

/** A line of the table with the figures of the list where its own disagree. */
function amended(fields: readonly string[], m: Municipality): string[] {
  const [id, area, areaSource, people, year, source, region, ratio] = fields;
  const counted = people === '' ? undefined : Number(people) * growth(m.iso2, Number(year), m.year);
  const keepsPeople = source !== 'assumption' && counted !== undefined && agrees(counted, m.population, PEOPLE_AGREE);
  const keepsArea =
    areaSource !== 'assumption' &&
    area !== '' &&
    (m.areaKm2 === undefined || agrees(Number(area), m.areaKm2, AREA_AGREES));
  return [
    id!,
    ...(keepsArea ? [area!, areaSource!] : m.areaKm2 === undefined ? ['', ''] : [String(m.areaKm2), 'assumption']),
    ...(keepsPeople ? [people!, year!, source!] : [String(m.population), String(m.year), 'assumption']),
    region!,
    ratio!,
  ];
}

const [header, ...lines] = readFileSync(TABLE, 'utf8').trim().split('\n');
if (header !== HEADER) throw new Error(`city-figures.csv begins "${header}"`);
const rows = new Map(lines.map((line) => [line.split(',')[0]!, line.split(',')]));
const list = readFileSync(new URL('municipalities.txt', import.meta.url), 'utf8');
const unknown: string[] = [];
for (const m of list.split('\n').flatMap((line) => (line === '' || line.startsWith('#') ? [] : parseLine(line)))) {
  try {
    const { id } = gazetteer.find(m.name, m.iso2);
    rows.set(id, amended(rows.get(id) ?? [id, '', '', '', '', '', '', ''], m));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    unknown.push(`${m.name} (${m.iso2})`);
  }
}
if (unknown.length > 0) throw new Error(`not in the gazetteer: ${unknown.join(', ')}`);
/** Agglomerations: people of 2015 over the people that the table gives the municipality, brought to that year. */
for (const line of readFileSync(new URL('agglomerations.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)) {
  const [, iso2, rest] = /^([A-Z]{2}): (.+)$/.exec(line)!;
  for (const [, name, people] of rest!.matchAll(/([^=]+)=(\d+)(?: |$)/g)) {
    const { id } = gazetteer.find(name!.trim(), iso2);
    const fields = rows.get(id)!;
    const own = Number(fields[3]) * growth(iso2!, Number(fields[4]), AGGLOMERATION_YEAR);
    const ratio = (Number(people) * 1000) / own;
    rows.set(id, [...fields.slice(0, 7), ratio < LEAST_RATIO ? '' : ratio.toFixed(1)]);
  }
}
const order = (a: string, b: string): number => Number(a) - Number(b) || (a < b ? -1 : 1);
const sorted = [...rows].sort(([a], [b]) => order(a, b)).map(([, fields]) => fields.join(','));
writeFileSync(TABLE, [HEADER, ...sorted].join('\n') + '\n');
