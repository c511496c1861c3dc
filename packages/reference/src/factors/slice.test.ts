import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activityCalculator,
  calculatorReferenceOf,
  CARRIERS,
  GPC_REFERENCES,
  packFactors,
  unpackFactors,
  type ActivityLine,
  type CalculatorReference,
} from '@thousand-cities/model';
import { factorLibrary, loadReference } from '../node.ts';
import { readTable } from '../node-tables.ts';
import { parseFactors } from './factor-table.ts';

const set = loadReference();
const whole: CalculatorReference = {
  factors: factorLibrary(),
  gwpSet: set.gwpSet,
  country: set.country,
  place: (iso3) => set.places.country(iso3),
};

/** As it arrives in a browser. */
const sent = (iso3: string) => JSON.parse(JSON.stringify(set.factorSlice(iso3))) as ReturnType<typeof set.factorSlice>;

const answer = (reference: CalculatorReference, line: ActivityLine): unknown => {
  try {
    return activityCalculator(reference)(line);
  } catch (error) {
    return (error as Error).message;
  }
};

const ACTIVITIES = [
  'heating', 'passenger cars', 'buses', 'landfill', 'managed-anaerobic', 'composting', 'open burning', 'incineration',
  'septic-system', 'dairy-cattle', 'manure of swine', 'rice', 'synthetic fertiliser', 'cement', 'steel',
  'refill of gas', 'gas-distribution', 'underground-mining',
]; // prettier-ignore
const CARRIED = [
  ...CARRIERS,
  'R-410A',
  'food',
  '',
  'lignite',
  'solid storage',
  'district heat from natural gas at 88 %',
];
const UNITS = ['MWh', 't', 'm3', 'vkm', 'head', 'person', 'ha', 't CO2e', 'furlong'];

describe('the factors of a country', () => {
  const countries = ['IDN', 'KEN', 'DEU', 'BRA', 'AUS', 'USA'];
  const slices = new Map(countries.map((iso3) => [iso3, calculatorReferenceOf(set, sent(iso3))] as const));

  it('calculate every activity as the whole reference set does', () => {
    const line = fc.record({
      ref: fc.constantFrom(...GPC_REFERENCES.map(({ ref }) => ref)),
      activity: fc.record({
        activity: fc.constantFrom(...ACTIVITIES),
        carrier: fc.constantFrom(...CARRIED),
        amount: fc.double({ min: 0, max: 1e9, noNaN: true }),
        unit: fc.constantFrom(...UNITS),
      }),
      country: fc.constantFrom(...countries),
      year: fc.integer({ min: 2000, max: 2023 }),
      gwpSet: fc.constantFrom('AR4' as const, 'AR5' as const, 'AR6' as const),
    });
    let calculated = 0;
    fc.assert(
      fc.property(line, (one) => {
        const expected = answer(whole, one);
        if (typeof expected === 'object') calculated++;
        expect(answer(slices.get(one.country)!, one)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    expect(calculated).toBeGreaterThan(200);
  });

  it('refuse another country', () => {
    expect(() => slices.get('KEN')!.place('DEU')).toThrow('KEN');
  });

  it('leave out what cannot apply', () => {
    const regions = new Set(sent('IDN').defaults.livestock.rows.map((row) => row[4]));
    expect(regions.has('latin-america')).toBe(false);
    expect(regions.has('asia')).toBe(true);
  });

  it.each(['livestock', 'stationary-combustion'] as const)('lose nothing when packed: %s', (table) => {
    const rows = parseFactors(table, readTable(`factors/${table}`));
    const bare = rows.map(({ licence: _licence, note: _note, ...row }) => row);
    expect(unpackFactors(packFactors(rows))).toEqual(bare);
  });
});
