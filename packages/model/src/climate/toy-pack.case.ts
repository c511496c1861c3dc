/** A small climate: as many members as asked for, round figures of the right size. For tests that must not need the real data. */
import { yearlyStep } from './energy-balance.ts';
import type { ClimatePack } from './pack.ts';
import { EMISSION_SPECIES } from './species.ts';
import type { WorldEmissions } from './types.ts';

const CHLORINE = 'Equivalent effective stratospheric chlorine';

/** Parameters of member m: figures near the middle of the real ensemble, moved a little from member to member. */
const PARAMETERS: Readonly<Record<string, (m: number) => number>> = {
  'iirf_0[CO2]': (m) => 32 + m,
  'iirf_uptake[CO2]': () => 0.002,
  'iirf_temperature[CO2]': (m) => 2 - 0.5 * m,
  'iirf_airborne[CO2]': () => 0.002,
  'baseline_concentration[CO2]': (m) => 278 + 0.5 * m,
  'erfari_radiative_efficiency[CH4]': () => -2e-6,
  'erfari_radiative_efficiency[N2O]': () => -3e-5,
  'ozone_radiative_efficiency[CH4]': () => 2e-4,
  'ozone_radiative_efficiency[N2O]': () => 8e-4,
  [`ozone_radiative_efficiency[${CHLORINE}]`]: () => -1e-4,
  aci_scale: (m) => -1 - 20000 * m,
  'aci_shape[Sulfur]': (m) => 0.01 / (1 + 20000 * m),
  'aci_shape[BC]': () => 1e-9,
  'aci_shape[OC]': () => 1e-5,
};

/** Properties by species; anything else asked for is 0. */
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CO2: {
    ...{
      partition_fraction0: 0.2173,
      partition_fraction1: 0.224,
      partition_fraction2: 0.2824,
      partition_fraction3: 0.2763,
    },
    ...{
      unperturbed_lifetime0: 1e9,
      unperturbed_lifetime1: 394.4,
      unperturbed_lifetime2: 36.54,
      unperturbed_lifetime3: 4.304,
    },
    ...{ g0: 0.01, g1: 11.4, molecular_weight: 44.009, tropospheric_adjustment: 0.05 },
  },
  CH4: {
    ...{ baseline_concentration: 729.2, baseline_emissions: 38, molecular_weight: 16.043, unperturbed_lifetime0: 16.8 },
    ...{ tropospheric_adjustment: -0.14, h2o_stratospheric_factor: 4.4e-5 },
    ...{ ch4_lifetime_chemical_sensitivity: 1.7e-4, lifetime_temperature_sensitivity: -0.0463 },
  },
  N2O: {
    ...{
      baseline_concentration: 270.1,
      baseline_emissions: 1,
      molecular_weight: 44.013,
      tropospheric_adjustment: 0.07,
    },
    ...{ iirf_0: 65.4, g0: 0.0767, g1: 25.5, unperturbed_lifetime0: 109, ch4_lifetime_chemical_sensitivity: -9.5e-4 },
  },
  Sulfur: { baseline_emissions: 2.3 },
  NOx: { baseline_emissions: 19, ch4_lifetime_chemical_sensitivity: -0.0034 },
  VOC: { baseline_emissions: 60, ch4_lifetime_chemical_sensitivity: 2e-4 },
  BC: { baseline_emissions: 2, lapsi_radiative_efficiency: 0.014 },
  OC: { baseline_emissions: 15 },
  CO: { baseline_emissions: 348 },
  NH3: { baseline_emissions: 6.7 },
  'CO2 AFOLU': { land_use_cumulative_emissions_to_forcing: -2.2e-4 },
  Solar: { forcing_efficacy: 1 },
  Volcanic: { forcing_efficacy: 0.6 },
  Ozone: { forcing_temperature_feedback: -0.037 },
  [CHLORINE]: { baseline_concentration: 344, ch4_lifetime_chemical_sensitivity: 2.5e-5 },
};

/** Every halogenated gas is the same one here: CFC-12, with its figures rounded, and none of it in the air of 1750. */
const HALOGEN = {
  ...{ molecular_weight: 120.91, iirf_0: 63.7, g0: 0.088, g1: 26.2, unperturbed_lifetime0: 102, cl_atoms: 2 },
  ...{ greenhouse_gas_radiative_efficiency: 0.32, fractional_release: 0.23, tropospheric_adjustment: 0.12 },
};

/** Emissions that do not change, 1750 to `lastYear`: natural ones, and CO2 besides (Gt/yr). */
export function steadyEmissions(lastYear: number, co2 = 0): WorldEmissions {
  const years = lastYear - 1749;
  const values = EMISSION_SPECIES.flatMap(({ name }) => {
    const level = name === 'CO2 FFI' ? co2 : (PROPERTIES[name]?.['baseline_emissions'] ?? 0);
    return new Array<number>(years).fill(level);
  });
  return { name: 'steady', firstYear: 1750, lastYear, values: Float64Array.from(values) };
}

/** A climate of `count` members. Solar forcing is `solar` W/m² in every year; there are no volcanoes. */
export function toyPack(count = 2, solar = 0): ClimatePack {
  const ids = Array.from({ length: count }, (_, m) => 100 + m);
  const scale = (name: string): number => (name.startsWith('forcing_scale') ? 1 : -1e-4);
  return {
    calibration: 'toy',
    memberIds: ids,
    parameter: (name) => Float64Array.from(ids, (_, m) => PARAMETERS[name]?.(m) ?? scale(name)),
    property: (species, name) => {
      const known = PROPERTIES[species];
      return known === undefined ? (HALOGEN[name as keyof typeof HALOGEN] ?? 0) : (known[name] ?? 0);
    },
    steps: Float64Array.from(
      ids.flatMap((_, m) => {
        const { a, b } = yearlyStep({ gamma: 2, capacity: [4 + m, 20, 100], exchange: [1.2, 2, 1], efficacy: 1.3 });
        return [a[0]!, ...a.subarray(4), ...b];
      }),
    ),
    natural: (kind) => (kind === 'solar' ? solar : 0),
    scenarioNames: ['steady'],
    scenario: () => steadyEmissions(2300),
  };
}
