/** Forcing taken apart: what the kernels have in one sum, by cause. */
import { ch4Forcing, co2Forcing, n2oForcing } from './forcing.ts';
import * as at from './kernel-constants.ts';
import { cloudForcing } from './kernel-typescript.ts';
import type { ClimatePack } from './pack.ts';
import { CHLORINE, pollutantColumn } from './scenario.ts';

/** Causes of forcing. */
export const FORCING_COMPONENTS = [
  'co2',
  'ch4',
  'n2o',
  'minorGases',
  'aerosolRadiation',
  'aerosolClouds',
  'ozone',
  'snow',
  'stratosphericWater',
  'landUse',
  'solar',
  'volcanic',
] as const;
export type ForcingComponent = (typeof FORCING_COMPONENTS)[number];

/** One member and one scenario: what a diagnosis is made from. */
export interface MemberRun {
  readonly pack: ClimatePack;
  readonly member: number;
  readonly shared: Float64Array;
  /** Of this member alone. */
  readonly coefficients: Float64Array;
  readonly rows: Float64Array;
  readonly years: number;
}

/** What a member has come to at the end of a year: CO2, ppm; CH4 above baseline, ppb; surface warming at its beginning, K. */
interface MemberYear {
  /** Where the row of the year begins. */
  readonly row: number;
  readonly co2: number;
  readonly methane: number;
  readonly warm: number;
}

type ByComponent = Record<ForcingComponent, number>;
type Gas = 'co2' | 'ch4' | 'n2o';

/** Prepare to take the forcing of one member apart, W/m². */
export function forcingComponents(run: MemberRun): (now: MemberYear) => ByComponent {
  const gases = gasComponents(run);
  const linear = linearComponents(run);
  const { coefficients, rows } = run;
  return (now) =>
    Object.assign(gases(now), linear(now), { aerosolClouds: cloudForcing(coefficients, 0, rows, now.row) });
}

function gasComponents({ pack, shared, coefficients, rows }: MemberRun): (now: MemberYear) => Pick<ByComponent, Gas> {
  const baseline = coefficients[at.CO2_BASELINE]!;
  const rootCh4Before = Math.sqrt(pack.property('CH4', 'baseline_concentration'));
  const rootN2oBefore = Math.sqrt(pack.property('N2O', 'baseline_concentration'));
  const changeBefore = rootN2oBefore - Math.sqrt(at.N2O_REFERENCE);
  const before = {
    co2: co2Forcing(baseline, rootN2oBefore),
    ch4: ch4Forcing(rootCh4Before, rootN2oBefore),
    n2o: n2oForcing(Math.sqrt(baseline), rootCh4Before, rootN2oBefore, changeBefore),
  };
  return ({ row, co2, methane }) => {
    const rootN2o = rows[row + at.ROOT_N2O]!;
    const rootCh4 = Math.sqrt(shared[at.CH4_BASELINE]! + methane);
    const n2o = n2oForcing(Math.sqrt(co2), rootCh4, rootN2o, rows[row + at.ROOT_N2O_CHANGE]!);
    return {
      co2: coefficients[at.SCALE_CO2]! * (co2Forcing(co2, rootN2o) - before.co2),
      ch4: coefficients[at.SCALE_CH4]! * (ch4Forcing(rootCh4, rootN2o) - before.ch4),
      n2o: coefficients[at.SCALE_N2O]! * (n2o - before.n2o),
    };
  };
}

/** Places in a row, each with a factor. */
type Terms = readonly (readonly [column: number, factor: number])[];

function linearComponents(run: MemberRun): (now: MemberYear) => Omit<ByComponent, Gas | 'aerosolClouds'> {
  const { pack, member, shared, rows } = run;
  const own = (name: string): number => pack.parameter(name)[member]!;
  const scale = (name: string): number => own(`forcing_scale[${name}]`);
  const aerosol = aerosolTerms(own);
  const ozone = ozoneTerms(own);
  const aerosolMethane = own('erfari_radiative_efficiency[CH4]');
  const ozoneMethane = own('ozone_radiative_efficiency[CH4]');
  const water = scale('Stratospheric water vapour') * pack.property('CH4', 'h2o_stratospheric_factor');
  const snow = scale('Light absorbing particles on snow and ice') * pack.property('BC', 'lapsi_radiative_efficiency');
  const land = scale('Land use') * pack.property('CO2 AFOLU', 'land_use_cumulative_emissions_to_forcing');
  const [minor, solar, volcanic] = [scale('minor greenhouse gases'), scale('Solar'), scale('Volcanic')];
  const black = pollutantColumn('BC');
  return ({ row, methane, warm }) => {
    const sum = (terms: Terms): number =>
      terms.reduce((total, [column, factor]) => total + factor * rows[row + column]!, 0);
    return {
      minorGases: minor * rows[row + at.MINOR_GASES]!,
      aerosolRadiation: sum(aerosol) + aerosolMethane * methane,
      ozone: sum(ozone) + ozoneMethane * methane + shared[at.OZONE_TEMPERATURE]! * warm,
      snow: snow * rows[row + black]!,
      stratosphericWater: water * methane,
      landUse: land * rows[row + at.LAND_CUMULATIVE]!,
      solar: solar * rows[row + at.SOLAR]!,
      volcanic: volcanic * rows[row + at.VOLCANIC]!,
    };
  };
}

type Own = (parameter: string) => number;

function aerosolTerms(own: Own): Terms {
  const of = (name: string): number => own(`erfari_radiative_efficiency[${name}]`);
  const emitted = ['Sulfur', 'BC', 'OC', 'NH3', 'NOx', 'VOC'] as const;
  return [...emitted.map((name) => [pollutantColumn(name), of(name)] as const), [at.N2O_CHANGE, of('N2O')]];
}

function ozoneTerms(own: Own): Terms {
  const of = (name: string): number => own(`ozone_radiative_efficiency[${name}]`);
  const emitted = ['CO', 'VOC', 'NOx'] as const;
  const kept = [
    [at.N2O_CHANGE, of('N2O')],
    [at.CHLORINE_CHANGE, of(CHLORINE)],
  ] as const;
  return [...emitted.map((name) => [pollutantColumn(name), of(name)] as const), ...kept];
}
