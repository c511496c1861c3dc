import {
  cellTonnesByRef,
  co2eOf,
  GPC_REFERENCES,
  splitIntoCells,
  type CountryProfile,
  type Inventory,
  type InventoryRow,
  type SplitOptions,
} from '@thousand-cities/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorLibrary, readTable } from '../node.ts';
import { parseSplitShares } from './load.ts';

const splits = parseSplitShares(readTable);
const factors = factorLibrary();
const gwpSet = factors.gwpSets.find(({ id }) => id === 'AR5')!;
const options: SplitOptions = { gwpSet };

function country(iso3: string, incomeGroup: CountryProfile['incomeGroup'], hdd: number, grid?: number): CountryProfile {
  return {
    iso3,
    name: iso3,
    region: 'World',
    incomeGroup,
    heatingDegreeDays: { value: hdd, unit: '°C·days', source: 'test', provenance: 'default' },
    ...(grid === undefined
      ? {}
      : { gridIntensity: { unit: 'g CO2/kWh', source: 'ember', points: [{ year: 2020, value: grid }] } }),
  };
}

const row = (ref: string, co2eTonnes: InventoryRow['co2eTonnes'], more: Partial<InventoryRow> = {}): InventoryRow => ({
  ref,
  co2eTonnes,
  provenance: 'city-value',
  sources: ['city'],
  ...more,
});

const inventory = (rows: InventoryRow[], population = 1_000_000): Inventory => ({
  city: { name: 'Town', country: 'IDN' },
  year: 2020,
  population,
  gwpSet: 'AR5',
  rows,
});

const indonesia = country('IDN', 'lower-middle', 0, 700);
const poland = country('POL', 'high', 3_500, 650);

