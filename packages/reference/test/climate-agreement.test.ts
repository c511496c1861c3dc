/**
 * The climate engine against runs of Python FaIR 2.2.3 that we did not write: all 841 members of three scenarios, 1750 to 2300. "expm1" is
 * FaIR with one line made numerically safe (docs/methods/climate.md), "upstream" is FaIR as published.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createClimateModel,
  createDiagnoser,
  EMISSION_SPECIES,
  equilibriumSensitivity,
  speciesIndex,
  transientResponse,
  yearlyStep,
  type ClimateModel,
  type ClimatePack,
  type Diagnosis,
  type EnergyBalance,
  type KernelName,
  type TemperatureRun,
  type WorldEmissions,
} from '@thousand-cities/model';
import { loadClimatePack } from '@thousand-cities/reference/node';
import { readCsv } from '../scripts/places/inputs.ts';
import {
  BOUNDS,
  FAIR_SCENARIOS,
  fairFixture,
  fairInputs,
  fairNumbers,
  fairRunsHere,
  fairTable,
  percentile,
} from './fair-runs.ts';

const LAST_YEAR = 2299;
const YEARS = BOUNDS - 1;

/** Years for which percentiles are compared. */
const PERCENTILE_YEARS = [1751, 1850, 1992, 2025, 2050, 2100, 2200, 2300];

/** Mean of 1850–1900 from temperatures on 1 January 1750, 1751, …: half of 1850 and of 1901. */
function baselineOf(bounds: Float64Array): number {
  return bounds.slice(100, 152).reduce((sum, t, i) => sum + (i === 0 || i === 51 ? t / 2 : t), 0) / 51;
}

/** Mid-year warming above 1850–1900, [member × year], from temperatures on 1 January, [member × bound]. */
function warmingOf(temperature: Float64Array, members: number): Float64Array {
  const warming = new Float64Array(members * YEARS);
  for (let m = 0; m < members; m++) {
    const own = temperature.subarray(m * BOUNDS, (m + 1) * BOUNDS);
    const reference = baselineOf(own);
    for (let y = 0; y < YEARS; y++) warming[m * YEARS + y] = (own[y]! + own[y + 1]!) / 2 - reference;
  }
  return warming;
}

/** Largest absolute difference over members and the years up to one. */
function worst(ours: Float64Array, theirs: Float64Array, toYear: number): number {
  let most = 0;
  for (let i = 0; i < ours.length; i++) {
    // Math.max keeps a NaN, "if larger" would not.
    if (1750 + (i % YEARS) <= toYear) most = Math.max(most, Math.abs(ours[i]! - theirs[i]!));
  }
  return most;
}

