import { describe, expect, it } from 'vitest';
import {
  CARRIER_FUELS,
  CARRIERS,
  MOBILE_MODES,
  STATIONARY_SECTORS,
  canonicalSpecies,
  co2eOf,
} from '@thousand-cities/model';
import { readTable } from '../node-tables.ts';
import { blendMasses } from './gwp.ts';
import { loadFactors } from './load.ts';

const library = loadFactors(readTable);
const set = (id: string) => library.gwpSets.find((gwpSet) => gwpSet.id === id)!;

describe('warming potentials', () => {
  it('tell fossil from biogenic methane (AR6 WGI Table 7.15: 29.8 and 27.0)', () => {
    expect(set('AR6').values).toMatchObject({ 'CH4-fossil': 29.8, 'CH4-biogenic': 27 });
  });

  it('weigh biogenic CO2 as a memo, nought', () => {
    expect(co2eOf({ 'CO2-biogenic': 1000 }, set('AR5'))).toBe(0);
  });

  it('hold the same species in every set', () => {
    const [ar4, ar5, ar6] = library.gwpSets.map((gwpSet) => Object.keys(gwpSet.values).sort());
    expect(ar5).toEqual(ar4);
    expect(ar6).toEqual(ar4);
  });

  it('give R-410A its published potential (AR4: 0.5·675 + 0.5·3500 = 2087.5; regulations print 2088)', () => {
    expect(co2eOf(blendMasses(library.blends, 'R-410A', 1), set('AR4'))).toBeCloseTo(2087.5, 9);
  });

  it('give R-404A its published potential (AR4: 0.44·3500 + 0.52·4470 + 0.04·1430 = 3921.6; regulations print 3922)', () => {
    expect(co2eOf(blendMasses(library.blends, 'R-404A', 1), set('AR4'))).toBeCloseTo(3921.6, 9);
  });

  it('never give a blend more than its own mass', () => {
    for (const shares of Object.values(library.blends)) {
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it('refuse an unknown blend', () => {
    expect(() => blendMasses(library.blends, 'R-999', 1)).toThrow('R-999');
  });

  it.each([
    ['R-134a', 'HFC-134a'],
    ['HFC134a', 'HFC-134a'],
    ['R32', 'HFC-32'],
    ['PFC-14', 'CF4'],
    ['N20', 'N2O'],
    ['SF6', 'SF6'],
    ['R-410A', 'R-410A'],
  ])('read the spelling %s as %s', (written, canonical) => {
    expect(canonicalSpecies(written)).toBe(canonical);
  });
});

describe('stationary combustion', () => {
  it('holds the 54 fuels of IPCC 2006 Vol 2 Table 1.4 in four sectors', () => {
    expect(library.fuels).toHaveLength(54);
    for (const fuel of library.fuels) {
      for (const sector of STATIONARY_SECTORS)
        expect(library.stationaryFactor(fuel, sector).co2KgPerTj).toBeGreaterThan(0);
    }
  });

  it('has CO2 that agrees with the carbon content: kg C/GJ · 44/12 (Table 1.3: natural gas 15.3, diesel 20.2, wood 30.5)', () => {
    for (const [fuel, carbon] of [
      ['natural-gas', 15.3],
      ['diesel-oil', 20.2],
      ['wood', 30.5],
    ] as const) {
      const co2 = library.stationaryFactor(fuel, 'commercial').co2KgPerTj;
      expect(Math.abs(co2 / ((carbon * 1000 * 44) / 12) - 1)).toBeLessThan(0.005);
    }
  });

  it('tells sectors apart (Table 2.5: coal at home 300 kg CH4/TJ, Table 2.2: 1 in power stations)', () => {
    expect(library.stationaryFactor('other-bituminous-coal', 'residential-agriculture').ch4KgPerTj).toBe(300);
    expect(library.stationaryFactor('other-bituminous-coal', 'energy-industries').ch4KgPerTj).toBe(1);
  });

  it('refuses a fuel it does not know', () => {
    expect(() => library.stationaryFactor('unobtainium', 'commercial')).toThrow('unobtainium');
  });
});

describe('mobile combustion', () => {
  it('gives road diesel 74 100, 3.9 and 3.9 kg/TJ (Tables 3.2.1, 3.2.2)', () => {
    expect(library.mobileFactor('road', 'diesel-oil')).toMatchObject({
      co2KgPerTj: 74100,
      ch4KgPerTj: 3.9,
      n2oKgPerTj: 3.9,
      ncvTjPerGg: 43,
    });
  });

  it('refuses a fuel the mode has no factor for', () => {
    expect(() => library.mobileFactor('aviation', 'diesel-oil')).toThrow('no co2 factor');
  });
});

describe('carrier factors', () => {
  it('gives natural gas 0.20196 t CO2/MWh (56 100 kg/TJ · 3.6e-3 TJ/MWh)', () => {
    const factors = library.carrierFactors('natural-gas', 'residential-agriculture');
    expect(factors['CO2']).toBeCloseTo(0.20196, 9);
    expect(factors['CH4-fossil']).toBeCloseTo(5 * 3.6e-6, 12);
  });

  it('keeps CO2 of fuelwood as memo and its methane biogenic', () => {
    const factors = library.carrierFactors('fuelwood', 'residential-agriculture');
    expect(factors['CO2']).toBeUndefined();
    expect(factors['CO2-biogenic']).toBeCloseTo(0.4032, 9);
    expect(factors['CH4-biogenic']).toBeCloseTo(300 * 3.6e-6, 12);
  });

  it.each(CARRIERS.filter((carrier) => CARRIER_FUELS[carrier] === undefined))(
    'refuses %s, which is not burned where used',
    (carrier) => {
      expect(() => library.carrierFactors(carrier, 'commercial')).toThrow(carrier);
    },
  );

  it.each(CARRIERS.filter((carrier) => CARRIER_FUELS[carrier] !== undefined))(
    'has %s in every stationary sector',
    (carrier) => {
      for (const sector of STATIONARY_SECTORS) {
        expect(library.carrierFactors(carrier, sector)['N2O']).toBeGreaterThan(0);
      }
    },
  );

  it('has the fuels of each mode of transport', () => {
    expect(
      MOBILE_MODES.map((mode) => library.carrierFactor(mode === 'aviation' ? 'jet-kerosene' : 'diesel', mode).locator),
    ).toHaveLength(5);
    expect(library.carrierFactors('biofuel', 'rail')['CO2-biogenic']).toBeCloseTo(70800 * 3.6e-6, 9);
    expect(library.carrierFactors('other-fuel', 'off-road')['CO2']).toBeCloseTo(73300 * 3.6e-6, 9);
  });
});

describe('carbon budgets', () => {
  it('hold AR6 as published (WGI Table SPM.2: 500, 400, 300 Gt CO2 from 2020)', () => {
    const ar6 = library.carbonBudgets.find((budget) => budget.id === 'AR6-2020')!;
    expect(ar6.fromYear).toBe(2020);
    expect(ar6.gtCo2['1.5']).toMatchObject({ '0.5': 500, '0.67': 400, '0.83': 300 });
  });

  it('shrink from one yearly update to the next and with the probability asked for', () => {
    const at = (id: string, p: string) => library.carbonBudgets.find((budget) => budget.id === id)!.gtCo2['1.5']![p]!;
    const ids = ['AR6-2020', 'IGCC-2022', 'IGCC-2023', 'IGCC-2024', 'IGCC-2025'];
    for (const p of ['0.5', '0.67', '0.83']) {
      for (let i = 1; i < ids.length; i++) expect(at(ids[i]!, p)).toBeLessThan(at(ids[i - 1]!, p));
    }
    for (const id of ids) expect(at(id, '0.83')).toBeLessThan(at(id, '0.67'));
  });
});

describe('defaults of waste, processes and land', () => {
  it('keep decay and half-life of one kind of waste together: k = ln 2 / t½ (Vol 5 Tables 3.3, 3.4)', () => {
    for (const k of library.listDefaults('waste-solid').filter((factor) => factor.keys['parameter'] === 'k')) {
      const half = library.defaultFactor({
        table: 'waste-solid',
        item: k.keys['item']!,
        parameter: 'half-life',
        condition: k.keys['condition']!,
      });
      // Both tables are rounded: the product stays within 20 % of ln 2.
      expect(Math.abs((k.value * half.value) / Math.LN2 - 1)).toBeLessThan(0.2);
    }
  });

  it('tell the 2006 DOCf of 0.5 from the 0.6 of the methane commitment method', () => {
    const query = { table: 'waste-solid', item: 'all-waste', parameter: 'docf' } as const;
    expect(library.defaultFactor(query).value).toBe(0.5);
    expect(library.defaultFactor({ ...query, edition: 'gpc-v1.1' }).value).toBe(0.6);
  });

  it('give plastics, metal and glass no degradable carbon', () => {
    for (const item of ['plastics', 'metal', 'glass']) {
      expect(library.defaultFactor({ table: 'waste-solid', item, parameter: 'doc-wet' }).value).toBe(0);
    }
  });

  it('give batch incineration 60 g N2O/t and continuous 50 (Vol 5 Table 5.6)', () => {
    const n2o = (item: string) => library.defaultFactor({ table: 'incineration', item, parameter: 'n2o' }).value;
    expect([n2o('batch-stoker'), n2o('continuous-stoker')]).toEqual([60, 50]);
  });

  it('give BOD per day: Africa 37 g is 13.505 kg a year (Vol 5 Table 6.4)', () => {
    const bod = library.defaultFactor({ table: 'wastewater', item: 'domestic', parameter: 'bod', regions: ['africa'] });
    expect(bod.unit).toBe('g/cap/day');
    expect((bod.value * 365) / 1000).toBeCloseTo(13.505, 9);
  });

  it('give ammonia from fuel and carbon: 30.2 GJ/t · 15.3 kg C/GJ · 44/12 = 1.694 t CO2/t (Vol 3 Table 3.1)', () => {
    const co2 = (condition: string) =>
      library.defaultFactor({ table: 'ippu', item: 'ammonia', parameter: 'co2', condition }).value;
    expect(co2('conventional-reforming')).toBe(1.694);
    expect(co2('partial-oxidation')).toBe(2.772);
    expect(co2('average-partial-oxidation')).toBeCloseTo(3.273, 2);
  });

  it('give carbonates their stoichiometry: CaCO3 44.01/100.09 (Vol 3 Table 2.1)', () => {
    const co2 = library.defaultFactor({ table: 'ippu', item: 'calcium-carbonate', parameter: 'co2' }).value;
    expect(co2).toBeCloseTo(44.0095 / 100.0869, 4);
  });

  it('share out waste and its composition to no more than the whole', () => {
    const sums = new Map<string, number>();
    for (const factor of library.listDefaults('waste-solid')) {
      const { parameter } = factor.keys;
      if (parameter !== 'composition' && !parameter!.startsWith('share-')) continue;
      const key = `${parameter === 'composition' ? 'composition' : 'treatment'} ${factor.region}`;
      sums.set(key, (sums.get(key) ?? 0) + factor.value);
    }
    expect(sums.size).toBeGreaterThan(25);
    for (const [key, sum] of sums) expect(sum, key).toBeLessThanOrEqual(1.03);
  });

  it('take the nearest region first and the world last', () => {
    const enteric = (regions: readonly string[]) =>
      library.defaultFactor({ table: 'livestock', item: 'dairy-cattle', parameter: 'enteric-ch4', regions }).value;
    expect(enteric(['western-europe'])).toBe(126);
    expect(enteric(['IDN', 'asia'])).toBe(78);
    expect(() => enteric(['atlantis'])).toThrow('no default for enteric-ch4 of dairy-cattle (all; atlantis, world)');
  });

  it('know how methane from manure grows with warmth in every region', () => {
    const rows = library.listDefaults('livestock', undefined, 'manure-ch4');
    for (const cold of rows.filter((factor) => factor.keys['condition'] === 'temperature-10')) {
      const warm = rows.find(
        (factor) =>
          factor.keys['item'] === cold.keys['item'] &&
          factor.region === cold.region &&
          factor.keys['condition'] === 'temperature-28',
      )!;
      expect(warm.value).toBeGreaterThanOrEqual(cold.value);
    }
  });
});
