/** The starter inventory on the reference set as shipped: laws that hold for any city. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  BOUNDARIES,
  GPC_REFERENCES,
  DomainError,
  co2eOf,
  estimateGroups,
  isMissing,
  refsIn,
  starterInputs,
  starterInventory,
  starterPopulation,
  starterTotals,
  totalsOf,
  type City,
} from '@thousand-cities/model';
import { loadReference, loadStarter } from '../node.ts';

const reference = loadReference();
const coefficients = loadStarter();
const gwpSet = reference.gwpSet('AR5');
const options = { year: 2018, gwpSet };

const city: City = { name: 'Anywhere', country: 'DEU', latitude: 51, longitude: 10, population: 400_000 };
const inventoryOf = (of: City, with_ = options) =>
  starterInventory(of, reference.country(of.country), coefficients, with_);

/** Places that differ in climate, income and grid. */
const anyCity = fc
  .record({
    country: fc.constantFrom('DEU', 'IND', 'KEN', 'BRA', 'USA', 'IDN', 'JPN', 'ZAF', 'MNG', 'NOR'),
    latitude: fc.double({ min: -55, max: 70, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    population: fc.integer({ min: 15_000, max: 30_000_000 }),
  })
  .map((place): City => ({ name: 'Any', ...place }));

describe('starter inventory', () => {
  it('says something of each of the 54 references, once', () => {
    const refs = inventoryOf(city).rows.map((row) => row.ref);
    expect(refs).toEqual(GPC_REFERENCES.map(({ ref }) => ref));
  });

  it('explains every notation key and marks every row as a default with a source', () => {
    for (const row of inventoryOf(city).rows) {
      expect(row.provenance).toBe('default');
      expect(row.sources.length).toBeGreaterThan(0);
      for (const source of row.sources) expect(reference.source(source).title).not.toBe('');
      if (isMissing(row.co2eTonnes)) expect(row.co2eTonnes.explanation).toBeTruthy();
      if (isMissing(row.co2eTonnes) && row.co2eTonnes.keys.includes('IE'))
        expect(row.co2eTonnes.includedIn?.length).toBeGreaterThan(0);
    }
  });

  it('has totals that are the sum of their references', () => {
    fc.assert(
      fc.property(anyCity, (any) => {
        const inventory = inventoryOf(any);
        for (const boundary of BOUNDARIES) {
          const refs = new Set(refsIn(boundary));
          const sum = inventory.rows.reduce(
            (total, { ref, co2eTonnes }) => total + (refs.has(ref) && !isMissing(co2eTonnes) ? co2eTonnes : 0),
            0,
          );
          expect(totalsOf(inventory)[boundary].co2eTonnes).toBeCloseTo(sum, 3);
        }
      }),
    );
  });

  it('has intervals that are positive and hold the central figure', () => {
    fc.assert(
      fc.property(anyCity, (any) => {
        for (const { interval, co2eTonnes } of inventoryOf(any).rows) {
          if (isMissing(co2eTonnes)) continue;
          expect(interval!.central).toBe(co2eTonnes);
          expect(interval!.low).toBeGreaterThan(0);
          expect(interval!.low).toBeLessThan(interval!.central);
          expect(interval!.high).toBeGreaterThan(interval!.central);
        }
        const totals = starterTotals(any, reference.country(any.country), coefficients, options);
        for (const boundary of BOUNDARIES) {
          expect(totals[boundary].low).toBeGreaterThan(0);
          expect(totals[boundary].low).toBeLessThan(totals[boundary].central);
          expect(totals[boundary].high).toBeGreaterThan(totals[boundary].central);
        }
      }),
    );
  });

  it('grows with population, all else equal', () => {
    fc.assert(
      fc.property(anyCity, fc.double({ min: 1.01, max: 5, noNaN: true }), (any, factor) => {
        const total = (of: City) => totalsOf(inventoryOf(of)).basic.co2eTonnes;
        expect(total({ ...any, population: any.population! * factor })).toBeGreaterThan(total(any));
      }),
    );
  });

  it('gives gases whose CO2e is the figure, in any GWP set', () => {
    for (const id of ['AR4', 'AR5', 'AR6'] as const) {
      const set = reference.gwpSet(id);
      for (const row of inventoryOf(city, { year: 2018, gwpSet: set }).rows) {
        if (isMissing(row.co2eTonnes)) continue;
        expect(co2eOf(row.gases!, set) / row.co2eTonnes).toBeCloseTo(1, 9);
      }
    }
  });

  it('is the same every time', () => {
    expect(JSON.stringify(inventoryOf(city))).toBe(JSON.stringify(inventoryOf(city)));
  });

  it('refuses a city without population or coordinates, naming the figure', () => {
    const { population: _p, ...uncounted } = city;
    expect(() => inventoryOf(uncounted)).toThrow(/population is not known/);
    const { latitude: _l, ...unplaced } = city;
    expect(() => inventoryOf(unplaced)).toThrow(/latitude is not known/);
    expect(() => inventoryOf({ ...city, population: 0 })).toThrow(/must be above 0/);
  });

  it('computes for every city of the gazetteer, with per-head totals no city has ever been without', () => {
    // 0.1 to 60 t CO2e per head: the least published BASIC inventories are near 0.5, the greatest near 30.
    const iso3Of = new Map(reference.places.countries.map(({ iso2, iso3 }) => [iso2, iso3]));
    const refused: string[] = [];
    for (const { id, name, iso2, lat, lon, population } of reference.gazetteer.cities) {
      const any = { id, name, country: iso3Of.get(iso2)!, latitude: lat, longitude: lon, population };
      try {
        const { basic } = estimateGroups(starterInputs(any, 2019, coefficients), coefficients);
        if (!(basic > 0.1 && basic < 60)) refused.push(`${name} (${iso2}): ${basic} t per head`);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push(error.message);
      }
    }
    expect(refused).toEqual([]);
  });

  it('counts people within the administrative boundary where that is known, and follows the growth of the country', () => {
    // Gazetteers give Buenos Aires as 13 million, the agglomeration; the autonomous city has about 3.1 million.
    const buenosAires = reference.gazetteer.find('Buenos Aires', 'ARG');
    const place = { id: buenosAires.id, name: 'Buenos Aires', country: 'ARG', population: buenosAires.population };
    const { value, source } = starterPopulation(place, reference.country('ARG'), coefficients, 2018)!;
    expect(value).toBeGreaterThan(2.9e6);
    expect(value).toBeLessThan(3.3e6);
    expect(source).toBe('nangini-2019');
    const growing = { name: 'Somewhere', country: 'KEN', population: 100_000 };
    const at = (year: number) => starterPopulation(growing, reference.country('KEN'), coefficients, year)!.value;
    expect(at(2015)).toBe(100_000);
    expect(at(2021)).toBeGreaterThan(at(2018));
  });
});
