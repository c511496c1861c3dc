/** From the parameters of the calibration to the rows that the kernels read: computed once per model. */
import { ch4Forcing, co2Forcing, n2oForcing } from './forcing.ts';
import { concentrationPerMass } from './gases.ts';
import * as at from './kernel-constants.ts';
import { log } from './maths.ts';
import type { ClimatePack } from './pack.ts';
import { CHLORINE, POLLUTANTS } from './scenario.ts';

/** Figures that all members share, in the order of kernel-constants.ts. */
export function sharedRow(pack: ClimatePack): Float64Array {
  const row = new Float64Array(at.SHARED_SIZE);
  const co2 = (property: string): number => pack.property('CO2', property);
  const ch4 = (property: string): number => pack.property('CH4', property);
  row[at.G0_INVERSE] = 1 / co2('g0');
  row[at.G1_INVERSE_NEGATIVE] = -1 / co2('g1');
  for (let b = 0; b < 4; b++) {
    row[at.BOX_RATE + b] = 1 / co2(`unperturbed_lifetime${b}`);
    row[at.BOX_GAIN + b] = co2(`partition_fraction${b}`) * co2(`unperturbed_lifetime${b}`);
  }
  row[at.CO2_PER_MASS] = concentrationPerMass(co2('molecular_weight'));
  row[at.CH4_PER_MASS] = concentrationPerMass(ch4('molecular_weight'));
  row[at.CH4_BASELINE] = ch4('baseline_concentration');
  row[at.CH4_RATE] = 1 / ch4('unperturbed_lifetime0');
  row[at.CH4_LIFETIME] = ch4('unperturbed_lifetime0');
  row[at.CH4_SENSITIVITY] = ch4('ch4_lifetime_chemical_sensitivity');
  row[at.CH4_TEMPERATURE] = ch4('lifetime_temperature_sensitivity');
  row[at.OZONE_TEMPERATURE] = pack.property('Ozone', 'forcing_temperature_feedback');
  return row;
}

/** Writes one coefficient of every member. */
type Put = (place: number, valueOf: (member: number) => number) => void;

/** Coefficients of all members, [member × MEMBER_SIZE], in the order of the pack. */
export function memberRows(pack: ClimatePack): Float64Array {
  const count = pack.memberIds.length;
  const rows = new Float64Array(count * at.MEMBER_SIZE);
  const put: Put = (place, valueOf) => {
    for (let m = 0; m < count; m++) rows[m * at.MEMBER_SIZE + place] = valueOf(m);
  };
  putCarbon(pack, put);
  putGases(pack, put);
  putClouds(pack, put);
  putLinear(pack, put);
  const columns = at.MEMBER_SIZE - at.EBM;
  for (let j = 0; j < columns; j++) put(at.EBM + j, (m) => pack.steps[m * columns + j]!);
  return rows;
}

function putCarbon(pack: ClimatePack, put: Put): void {
  const names = ['iirf_0[CO2]', 'iirf_uptake[CO2]', 'iirf_temperature[CO2]', 'iirf_airborne[CO2]'];
  names.forEach((name, j) => {
    const values = pack.parameter(name);
    put(at.IIRF + j, (m) => values[m]!);
  });
}