describe.skipIf(!fairRunsHere)('841 members against FaIR', () => {
  let pack: ClimatePack;
  beforeAll(() => {
    pack = loadClimatePack();
  });

  describe.each<KernelName>(['wasm', 'typescript'])('with the %s kernel', (kernel) => {
    let model: ClimateModel;
    beforeAll(() => {
      model = createClimateModel(pack, { kernel });
    });

    it.each(FAIR_SCENARIOS)('warming of %s is within 1e-10 K to 2300, and near that of FaIR as published', (name) => {
      const { warming } = model.run(model.scenario(name), { toYear: LAST_YEAR });
      const theirs = warmingOf(fairNumbers(`temperature_expm1_${name}.f64`), 841);
      expect(worst(warming, theirs, 2100)).toBeLessThan(1e-11);
      expect(worst(warming, theirs, LAST_YEAR)).toBeLessThan(1e-10);
      if (name !== 'ssp245') return;
      const published = warmingOf(fairNumbers('temperature_upstream_ssp245.f64'), 841);
      expect(worst(warming, published, 2100)).toBeLessThan(5e-7);
      expect(worst(warming, published, LAST_YEAR)).toBeLessThan(5e-6);
    });
  });

  it.each(FAIR_SCENARIOS)(
    'on 1 January: temperature, CO2, forcing and their percentiles in %s',
    { timeout: 120_000 },
    (name) => {
      const diagnose = createDiagnoser(pack);
      const emissions = pack.scenario(name);
      const temperature = fairNumbers(`temperature_expm1_${name}.f64`);
      const co2 = fairNumbers(`co2_expm1_${name}_every10yr.f64`);
      const forcing = fairNumbers(`erf_expm1_${name}_every10yr.f64`);
      const decades = co2.length / 841;
      expect(decades).toBe(56);
      const most = { temperature: 0, co2: 0, forcing: 0 };
      const kept: Record<string, Map<number, number[]>> = {
        T_rel_1850_1900: new Map(),
        CO2_ppm: new Map(),
        ERF: new Map(),
      };
      pack.memberIds.forEach((id, m) => {
        const own = diagnose(emissions, id, 2300);
        const [surface] = own.temperature;
        for (let b = 0; b < BOUNDS; b++) {
          most.temperature = larger(most.temperature, surface[b]! - temperature[m * BOUNDS + b]!);
        }
        for (let d = 0; d < decades; d++) {
          most.co2 = larger(most.co2, own.co2[10 * d]! / co2[m * decades + d]! - 1);
          most.forcing = larger(most.forcing, own.totalForcing[10 * d]! - forcing[m * decades + d]!);
        }
        const reference = baselineOf(surface);
        for (const year of PERCENTILE_YEARS) {
          keep(kept['T_rel_1850_1900']!, year, surface[year - 1750]! - reference);
          keep(kept['CO2_ppm']!, year, own.co2[year - 1750]!);
          keep(kept['ERF']!, year, own.totalForcing[year - 1750]!);
        }
      });
      expect(most.temperature).toBeLessThan(1e-10);
      expect(most.co2).toBeLessThan(1e-9);
      expect(most.forcing).toBeLessThan(1e-10);
      const rows = fairTable('percentiles.csv').filter((row) => row['scenario'] === name);
      expect(rows).toHaveLength(21);
      for (const row of rows) {
        for (const [year, values] of kept[row['variable']!]!) {
          const ours = percentile(values, Number(row['percentile']) / 100);
          const theirs = Number(row[year]);
          // Nine digits are given.
          expect(Math.abs(ours - theirs), `${row['variable']!} ${year}`).toBeLessThan(
            6e-9 * Math.max(1, Math.abs(theirs)),
          );
        }
      }
    },
  );

  it.each(FAIR_SCENARIOS)('every component of ten members of %s', (name) => {
    const diagnose = createDiagnoser(pack);
    const emissions = pack.scenario(name);
    const members = new Map<string, Diagnosis>();
    const rows = fairTable(`detail_expm1_${name}.csv.gz`);
    expect(rows).toHaveLength(10 * BOUNDS);
    const most = new Map<string, number>();
    for (const row of rows) {
      const id = row['member']!;
      const own = members.get(id) ?? diagnose(emissions, Number(id), 2300);
      members.set(id, own);
      const bound = Number(row['timebound']) - 1750;
      for (const [column, { of, scale }] of Object.entries(COLUMNS)) {
        // FaIR leaves the lifetimes of the last instant at 0: nothing is stepped from there.
        if (column.startsWith('alpha') && bound === BOUNDS - 1) continue;
        const difference = (of(own)[bound]! - Number(row[column])) / scale;
        most.set(column, larger(most.get(column) ?? 0, difference));
      }
    }
    for (const [column, difference] of most) expect(difference, column).toBeLessThan(1e-11);
    expect([...most.keys()].sort()).toEqual(
      Object.keys(rows[0]!)
        .filter((c) => c in COLUMNS)
        .sort(),
    );
    expect(most.size).toBe(25);
  });

  it('ten members of three scenarios are within 5e-7 K to 2100 and 5e-6 K to 2300 of FaIR as published', () => {
    const { members, timebounds, upstream } = fairFixture();
    const diagnose = createDiagnoser(pack);
    expect(Object.keys(upstream)).toEqual([...FAIR_SCENARIOS]);
    for (const [name, { T0 }] of Object.entries(upstream)) {
      members.forEach((id, m) => {
        const [surface] = diagnose(pack.scenario(name), id, 2300).temperature;
        timebounds.forEach((year, i) => {
          const difference = Math.abs(surface[year - 1750]! - T0[m]![i]!);
          expect(difference, `${name} ${id} ${year}`).toBeLessThan(year <= 2100 ? 5e-7 : 5e-6);
        });
      });
    }
  });

  it('responses to a pulse in 2030', () => {
    const model = createClimateModel(pack);
    const reference = model.scenario('ssp245');
    const years = { fromYear: 2030, toYear: 2100 };
    const before = model.run(reference, years);
    const rows = fairTable('pulse_response_2030_ssp245.csv');
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      const response = responses(model.run(withPulse(reference, row['species']!), years), before);
      for (const year of [2035, 2040, 2050, 2075, 2100]) {
        const milli = response(year).map((kelvin) => 1000 * kelvin);
        for (const p of [5, 50, 95]) {
          const theirs = Number(row[`${year}_p${p}_mK`]);
          // Six digits are given.
          const difference = Math.abs(percentile(milli, p / 100) - theirs);
          expect(difference, `${row['species']!} ${year} p${p}`).toBeLessThan(1e-5 * Math.abs(theirs) + 1e-9);
        }
      }
    }
  });

  it('one year of the energy balance, and the sensitivities that follow from it', () => {
    const matrices = fairNumbers('ebm_expm_A16_b4_841.f64');
    const sensitivities = fairTable('ecs_tcr_841.csv');
    const forcing = pack.parameter('forcing_4co2');
    const balances = balancesOf(pack);
    balances.forEach((balance, m) => {
      const { a, b } = yearlyStep(balance);
      [...a, ...b].forEach((value, i) => expect(Math.abs(value - matrices[20 * m + i]!)).toBeLessThan(1e-14));
      const { member, ecs_from_F4x: ecs, tcr_from_F4x: tcr } = sensitivities[m]!;
      expect(Number(member)).toBe(pack.memberIds[m]);
      // Nine decimals are given.
      expect(Math.abs(equilibriumSensitivity(balance, forcing[m]!) - Number(ecs))).toBeLessThan(6e-10);
      expect(Math.abs(transientResponse(balance, forcing[m]!) - Number(tcr))).toBeLessThan(6e-10);
    });
  });
});

