/** What the calibrated ensemble answers to a network: against figures that were worked out with FaIR in Python, and shared out by kernels. */
import { describe, expect, it } from 'vitest';
import {
  attributeCity,
  attributeNetwork,
  createNetworkClimate,
  HFC134A_GWP,
  NETWORK_GASES,
  parisGap,
  planClimate,
  planWarming,
  pulseKernels,
  rollUp,
  speciesIndex,
  worldDifference,
  type CityPaths,
  type GasPaths,
  type NetworkGas,
  type NetworkResponse,
  type WarmingPercentiles,
} from '@thousand-cities/model';
import { loadClimateModel, loadReference } from '@thousand-cities/reference/node';

const model = loadClimateModel();
const climate = createNetworkClimate(model, { reference: 'ssp245', ambitious: 'ssp119', fromYear: 2025 });
const kernels = pulseKernels(model, { reference: 'ssp245', firstYear: 2025 });

/** From nothing in 2025 to the whole in 2050, and on. */
const ramp = (whole: number) => Float64Array.from({ length: 76 }, (_, i) => whole * Math.min(1, i / 25));

/** A city that saves by a ramp, 2025–2100, from more than it could ever save. */
function city(id: string, saves: Partial<Record<NetworkGas, number>>): CityPaths {
  const flat = () => new Float64Array(76).fill(1e11);
  const paths = (of: (gas: NetworkGas) => Float64Array) =>
    Object.fromEntries(NETWORK_GASES.map((gas) => [gas, of(gas)])) as unknown as GasPaths;
  return {
    id,
    name: id,
    country: 'AAA',
    inventory: { kind: 'reported', year: 2022 },
    firstYear: 2025,
    lastYear: 2100,
    reference: paths(flat),
    plan: paths((gas) => ramp(saves[gas] ?? 0).map((tonnes) => 1e11 + tonnes)),
    actions: [{ id: 'all', name: 'all', saved: paths((gas) => ramp(-(saves[gas] ?? 0))) }],
    weights: { co2: 1, co2Land: 1, ch4: 27.9, n2o: 273, fgas: 1 },
  };
}

function answer(cities: readonly CityPaths[]) {
  const sum = rollUp(cities, { world: climate.reference });
  const difference = worldDifference(sum.total, climate.reference, { gridShare: false, firstYear: sum.firstYear });
  return { sum, difference, response: climate.respond(difference) };
}

/** At the beginning of a year, as the outside figures are told: halfway between the middles of two years. */
function atStartOf(year: number, { years, p50 }: WarmingPercentiles): number {
  const i = years.indexOf(year);
  return (p50[i]! + p50[i - 1]!) / 2;
}

describe('figures worked out with FaIR in Python, to their last digit', () => {
  it('10 Gt less fossil CO2 a year by 2050: −0.042 K in 2050, −0.218 K in 2100', () => {
    const { difference } = answer([city('a', { co2: -10e9 })]).response.ghgOnly;
    expect(Math.abs(atStartOf(2050, difference) + 0.042)).toBeLessThanOrEqual(0.0005);
    expect(Math.abs(atStartOf(2100, difference) + 0.218)).toBeLessThanOrEqual(0.0005);
  });

  it('100 Mt less CH4 a year: −0.057 K in 2050, −0.164 K in 2100', () => {
    const { difference } = answer([city('a', { ch4: -100e6 })]).response.ghgOnly;
    expect(Math.abs(atStartOf(2050, difference) + 0.057)).toBeLessThanOrEqual(0.0005);
    expect(Math.abs(atStartOf(2100, difference) + 0.164)).toBeLessThanOrEqual(0.0005);
  });

  it('with pollutants falling by 10 Gt over the fossil CO2 of 2022: +0.048 K in 2050, −0.087 K in 2100', () => {
    // The outside figures take one share for all years (10 of 37.2 Gt); the rule here takes each year's own, see the method page.
    const { difference } = answer([city('a', { co2: -10e9 })]);
    const share = ramp(-10 / worldIn('CO2 FFI', 2022));
    const along = difference.withCoEmitted.slice(5).map(({ species }) => ({
      species,
      firstYear: 2025,
      values: share.map((part, i) => part * worldIn(species, 2025 + i)),
    }));
    const { withCoEmitted } = climate.respond({ ...difference, withCoEmitted: [...difference.ghgOnly, ...along] });
    expect(Math.abs(atStartOf(2050, withCoEmitted.difference) - 0.048)).toBeLessThanOrEqual(0.0006);
    expect(Math.abs(atStartOf(2100, withCoEmitted.difference) + 0.087)).toBeLessThanOrEqual(0.0006);
  });

  it('one pulse: 1 Gt CO2 of 2030 is 0.34 mK in 2100, 1 Mt CH4 0.034 mK in 2050', () => {
    // Their figures are medians and the kernels means: a few per cent apart.
    const { co2, ch4 } = kernels.kelvinPerTonne.ghgOnly;
    expect(co2[76 + 5]! * 1e9).toBeCloseTo(0.34e-3, 4);
    expect(ch4[5]! * 1e6).toBeCloseTo(0.034e-3, 6);
  });
});

