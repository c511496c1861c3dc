/** The parts of the starter inventory by hand-worked examples: log-linear models, series, intervals, gases, climate. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { GwpSet } from '../../gas.ts';
import { GPC_REFERENCES, refsIn } from '../gpc.ts';
import { bandOf, valueAt } from './features.ts';
import { gwpRatio, starterGases } from './gases.ts';
import { heatingAt } from './climate.ts';
import { evaluateLogModel, evaluateModel } from './log-model.ts';
import { LOSSES_OF, STARTER_KEYS } from './references.ts';
import { intervalOf, wideningOf } from './spread.ts';
import type { LogModel, StarterCoefficients, StarterFeatures } from './types.ts';

const NOWHERE = { iso3: 'XXX', region: 'nowhere' };
const features: StarterFeatures = {
  lnBuildings: Math.log(0.55),
  lnManufacturing: 0,
  lnTransport: 0,
  lnElectricity: 0,
  lnElectricityUse: 0,
  lnIntensity: 0,
  lnGdp: 0,
  lnNational: 0,
  lnDensity: 0,
  lnCentre: 0,
  lnPopulation: 0,
  heating: 0,
  lat: 0,
  latAbove15: 0,
  latAbove30: 0,
  latAbove45: 0,
};
const fuel: LogModel = {
  intercept: -0.209,
  floor: 0.1,
  terms: [{ feature: 'lnBuildings', mean: -0.597, sd: 1.097, weight: 0.658 }],
  regions: { somewhere: 0.1 },
  countries: { SOM: -0.2 },
};

describe('log-linear model', () => {
  it('meets the worked example of docs/methods/starter.md', () => {
    // ln(g + 0.1) = −0.209 + 0.658 · (−0.598 + 0.597) / 1.097 = −0.210; g = 0.811 − 0.1 = 0.711
    expect(evaluateModel(fuel, features, NOWHERE)).toBeCloseTo(0.711, 3);
  });

  it('adds the effects of region and country where it has them', () => {
    const plain = evaluateLogModel(fuel, features, NOWHERE);
    expect(evaluateLogModel(fuel, features, { iso3: 'SOM', region: 'somewhere' })).toBeCloseTo(plain - 0.1, 12);
  });

  it('never falls to nought or below, however small the predictor', () => {
    expect(evaluateModel({ ...fuel, intercept: -50 }, features, NOWHERE)).toBeGreaterThan(0);
  });
});

describe('value of a series in a year', () => {
  const series = [
    { year: 2010, value: 10 },
    { year: 2014, value: 18 },
  ];

  it('lies on the straight line between two years known, and is held outside them', () => {
    expect([2005, 2010, 2011, 2014, 2030].map((year) => valueAt(series, year))).toEqual([10, 10, 12, 18, 18]);
  });

  it('never leaves the range of the values known', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
        expect(valueAt(series, year)).toBeGreaterThanOrEqual(10);
        expect(valueAt(series, year)).toBeLessThanOrEqual(18);
      }),
    );
  });
});

const bare = {
  spreads: new Map([['basic', { low: 0.5, high: 2 }]]),
  widening: { smallCity: 0.2, cap: 1.8, newRegion: 1.25 },
  basic: { ...fuel, regions: { somewhere: 0 } },
} as unknown as StarterCoefficients;

describe('intervals', () => {
  it('are wider for small cities up to a cap, and for regions that no city speaks for', () => {
    // 1 + 0.2 · ln(10⁶ / 10⁵) = 1 + 0.2 · 2.3026 = 1.4605; a hamlet meets the cap of 1.8
    expect(wideningOf({ region: 'somewhere', population: 5e6 }, bare)).toBe(1);
    expect(wideningOf({ region: 'somewhere', population: 1e5 }, bare)).toBeCloseTo(1.4605, 4);
    expect(wideningOf({ region: 'somewhere', population: 100 }, bare)).toBe(1.8);
    expect(wideningOf({ region: 'elsewhere', population: 5e6 }, bare)).toBe(1.25);
  });

  it('widen on the logarithmic scale', () => {
    // widening 2: 100 · 0.5² = 25 and 100 · 2² = 400
    expect(intervalOf(100, 'basic', 2, bare)).toEqual({ central: 100, low: 25, high: 400 });
  });

  it('are a factor of five where nothing was fitted', () => {
    expect(intervalOf(100, 'VI.1', 1, bare)).toEqual({ central: 100, low: 20, high: 500 });
  });
});

describe('gases', () => {
  const ar5: GwpSet = {
    id: 'AR5',
    source: 'IPCC AR5 Table 8.A.1',
    values: { CO2: 1, 'CH4-fossil': 30, 'CH4-biogenic': 28, N2O: 265, 'HFC-134a': 1300 },
  };

  it('give back the CO2e of the calibration in AR5, for every reference', () => {
    for (const { ref } of GPC_REFERENCES) expect(gwpRatio(ref, ar5)).toBeCloseTo(1, 4);
  });

  it('make landfill all methane: 28 t CO2e are one tonne', () => {
    expect(starterGases('III.1.1', 28)).toEqual({ 'CH4-biogenic': 1 });
  });
});

describe('references', () => {
  it('gives a notation key only to references that exist, and losses to references of scope 3', () => {
    const known = new Set(GPC_REFERENCES.map(({ ref }) => ref));
    for (const ref of STARTER_KEYS.keys()) expect(known.has(ref)).toBe(true);
    const basic = new Set(refsIn('basic'));
    for (const [loss, use] of LOSSES_OF) expect([basic.has(loss), basic.has(use)]).toEqual([false, true]);
  });
});

describe('income bands and heating', () => {
  it('divides countries at 6,000 and 20,000 US dollars per head', () => {
    expect([5_999, 6_000, 19_999, 20_000].map(bandOf)).toEqual(['low', 'middle', 'middle', 'high']);
  });

  it('takes the heating of a known place at that place, nearly', () => {
    // Curve 0 everywhere, one place of 2,000 HDD: 2 · 1 / (1 + 0.1) = 1.818 at it, and next to nothing 3,000 km away.
    const heating: LogModel = { intercept: 0, floor: 0, terms: [], regions: {}, countries: {} };
    const climate = [{ latitude: 50, longitude: 10, hdd: 2000 }];
    const at = (longitude: number): number =>
      heatingAt({ name: 'x', country: 'XXX', latitude: 50, longitude }, features, {
        ...bare,
        heating,
        climate,
      } as StarterCoefficients);
    expect(at(10)).toBeCloseTo(1.818, 3);
    expect(at(55)).toBeLessThan(0.001);
  });
});