/** The draft CMIP7 scenarios that FaIR bundles: warming of 2100, median and 5–95 %, as FaIR has it (two decimals). */
const EXTENSIONS: readonly (readonly [name: string, p05: number, p50: number, p95: number])[] = [
  ['high-extension', 2.6, 3.39, 4.34],
  ['medium-extension', 2.05, 2.78, 3.85],
  ['low', 1.32, 1.84, 2.69],
  ['verylow', 1.04, 1.47, 2.19],
];

describe.skipIf(fairInputs === undefined)('scenarios that are not in the pack', () => {
  it.each(EXTENSIONS)('%s runs to 2500 and warms as in FaIR by 2100', (name, p05, p50, p95) => {
    const rows = readCsv(fairInputs!, 'extensions_1750-2500.csv').filter((row) => row['scenario'] === name);
    const values = EMISSION_SPECIES.flatMap((species) => {
      const row = rows.find((one) => one['variable'] === species.name);
      return Array.from({ length: 751 }, (_, i) => Number(row![`${1750 + i}.5`]));
    });
    const emissions: WorldEmissions = { name, firstYear: 1750, lastYear: 2500, values: Float64Array.from(values) };
    const { warming } = createClimateModel(loadClimatePack()).run(emissions, { fromYear: 2099, toYear: 2500 });
    expect(warming.every(Number.isFinite)).toBe(true);
    // 1 January 2100 lies between the middles of 2099 and 2100.
    const in2100 = Array.from({ length: 841 }, (_, m) => (warming[m * 402]! + warming[m * 402 + 1]!) / 2);
    expect(Math.abs(percentile(in2100, 0.05) - p05)).toBeLessThan(0.01);
    expect(Math.abs(percentile(in2100, 0.5) - p50)).toBeLessThan(0.01);
    expect(Math.abs(percentile(in2100, 0.95) - p95)).toBeLessThan(0.01);
  });
});

/** Put a figure of one more member to those of its year. */
function keep(by: Map<number, number[]>, year: number, value: number): void {
  const values = by.get(year);
  if (values) values.push(value);
  else by.set(year, [value]);
}

/** The larger of the most so far and a difference; NaN stays. */
function larger(most: number, difference: number): number {
  return Math.max(most, Math.abs(difference));
}

