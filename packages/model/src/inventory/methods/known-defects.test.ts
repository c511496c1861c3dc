/**
 * Defects read out of the code of an open inventory tool, and of data sets that are passed around: each is a mistake that looks right.
 * Those of a method are tried on the method, those of a factor on the factor tables as they stand in the repository.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { GPC_REFERENCES, inBoundary, isGpcRef, scopeOf } from '../gpc.ts';
import { biologicalTreatment } from './biological-treatment.ts';
import { rowOf } from './core.ts';
import { domesticWastewater } from './domestic-wastewater.ts';
import { food, plastics } from './factors.case.ts';
import { incineration } from './incineration.ts';
import { GPC_COMMITMENT_DOCF, mixedDoc } from './methane-commitment.ts';
import { openBurning } from './open-burning.ts';
import { stationaryCombustion } from './stationary-combustion.ts';

/** Rows of a factor table as cells; good enough for the plain first columns that are looked at here. */
function table(name: string): readonly (readonly string[])[] {
  const url = new URL(`../../../../reference/tables/factors/${name}.csv`, import.meta.url);
  return readFileSync(url, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '')));
}

/** The values of a table keyed by item, parameter and condition, of one edition. */
function values(name: string, item: string, parameter: string, source = 'ipcc-2006'): readonly number[] {
  return table(name)
    .filter((row) => row[0] === item && row[1] === parameter && row[9] === source)
    .map((row) => Number(row[3]));
}

const residents = (share: number) => [
  { share, mcf: 0.5, collected: false },
  { share: 1 - share, mcf: 0, collected: false },
];
const factors = { bodGPerPersonDay: 40, bo: 0.6, source: 'ipcc-2006' };

describe('wastewater', () => {
  it('BOD is g per person and day: 37 in Africa, not the 13.505 kg a year that was labelled so', () => {
    const bod = values('wastewater', 'domestic', 'bod');
    expect(bod).toContain(37);
    expect(Math.min(...bod)).toBeGreaterThan(30);
    expect((37 * 365) / 1000).toBeCloseTo(13.505, 9);
    // One person, a year, in a septic tank: 37 g · 365 = 13.505 kg BOD · 0.6 · 0.5 = 4.0515 kg CH4.
    const one = domesticWastewater(1, residents(1), { ...factors, bodGPerPersonDay: 37 });
    expect(one.gases['CH4-biogenic']).toBeCloseTo(4.0515e-3, 9);
  });

  it('residents are multiplied by their share U·T, not divided by it, and once only', () => {
    const whole = domesticWastewater(1000, residents(1), factors).gases['CH4-biogenic']!;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        // Divided it would rise above the whole; applied twice it would go with the square.
        expect(domesticWastewater(1000, residents(share), factors).gases['CH4-biogenic']).toBeCloseTo(share * whole, 9);
      }),
    );
  });
});

describe('biological treatment', () => {
  it('composting counts N2O beside CH4', () => {
    expect(values('waste-biological', 'composting', 'n2o')).toContain(0.24);
    expect(biologicalTreatment(1000, { ch4GPerKg: 4, n2oGPerKg: 0.24, source: 'x' }).gases['N2O']).toBeCloseTo(0.24, 9);
  });
});

describe('burning of waste', () => {
  const mix = [
    { ...plastics, share: 0.2 },
    { ...food, share: 0.8 },
  ];

  it('N2O of batch incineration is 60 g/t, not the 50 g/t of continuous plants', () => {
    expect(values('incineration', 'batch-stoker', 'n2o')).toEqual([60]);
    expect(values('incineration', 'continuous-stoker', 'n2o')).toEqual([50]);
    const batch = { oxidation: 1, ch4GPerTonne: 60, n2oGPerTonne: 60, n2oBasis: 'wet' as const, source: 'x' };
    expect(incineration(1e6, mix, batch).gases['N2O']).toBeCloseTo(60, 9);
  });

  it('CH4 of open burning is found without a type of plant: 6,500 g/t', () => {
    expect(values('incineration', 'open-burning', 'ch4')).toEqual([6500]);
    const open = { oxidation: 0.58, ch4GPerTonne: 6500, n2oGPerTonne: 150, n2oBasis: 'dry' as const, source: 'x' };
    expect(openBurning(1000, mix, open).gases['CH4-biogenic']).toBeCloseTo(6.5, 9);
  });
});