describe('splitting an inventory into cells', () => {
  it('keeps the CO2e of every reference, whatever the city (law, to 1e-9)', () => {
    const refs = GPC_REFERENCES.map(({ ref }) => ref);
    const rows = fc.uniqueArray(
      fc.record({ ref: fc.constantFrom(...refs), value: fc.double({ min: 0, max: 1e7, noNaN: true }) }),
      { selector: ({ ref }) => ref, maxLength: 54 },
    );
    const places = fc.record({
      iso3: fc.constantFrom('IDN', 'POL', 'USA', 'CHN', 'TCD', 'BRA', 'NLD', 'DNK'),
      income: fc.constantFrom('low', 'lower-middle', 'upper-middle', 'high', 'unknown' as const),
      hdd: fc.double({ min: 0, max: 6_000, noNaN: true }),
      grid: fc.option(fc.double({ min: 1, max: 1_200, noNaN: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(rows, places, (given, place) => {
        const { cells } = splitIntoCells(
          inventory(given.map(({ ref, value }) => row(ref, value))),
          country(place.iso3, place.income as CountryProfile['incomeGroup'], place.hdd, place.grid),
          splits,
          factors,
          options,
        );
        const totals = cellTonnesByRef(cells, gwpSet);
        for (const { ref, value } of given) {
          const sum = totals[ref] ?? 0;
          expect(Math.abs(sum - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
        }
        expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
        for (const cell of cells) {
          expect(Number.isFinite(cell.amount)).toBe(true);
          if (!cell.sink) expect(cell.amount).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('divides fuel by energy shares and derives activity from the factor', () => {
    // One carrier only: rail diesel, IPCC 2006 Table 3.4.1: 74 100 kg CO2/TJ, 4.15 kg CH4, 28.6 kg N2O.
    // t CO2e/MWh (AR5 fossil CH4 30, N2O 265) = 3.6e-6 · (74 100 + 4.15 · 30 + 28.6 · 265) = 0.2945…
    const perMwh = 3.6e-6 * (74_100 + 4.15 * gwpSet.values['CH4-fossil']! + 28.6 * 265);
    const { cells } = splitIntoCells(inventory([row('II.2.1', 1_000)]), indonesia, splits, factors, options);
    const rail = cells.find(({ id }) => id === 'II.2.1:rail:diesel')!;
    expect(rail.amount).toBeCloseTo(1_000 / perMwh, 6);
    expect(rail.unit).toBe('MWh');
    expect(rail.provenance).toBe('assumption');
  });

  it('works out the example of docs/methods/cells.md', () => {
    const { cells } = splitIntoCells(inventory([row('I.1.1', 1_000)]), indonesia, splits, factors, options);
    const of = (carrier: string) => {
      const own = cells.filter((cell) => cell.ref === 'I.1.1' && cell.carrier === carrier);
      const mwh = own.reduce((sum, { amount }) => sum + amount, 0);
      return [mwh, own.reduce((sum, { amount, factors: f }) => sum + amount * co2eOf(f, gwpSet), 0)];
    };
    const expected = { lpg: [4_103.08, 934.663], fuelwood: [482.715, 16.439], 'natural-gas': [241.358, 48.898] };
    for (const [carrier, [mwh, tonnes]] of Object.entries(expected)) {
      expect(of(carrier)[0]).toBeCloseTo(mwh!, 2);
      expect(of(carrier)[1]).toBeCloseTo(tonnes!, 2);
    }
    const lpg = cells.filter(({ ref, carrier }) => ref === 'I.1.1' && carrier === 'lpg');
    const cooking = lpg.find(({ use }) => use === 'cooking')!;
    expect(cooking.amount / lpg.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(0.95, 9);
  });

  it('gives electricity by the national grid factor', () => {
    // 700 t at 700 g/kWh are 1 000 MWh over all uses.
    const { cells } = splitIntoCells(inventory([row('I.1.2', 700)]), indonesia, splits, factors, options);
    const power = cells.filter(({ ref, carrier }) => ref === 'I.1.2' && carrier === 'grid-electricity');
    expect(power.reduce((sum, cell) => sum + cell.amount, 0)).toBeCloseTo(1_000, 6);
    expect(power.find(({ use }) => use === 'space-heating')).toBeUndefined();
    expect(power.find(({ use }) => use === 'space-cooling')!.price).toBe('grid-electricity/residential');
  });

  it('keeps a carrier the city measured, and its amount', () => {
    const gas = row('I.1.1', 2_050, {
      activity: { activity: 'heating of dwellings', carrier: 'natural gas', amount: 36_000, unit: 'GJ' },
    });
    const { cells } = splitIntoCells(inventory([gas]), poland, splits, factors, options);
    const own = cells.filter(({ ref, amount }) => ref === 'I.1.1' && amount > 0);
    expect(new Set(own.map(({ carrier }) => carrier))).toEqual(new Set(['natural-gas']));
    // 36 000 GJ / 3.6 = 10 000 MWh
    expect(own.reduce((sum, cell) => sum + cell.amount, 0)).toBeCloseTo(10_000, 6);
    expect(own.every(({ provenance }) => provenance === 'city-value')).toBe(true);
  });

  it('keeps the masses of a row that gives its gases', () => {
    const gases = { CO2: 900, 'CH4-fossil': 2, N2O: 0.1 };
    const weighed = 900 + 2 * gwpSet.values['CH4-fossil']! + 0.1 * gwpSet.values['N2O']!;
    const { cells } = splitIntoCells(inventory([row('I.1.1', weighed, { gases })]), poland, splits, factors, options);
    const own = cells.filter(({ ref }) => ref === 'I.1.1');
    for (const [species, mass] of Object.entries(gases)) {
      const sum = own.reduce((total, cell) => total + cell.amount * (cell.factors[species] ?? 0), 0);
      expect(sum).toBeCloseTo(mass, 9);
    }
  });

  it('lets losses follow consumption when the figures agree', () => {
    const { cells } = splitIntoCells(
      inventory([row('I.1.2', 1_000), row('I.1.3', 80)]),
      indonesia,
      splits,
      factors,
      options,
    );
    const losses = cells.filter(({ ref }) => ref === 'I.1.3');
    expect(losses.length).toBeGreaterThan(3);
    for (const cell of losses) {
      expect(cell.derivedFrom!.share).toBeCloseTo(0.08, 12);
      const parent = cells.find(({ id }) => id === cell.derivedFrom!.cell)!;
      expect(cell.amount).toBeCloseTo(0.08 * parent.amount, 9);
    }
  });

  it('keeps losses apart when no consumption is reported', () => {
    const { cells, findings } = splitIntoCells(inventory([row('I.1.3', 80)]), indonesia, splits, factors, options);
    expect(cells.every(({ derivedFrom }) => derivedFrom === undefined)).toBe(true);
    expect(findings.map(({ code }) => code)).toContain('losses-standalone');
  });

  it('gives no cells to a notation key, and says so where it hides emissions', () => {
    const rows = [row('I.1.1', { keys: ['NO'] }), row('III.1.1', { keys: ['NE'] })];
    const { cells, findings } = splitIntoCells(inventory(rows), indonesia, splits, factors, options);
    expect(cells).toEqual([]);
    expect(findings.map(({ code, path }) => [code, path[1]])).toEqual([['reference-without-cells', 'III.1.1']]);
  });

  it('leaves room for electricity where fuel is burned today', () => {
    const { cells } = splitIntoCells(
      inventory([row('I.1.1', 100), row('II.1.1', 100), row('I.3.1', 100)]),
      poland,
      splits,
      factors,
      options,
    );
    const empty = cells.filter(({ amount }) => amount === 0).map(({ id }) => id);
    expect(empty).toEqual(
      expect.arrayContaining([
        'I.1.2:space-heating:grid-electricity',
        'I.1.2:space-heating:district-heat',
        'II.1.2:passenger-car:grid-electricity',
        'II.1.2:bus:grid-electricity',
        'I.3.2:industrial-heat:grid-electricity',
      ]),
    );
  });

  it('lets land be a sink', () => {
    const { cells } = splitIntoCells(inventory([row('V.2', -500)]), poland, splits, factors, options);
    expect(cells).toMatchObject([{ id: 'V.2:land:none', amount: -500, sink: true }]);
  });

  it('does not believe more electricity per head than anyone uses', () => {
    // 1 t/head of scope 2 on a grid of 10 g/kWh would be 100 MWh per head.
    const hydro = country('PRY', 'upper-middle', 100, 10);
    const { cells, findings } = splitIntoCells(inventory([row('I.1.2', 1e6)]), hydro, splits, factors, options);
    expect(findings.map(({ code }) => code)).toContain('grid-factor-lifted');
    const mwh = cells.filter(({ ref }) => ref === 'I.1.2').reduce((sum, cell) => sum + cell.amount, 0);
    expect(mwh / 1e6).toBeCloseTo(25, 6);
  });
});

describe('the split tables', () => {
  it('speak of every reference that can hold a figure', () => {
    for (const { ref } of GPC_REFERENCES) {
      if (ref === 'V.2') continue;
      for (const place of [
        indonesia,
        poland,
        country('TCD', 'low', 0, 400),
        country('MEX', 'upper-middle', 1_500, 450),
      ]) {
        const { findings } = splitIntoCells(inventory([row(ref, 1_000)]), place, splits, factors, options);
        expect(findings.map(({ code }) => code)).not.toContain('split-missing');
      }
    }
  });
});