/** The columns of the detailed runs: where we have them, and what a difference is measured in (units the engine's figures are of). */
const COLUMNS: Readonly<Record<string, { readonly of: (d: Diagnosis) => Float64Array; readonly scale: number }>> = {
  T0: { of: (d) => d.temperature[0], scale: 1 },
  T1: { of: (d) => d.temperature[1], scale: 1 },
  T2: { of: (d) => d.temperature[2], scale: 1 },
  C_CO2: { of: (d) => d.co2, scale: 278 },
  C_CH4: { of: (d) => d.ch4, scale: 729 },
  C_N2O: { of: (d) => d.n2o, scale: 270 },
  EESC: { of: (d) => d.chlorine, scale: 344 },
  airborne_CO2_Gt: { of: (d) => d.airborne, scale: 1000 },
  alpha_CO2: { of: (d) => d.co2Alpha, scale: 1 },
  alpha_CH4: { of: (d) => d.ch4Alpha, scale: 1 },
  F_CO2: { of: (d) => d.forcing.co2, scale: 1 },
  F_CH4: { of: (d) => d.forcing.ch4, scale: 1 },
  F_N2O: { of: (d) => d.forcing.n2o, scale: 1 },
  F_ari: { of: (d) => d.forcing.aerosolRadiation, scale: 1 },
  F_aci: { of: (d) => d.forcing.aerosolClouds, scale: 1 },
  F_O3: { of: (d) => d.forcing.ozone, scale: 1 },
  F_lapsi: { of: (d) => d.forcing.snow, scale: 1 },
  F_H2Ostrat: { of: (d) => d.forcing.stratosphericWater, scale: 1 },
  F_landuse: { of: (d) => d.forcing.landUse, scale: 1 },
  F_solar: { of: (d) => d.forcing.solar, scale: 1 },
  F_volcanic: { of: (d) => d.forcing.volcanic, scale: 1 },
  F_minorGHG: { of: (d) => d.forcing.minorGases, scale: 1 },
  F_total: { of: (d) => d.totalForcing, scale: 1 },
  toa: { of: (d) => d.imbalance, scale: 1 },
  ohc_J: { of: (d) => d.heat, scale: 1e24 },
};

/** Reference emissions and one unit more of a species in 2030. */
function withPulse(emissions: WorldEmissions, species: string): WorldEmissions {
  const values = emissions.values.slice();
  values[speciesIndex(species) * (emissions.lastYear - 1749) + 2030 - 1750]! += 1;
  return { ...emissions, values };
}

/**
 * What a pulse in 2030 does to the temperature of 1 January 2031 and later, per member, from mid-year differences d: nothing until 2030,
 * then D[y + 1] = 2 d[y] − D[y].
 */
function responses(after: TemperatureRun, before: TemperatureRun): (year: number) => readonly number[] {
  const years = after.lastYear - 2030 + 1;
  const bounds = Array.from({ length: after.members }, (_, m) => {
    const own = new Float64Array(years + 1);
    for (let y = 0; y < years; y++)
      own[y + 1] = 2 * (after.warming[m * years + y]! - before.warming[m * years + y]!) - own[y]!;
    return own;
  });
  return (year) => bounds.map((own) => own[year - 2030]!);
}

/** Parameters of the energy balance of every member. */
function balancesOf(pack: ClimatePack): readonly EnergyBalance[] {
  const of = (name: string): Float64Array => pack.parameter(name);
  const capacity = [0, 1, 2].map((layer) => of(`ocean_heat_capacity[${layer}]`));
  const exchange = [0, 1, 2].map((layer) => of(`ocean_heat_transfer[${layer}]`));
  const [gamma, efficacy] = [of('gamma_autocorrelation'), of('deep_ocean_efficacy')];
  const three = (columns: readonly Float64Array[], m: number): [number, number, number] => [
    columns[0]![m]!,
    columns[1]![m]!,
    columns[2]![m]!,
  ];
  return pack.memberIds.map((_, m) => ({
    gamma: gamma[m]!,
    capacity: three(capacity, m),
    exchange: three(exchange, m),
    efficacy: efficacy[m]!,
  }));
}