describe('solid waste', () => {
  it('MCF of a poorly managed site with active aeration is 0.7; 0.4 is the well-managed one', () => {
    const poorly = values('waste-solid', 'managed-active-aeration-poorly', 'mcf', 'ipcc-2019');
    const well = values('waste-solid', 'managed-active-aeration-well', 'mcf', 'ipcc-2019');
    expect([poorly, well]).toEqual([[0.7], [0.4]]);
  });

  it('DOC of textiles is 0.24, in one table and everywhere', () => {
    expect(values('waste-solid', 'textiles', 'doc-wet')).toEqual([0.24]);
  });

  it.each(['plastics', 'metal', 'glass'])('DOC of %s is 0, not 0.1', (item) => {
    expect(values('waste-solid', item, 'doc-wet')).toEqual([0]);
    expect(mixedDoc([{ share: 1, doc: 0 }])).toBe(0);
  });

  it('the share of carbon that decays is 0.6 in methane commitment and 0.5 in first-order decay, never mixed', () => {
    expect(GPC_COMMITMENT_DOCF).toBe(0.6);
    expect(values('waste-solid', 'all-waste', 'docf', 'gpc-v1.1')).toEqual([0.6]);
    expect(values('waste-solid', 'all-waste', 'docf')).toEqual([0.5]);
  });
});

describe('factors', () => {
  it('net calorific values are those of IPCC Table 1.2: petrol 44.3, crude oil 42.3; 44.8 and 42.62 are of 1990', () => {
    const ncv = (fuel: string) =>
      new Set(
        table('stationary-combustion')
          .filter((row) => row[0] === fuel && row[4] === 'ncv')
          .map((row) => Number(row[5])),
      );
    expect([...ncv('motor-gasoline')]).toEqual([44.3]);
    expect([...ncv('crude-oil')]).toEqual([42.3]);
  });

  it('warming potentials are of AR4, AR5 and AR6, with HFCs, PFCs, SF6 and NF3', () => {
    const known = new Set(table('gwp').map(([set, species]) => `${set} ${species}`));
    for (const set of ['AR4', 'AR5', 'AR6']) {
      for (const species of ['N2O', 'HFC-134a', 'CF4', 'SF6', 'NF3']) expect(known).toContain(`${set} ${species}`);
    }
  });

  it('clinker takes 2 % for kiln dust once: 0.52 has it in, 0.51 has not', () => {
    expect(0.51 * 1.02).toBeCloseTo(0.52, 2);
    expect(values('ippu', 'clinker', 'co2')).toEqual([0.52, 0.51]);
  });

  it('ammonia is in t CO2 per t, not the GJ per t that stand in its place in an export (29.7, 30.2, 36.0)', () => {
    const ammonia = table('ippu').filter((row) => row[0]!.startsWith('ammonia') && row[1] === 'co2');
    expect(ammonia.length).toBeGreaterThan(0);
    for (const row of ammonia) expect(Number(row[3])).toBeLessThan(4);
  });
});

describe('references', () => {
  it('waste treated outside (III.x.2) is scope 3 and in BASIC; imported waste (III.x.3) is scope 1 and only territorial', () => {
    for (const sub of ['III.1', 'III.2', 'III.3', 'III.4']) {
      expect([scopeOf(`${sub}.1`), scopeOf(`${sub}.2`), scopeOf(`${sub}.3`)]).toEqual([1, 3, 1]);
      expect([inBoundary(`${sub}.2`, 'basic'), inBoundary(`${sub}.3`, 'basic')]).toEqual([true, false]);
      expect([inBoundary(`${sub}.2`, 'territorial'), inBoundary(`${sub}.3`, 'territorial')]).toEqual([false, true]);
    }
  });

  it('off-road is II.5 and not a second II.4; I.6.3 is spelled so', () => {
    const refs = GPC_REFERENCES.map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(54);
    expect(['II.5.1', 'II.5.2', 'II.5.3', 'I.6.3'].every((ref) => isGpcRef(ref))).toBe(true);
    expect(isGpcRef('I.63')).toBe(false);
  });
});

describe('figures', () => {
  it('are not rounded to whole tonnes on the way', () => {
    const gwp = { id: 'AR5' as const, source: 'x', values: { CO2: 1, 'CH4-fossil': 30, N2O: 265 } };
    const gas = { co2KgPerTj: 56_100, ch4KgPerTj: 5, n2oKgPerTj: 0.1, biogenic: false, source: 'x' };
    // 1 MWh of gas: 0.0036 TJ · (56.1 + 0.005 · 30 + 0.0001 · 265) t/TJ = 0.2025954 t.
    const row = rowOf('I.1.1', stationaryCombustion(1, gas), gwp, { provenance: 'city-value' });
    expect(row.co2eTonnes).toBeCloseTo(0.2025954, 9);
  });
});