function putGases(pack: ClimatePack, put: Put): void {
  const baseline = pack.parameter('baseline_concentration[CO2]');
  const scale = Object.fromEntries(
    (['CO2', 'CH4', 'N2O'] as const).map((gas) => {
      const adjustment = 1 + pack.property(gas, 'tropospheric_adjustment');
      return [gas, pack.parameter(`forcing_scale[${gas}]`).map((value) => value * adjustment)] as const;
    }),
  ) as Record<'CO2' | 'CH4' | 'N2O', Float64Array>;
  const rootCh4 = Math.sqrt(pack.property('CH4', 'baseline_concentration'));
  const rootN2o = Math.sqrt(pack.property('N2O', 'baseline_concentration'));
  const rootN2oChange = rootN2o - Math.sqrt(at.N2O_REFERENCE);
  put(at.CO2_BASELINE, (m) => baseline[m]!);
  put(at.SCALE_CO2, (m) => scale.CO2[m]!);
  put(at.SCALE_CH4, (m) => scale.CH4[m]!);
  put(at.SCALE_N2O, (m) => scale.N2O[m]!);
  put(at.FORCING_OFFSET, (m) => {
    const co2 = baseline[m]!;
    const own = scale.CO2[m]! * co2Forcing(co2, rootN2o) + scale.CH4[m]! * ch4Forcing(rootCh4, rootN2o);
    return own + scale.N2O[m]! * n2oForcing(Math.sqrt(co2), rootCh4, rootN2o, rootN2oChange);
  });
  const aerosol = pack.parameter('erfari_radiative_efficiency[CH4]');
  const ozone = pack.parameter('ozone_radiative_efficiency[CH4]');
  const water = pack.parameter('forcing_scale[Stratospheric water vapour]');
  const waterFactor = pack.property('CH4', 'h2o_stratospheric_factor');
  put(at.PER_METHANE, (m) => aerosol[m]! + ozone[m]! + waterFactor * water[m]!);
}

/** β [ln(1 + Σ s E) − ln(1 + Σ s E0)]: Smith et al. (2021), after Stevens (2015). */
function putClouds(pack: ClimatePack, put: Put): void {
  const scale = pack.parameter('aci_scale');
  const emitted = ['Sulfur', 'BC', 'OC'];
  const [sulfur, black, organic] = emitted.map((name) => pack.parameter(`aci_shape[${name}]`));
  const [e0, e1, e2] = emitted.map((name) => pack.property(name, 'baseline_emissions'));
  put(at.CLOUD_SCALE, (m) => scale[m]!);
  put(at.CLOUD_BASELINE, (m) => log(1 + (sulfur![m]! * e0! + (black![m]! * e1! + organic![m]! * e2!))));
  [sulfur, black, organic].forEach((values, j) => put(at.CLOUD_SENSITIVITY + j, (m) => values![m]!));
}

/** The coefficients of `LINEAR`, in its order. */
function putLinear(pack: ClimatePack, put: Put): void {
  const aerosol = (name: string): Float64Array => pack.parameter(`erfari_radiative_efficiency[${name}]`);
  const ozone = (name: string): Float64Array => pack.parameter(`ozone_radiative_efficiency[${name}]`);
  const times = (name: string, factor: number): Float64Array =>
    pack.parameter(`forcing_scale[${name}]`).map((value) => value * factor);
  const snow = times('Light absorbing particles on snow and ice', pack.property('BC', 'lapsi_radiative_efficiency'));
  const direct: Record<(typeof POLLUTANTS)[number], readonly Float64Array[]> = {
    Sulfur: [aerosol('Sulfur')],
    BC: [aerosol('BC'), snow],
    OC: [aerosol('OC')],
    NH3: [aerosol('NH3')],
    NOx: [aerosol('NOx'), ozone('NOx')],
    VOC: [aerosol('VOC'), ozone('VOC')],
    CO: [ozone('CO')],
  };
  const columns = [
    ...POLLUTANTS.map((name) => direct[name]),
    [aerosol('N2O'), ozone('N2O')],
    [ozone(CHLORINE)],
    [times('minor greenhouse gases', 1)],
    [times('Land use', pack.property('CO2 AFOLU', 'land_use_cumulative_emissions_to_forcing'))],
    [times('Solar', pack.property('Solar', 'forcing_efficacy'))],
    [times('Volcanic', pack.property('Volcanic', 'forcing_efficacy'))],
  ];
  columns.forEach((parts, j) => {
    put(at.PER_LINEAR + j, (m) => parts.reduce((total, values) => total + values[m]!, 0));
  });
}
