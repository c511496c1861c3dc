/** Names of cities as they report to the world's registers, read where the evaluation data are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { starterPopulation } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { modelCity } from '../kit.ts';
import { loadReference, loadStarter } from '../node.ts';
import { parseTable } from '../table.ts';

const root = process.env['THOUSAND_CITIES_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
const data = `${root}/data`;
const here = existsSync(`${data}/cdp`) && existsSync(`${data}/c40`);

/** Reporters that are no municipality: counties, districts of districts, joint boards, quarters of Seoul. */
const NO_CITY =
  /\bcounty\b|district municipality|intermunicipal|junta |authority|regency|council of governments|regional council|metropolitan council|mayors caucus|district council|municipal council|-gu |archipi|shire|aipromades|broward/i;

interface Named {
  readonly name: string;
  readonly country: string;
  readonly population: number | undefined;
  readonly year: number;
}

function reporters(): readonly Named[] {
  const rows = [2018, 2019, 2020].flatMap((year) => {
    const text = readFileSync(`${data}/cdp/city-wide-emissions-${year}.csv`, 'utf8').replace(/^\uFEFF/, '');
    return parseTable('cdp', text).rows;
  });
  const named = rows.map((row) => ({
    name: row.text('Organization'),
    country: row.text('Country'),
    population: Number(row.optionalText('Population') ?? Number.NaN),
    year: Number(row.optionalText('Population Year') ?? 2017),
  }));
  return [...new Map(named.map((one) => [`${one.name}|${one.country}`, one])).values()];
}

const reference = loadReference();

/** Population that the starter inventory would take, or `undefined` when the name finds no city. */
function populationOf({ name, country, year }: Named): number | undefined {
  try {
    const city = modelCity(reference.gazetteer.find(name, country), reference);
    return starterPopulation(city, reference.country(city.country), loadStarter(), year)?.value;
  } catch {
    return undefined;
  }
}

describe.skipIf(!here)('names in the registers (skipped where the evaluation data are not at hand)', () => {
  it('finds at least 98 % of municipalities of 100,000 that report to CDP, nine in ten of them at the size they report', () => {
    const large = reporters().filter(({ name, population }) => population! >= 100_000 && !NO_CITY.test(name));
    expect(large.length).toBeGreaterThan(350);
    const found = large.map((one) => ({ one, people: populationOf(one) })).filter(({ people }) => people !== undefined);
    expect(found.length / large.length).toBeGreaterThanOrEqual(0.98);
    const near = found.filter(({ one, people }) => Math.abs(Math.log(people! / one.population!)) < Math.log(3));
    expect(near.length / found.length).toBeGreaterThanOrEqual(0.95);
  });

  it('finds every city with a published inventory, within a quarter of its population but for Austin', () => {
    const rows = parseTable('totals', readFileSync(`${data}/c40/totals.csv`, 'utf8')).rows;
    const off = new Set<string>();
    for (const row of rows) {
      const one = { name: row.text('City'), country: row.text('Country'), year: row.number('Year_calendar') };
      const people = populationOf({ ...one, population: undefined });
      const ratio = (people ?? Number.NaN) / row.number('Population');
      if (!(ratio > 0.8 && ratio < 1.25)) off.add(one.name);
    }
    expect([...off]).toEqual(['Austin']);
  });
});