function worldIn(species: string, year: number): number {
  const { firstYear, lastYear, values } = climate.reference;
  return values[speciesIndex(species) * (lastYear - firstYear + 1) + year - firstYear]!;
}

it('F-gases become HFC-134a by the potentials of the reference set', () => {
  for (const set of ['AR4', 'AR5', 'AR6'] as const)
    expect(HFC134A_GWP[set]).toBe(loadReference().gwpSet(set).values['HFC-134a']);
});

it('one plan in the world: 10 Gt a year less by 2050 is 130 Gt until then, and −0.22 K (−0.31 to −0.15) in 2100', () => {
  // Σ i ÷ 25 for i = 0…25 is 13; fifty more years at the whole. Kelvins from docs/methods/warming-compared.md, of FaIR in Python.
  const { avoidedTonnes, gridTonnes, years, members } = planWarming(city('a', { co2: -10e9 }), planClimate(model));
  expect(avoidedTonnes.by2050 / 1e9).toBeCloseTo(130, 6);
  expect(avoidedTonnes.by2100 / 1e9).toBeCloseTo(630, 6);
  expect(gridTonnes).toEqual({ by2050: 0, by2100: 0 });
  expect(members).toBe(841);
  const { change, world } = years.find(({ year }) => year === 2100)!;
  // Middle of the year here, and its beginning there.
  for (const [found, told] of [
    [change.low, -0.31],
    [change.middle, -0.22],
    [change.high, -0.15],
  ] as const)
    expect(Math.abs(found - told)).toBeLessThan(0.008);
  expect(world.middle).toBeCloseTo(2.61, 2);
});

describe('the answer', () => {
  it('is the reference world to the bit when nothing is saved', () => {
    const { response } = answer([city('a', {})]);
    expect(response.ghgOnly.warming).toEqual(response.reference.warming);
    expect(response.withCoEmitted.difference.p95.every((kelvin) => kelvin === 0)).toBe(true);
  });

  it('is what a whole run from 1750 gives', () => {
    const { difference, response } = answer([city('a', { co2: -1e9, ch4: -5e6 })]);
    const early = createNetworkClimate(model, { reference: 'ssp245', ambitious: 'ssp119', fromYear: 1990 });
    const { warming } = early.respond(difference).ghgOnly;
    expect(warming.p50.slice(-76)).toEqual(response.ghgOnly.warming.p50);
  });

  it('loses nothing that differs before the first year reported', () => {
    const late = createNetworkClimate(model, { reference: 'ssp245', ambitious: 'ssp119', fromYear: 2060 });
    const { difference, response } = answer([city('a', { co2: -1e9 })]);
    expect(late.respond(difference).ghgOnly.difference.p50.at(-1)).toBe(response.ghgOnly.difference.p50.at(-1));
  });

  it('is checked against TCRE and GWP*', () => {
    const { crossCheck } = answer([city('a', { co2: -5e9 })]).response;
    expect(crossCheck).toMatchObject({ year: 2100, agrees: true });
  });

  it('closes a part of the gap by every measure', () => {
    const { sum, response } = answer([city('a', { co2: -1e9 })]);
    const { gaps } = parisGap(sum, {
      budgets: loadReference().carbonBudgetSet('IGCC-2024'),
      gwp: loadReference().gwpSet('AR6'),
      reference: climate.reference,
      ambitious: climate.ambitious,
      gridShare: false,
      warming: { response, ambitious: climate.ambitiousWarming() },
    });
    // 1 Gt a year where the scenarios are tens of Gt apart
    expect(gaps.map(({ measure, year }) => `${measure} ${year}`)).toEqual([
      'emissions 2030',
      'emissions 2050',
      'cumulative-co2 2050',
      'cumulative-co2 2100',
      'warming 2050',
      'warming 2050',
      'warming 2100',
      'warming 2100', // prettier-ignore
    ]);
    for (const gap of gaps.filter(({ case: name }) => name !== 'withCoEmitted')) {
      expect(gap.share).toBeGreaterThan(0);
      expect(gap.share).toBeLessThan(0.1);
    }
  });
});

