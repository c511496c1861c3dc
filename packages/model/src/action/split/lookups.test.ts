import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrierNamed, endUseNamed, toActivityUnit } from './carriers.ts';
import { climateZoneOf, zoneWeights } from './climate.ts';
import { priceKeyOf } from './prices.ts';
import { sharesFor } from './shares.ts';
import { combineFactor95, partFactor95, rowFactor95 } from './spread.ts';

describe('climate of a place', () => {
  it('weighs zones that sum to 1 and change smoothly (law)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8_000, noNaN: true }), (days) => {
        const { hot, temperate, cold } = zoneWeights(days);
        expect(hot + temperate + cold).toBeCloseTo(1, 12);
        const near = zoneWeights(days + 1);
        for (const zone of ['hot', 'temperate', 'cold'] as const) {
          expect(Math.abs(near[zone] - zoneWeights(days)[zone])).toBeLessThan(0.002);
        }
      }),
    );
  });

  it.each([
    [0, 'hot'],
    [1_000, 'temperate'],
    [3_500, 'cold'],
    [undefined, 'temperate'],
  ] as const)('reads %s heating degree days as %s', (days, zone) => expect(climateZoneOf(days)).toBe(zone));
});

describe('activity data', () => {
  it('brings energy to MWh', () => {
    expect(toActivityUnit(3.6, 'GJ')).toEqual({ amount: 1, unit: 'MWh' });
    expect(toActivityUnit(2, 'GWh')).toEqual({ amount: 2_000, unit: 'MWh' });
    // 1 toe = 41.868 GJ = 11.63 MWh
    expect(toActivityUnit(1, 'toe')!.amount).toBeCloseTo(41.868 / 3.6, 9);
    expect(toActivityUnit(5, 'litre')).toBeUndefined();
  });

  it.each([
    ['Natural gas', 'natural-gas'],
    ['motor gasoline', 'petrol'],
    ['Gas/diesel oil', 'diesel'],
    ['electricity', 'grid-electricity'],
    ['moon dust', undefined],
  ])('knows "%s" as %s', (name, carrier) => expect(carrierNamed(name)).toBe(carrier));

  it('knows an end use only by its own name', () => {
    expect(endUseNamed('Space heating')).toBe('space-heating');
    expect(endUseNamed('warmth')).toBeUndefined();
  });
});

describe('shares', () => {
  const row = (key: string, share: number, scope = {}) => ({
    key,
    refs: ['I.1'],
    scope,
    share,
    factor95: 1.5,
    provenance: 'default' as const,
    source: 's',
  });
  const place = (iso3: string, hdd: number) => ({ iso3, income: 'high' as const, weights: zoneWeights(hdd) });
  const rows = [
    row('gas', 1),
    row('lpg', 3, { zones: ['hot'] }),
    row('gas', 1, { zones: ['hot'] }),
    row('coal', 1, { countries: ['POL'] }),
  ];
  const find = (iso3: string, hdd: number) =>
    Object.fromEntries(sharesFor(rows, (r) => r.key, 'I.1.1', place(iso3, hdd)).map(({ key, share }) => [key, share]));

  it('takes the country before the zone and the zone before everyone', () => {
    expect(find('POL', 0)).toEqual({ coal: 1 });
    expect(find('IDN', 0)).toEqual({ lpg: 0.75, gas: 0.25 });
    expect(find('DEU', 3_000)).toEqual({ gas: 1 });
  });

  it('blends zones between them', () => {
    // Half way between hot (150) and temperate (1 000): gas = 0.5 · 0.25 + 0.5 · 1.
    const { gas, lpg } = find('IDN', 575);
    expect(gas).toBeCloseTo(0.625, 9);
    expect(lpg).toBeCloseTo(0.375, 9);
  });

  it('says nothing of a reference no row covers', () =>
    expect(sharesFor(rows, (r) => r.key, 'I.10', place('DEU', 0))).toEqual([]));
});

describe('spreads', () => {
  it('gives a part that is the whole no spread of its own', () => {
    expect(partFactor95(1.8, 1)).toBe(1);
    expect(partFactor95(1.8, 0)).toBeCloseTo(1.8, 12);
  });

  it('adds independent errors in squares', () =>
    expect(Math.log(combineFactor95(Math.E ** 0.3, Math.E ** 0.4))).toBeCloseTo(0.5, 12));

  it('reads the spread of a row from its interval', () => {
    const row = { ref: 'I.1.1', co2eTonnes: 100, provenance: 'default', sources: [] } as const;
    // Low and high a factor 4 apart: 95th percentile over the median is 2.
    expect(rowFactor95({ ...row, interval: { low: 50, central: 100, high: 200 } })).toBeCloseTo(2, 12);
    expect(rowFactor95({ ...row, quality: { activity: 'H' } })).toBe(1.05);
  });
});

describe('price keys', () => {
  it('asks for the customer of the reference', () => {
    expect(priceKeyOf('I.1.1', 'natural-gas')).toBe('natural-gas/residential');
    expect(priceKeyOf('II.1.1', 'petrol')).toBe('petrol/road');
    expect(priceKeyOf('III.1.1', 'mixed-msw')).toBeUndefined();
  });

  it('takes the nearest that is known, or none', () => {
    expect(priceKeyOf('II.2.1', 'diesel', new Set(['diesel/road', 'diesel/off-road']))).toBe('diesel/off-road');
    expect(priceKeyOf('I.2.1', 'charcoal', new Set(['charcoal/residential']))).toBe('charcoal/residential');
    expect(priceKeyOf('I.2.1', 'charcoal', new Set())).toBeUndefined();
  });
});