describe('whose part is what', () => {
  const shareOut = (cities: readonly CityPaths[], from = kernels, name: 'ghgOnly' | 'withCoEmitted' = 'ghgOnly') => {
    const { sum, response } = answer(cities);
    return attributeNetwork(sum, from, response, { case: name, gridShare: false });
  };

  it.each([
    // the residuals that superposition of pulses has in the outside figures: 0.15 and 1.5 % in 2100
    [{ co2: -1e9 }, 0.0025],
    [{ co2: -10e9 }, 0.02],
    [{ ch4: -200e6 }, 0.03],
    [{ n2o: -2e6 }, 0.02],
    [{ co2: -3e9, co2Land: -1e9, ch4: -30e6, n2o: -1e6 }, 0.05],
  ] as const)('%o: parts miss less than %f of the full run', (saves, most) => {
    const { sum, full, residual, residualShare } = shareOut([city('a', saves)]);
    for (const t of [0, 1]) {
      expect(residualShare[t]).toBeLessThan(most);
      expect(sum[t]! + residual[t]!).toBeCloseTo(full[t]!, 12);
    }
  });

  it('slopes taken halfway miss less, and bring pollutants within reach', () => {
    const cities = [city('a', { co2: -10e9 })];
    const { difference } = answer(cities);
    const halfway = pulseKernels(model, { reference: 'ssp245', firstYear: 2025, halfwayTo: difference });
    for (const share of shareOut(cities, halfway).residualShare) expect(share).toBeLessThan(0.002);
    expect(shareOut(cities, halfway, 'withCoEmitted').residualShare[0]).toBeLessThan(0.02);
  });

  it('two cities and their actions have what each would have alone', () => {
    const [a, b] = [city('a', { co2: -1e9 }), city('b', { ch4: -10e6 })];
    const both = shareOut([a, b]);
    expect(both.cities[1]).toBeCloseTo(shareOut([a]).cities[1]!, 15);
    expect(both.cities[3]).toBeCloseTo(shareOut([b]).cities[1]!, 15);
    const [all] = both.actions;
    expect(all).toMatchObject({ id: 'all', cities: 2 });
    expect(all!.kelvin[1]).toBeCloseTo(both.sum[1]!, 12);
    for (const kelvin of both.unassigned) expect(Math.abs(kelvin)).toBeLessThan(1e-12);
  });

  it('one city’s actions can be told by themselves', () => {
    const { sum } = answer([city('a', { co2: -1e9 })]);
    const [all] = attributeCity(sum, kernels, 0, 'ghgOnly');
    // ramp to 1 Gt: 12.5 + 0.5 Gt by the end of 2050
    expect(all!.tonnes[0]! / 1e9).toBeCloseTo(-13, 9);
    expect(attributeCity(answer([city('a', {})]).sum, kernels, 0, 'ghgOnly')[0]!.kelvin).toEqual([0, 0]);
  });

  it('a large change that the parts miss is a finding', () => {
    const response: NetworkResponse = answer([city('a', { co2: -10e9 })]).response;
    const doubled = rollUp([city('a', { co2: -20e9 })], { world: climate.reference });
    const { findings } = attributeNetwork(doubled, kernels, response, { case: 'ghgOnly', gridShare: false });
    expect(findings.map(({ code }) => code)).toEqual(['network-attribution-residual', 'network-attribution-residual']);
  });
});
