/** One member looked into: concentrations, lifetimes, every component of forcing, heat. Through the same steps as the ensemble. */
import { DomainError } from '../errors.ts';
import { memberRows, sharedRow } from './coefficients.ts';
import { FORCING_COMPONENTS, forcingComponents, type ForcingComponent, type MemberRun } from './forcing-components.ts';
import * as at from './kernel-constants.ts';
import {
  CH4_ALPHA,
  CO2_RATE,
  massOf,
  METHANE_CHANGE,
  SCRATCH_SIZE,
  stepYear,
  type Ensemble,
} from './kernel-typescript.ts';
import type { ClimatePack } from './pack.ts';
import { CHLORINE, scenarioLayer } from './scenario.ts';
import type { WorldEmissions } from './types.ts';
import { checkEmissions, checkYears } from './validate.ts';

/** Everything about one member on 1 January of each year from 1750 on. */
export interface Diagnosis {
  readonly memberId: number;
  readonly firstYear: 1750;
  readonly lastYear: number;
  /** Surface, middle and deep layer, K. */
  readonly temperature: readonly [Float64Array, Float64Array, Float64Array];
  /** ppm, ppb, ppb. */
  readonly co2: Float64Array;
  readonly ch4: Float64Array;
  readonly n2o: Float64Array;
  /** Equivalent effective stratospheric chlorine, ppt. */
  readonly chlorine: Float64Array;
  /** CO2 above the baseline, Gt. */
  readonly airborne: Float64Array;
  /** Factors on the lifetimes of CO2 and CH4. */
  readonly co2Alpha: Float64Array;
  readonly ch4Alpha: Float64Array;
  /** W/m². */
  readonly forcing: Readonly<Record<ForcingComponent, Float64Array>>;
  readonly totalForcing: Float64Array;
  /** At the top of the atmosphere, W/m², and heat taken up since 1750, J. */
  readonly imbalance: Float64Array;
  readonly heat: Float64Array;
}

/** Look into one member. @throws {DomainError} as `ClimateModel.run`, and `out-of-range` for a member there is not */
export type Diagnoser = (emissions: WorldEmissions, memberId: number, toYear: number) => Diagnosis;

/** Prepare to look into members of a pack. */
export function createDiagnoser(pack: ClimatePack): Diagnoser {
  const shared = sharedRow(pack);
  const members = memberRows(pack);
  const layer = scenarioLayer(pack);
  return (emissions, memberId, toYear) => {
    const member = pack.memberIds.indexOf(memberId);
    if (member < 0) throw new DomainError('out-of-range', `there is no member ${memberId}`, ['member']);
    checkEmissions(emissions);
    checkYears(emissions, emissions.firstYear, toYear);
    const { rows, years } = layer.rows(emissions, layer.start, toYear);
    const own = members.slice(member * at.MEMBER_SIZE, (member + 1) * at.MEMBER_SIZE);
    return diagnosisOf({ pack, member, shared, coefficients: own, rows, years });
  };
}

function diagnosisOf(run: MemberRun): Diagnosis {
  const { pack, member, shared, coefficients, rows, years } = run;
  const ensemble: Ensemble = {
    shared,
    members: coefficients,
    states: new Float64Array(at.STATE_SIZE),
    scratch: new Float64Array(SCRATCH_SIZE),
  };
  const result = emptyDiagnosis(pack, member, years);
  const components = forcingComponents(run);
  const record = stateRecorder(result, run, ensemble);
  for (let y = 0; y < years; y++) {
    record(y);
    const warm = ensemble.states[at.LAYER]!;
    stepYear(ensemble, rows, y * at.ROW_SIZE);
    result.co2Alpha[y] = 1 / ensemble.scratch[CO2_RATE]!;
    result.ch4Alpha[y] = ensemble.scratch[CH4_ALPHA]!;
    if (y + 1 < years) {
      const methane = ensemble.scratch[METHANE_CHANGE]!;
      const co2 = coefficients[at.CO2_BASELINE]! + massOf(ensemble.states, at.BOX) * shared[at.CO2_PER_MASS]!;
      const parts = components({ row: y * at.ROW_SIZE, co2, methane, warm });
      for (const name of FORCING_COMPONENTS) result.forcing[name][y + 1] = parts[name];
      result.totalForcing[y + 1] = Object.values(parts).reduce((total, value) => total + value, 0);
    }
  }
  addHeat(result, pack, member);
  return result;
}

function emptyDiagnosis(pack: ClimatePack, member: number, years: number): Diagnosis {
  const series = (): Float64Array => new Float64Array(years);
  return {
    memberId: pack.memberIds[member]!,
    firstYear: 1750,
    lastYear: 1750 + years - 1,
    temperature: [series(), series(), series()],
    co2: series(),
    ch4: series(),
    n2o: series(),
    chlorine: series(),
    airborne: series(),
    co2Alpha: series(),
    ch4Alpha: series(),
    forcing: Object.fromEntries(FORCING_COMPONENTS.map((name) => [name, series()])) as Record<
      ForcingComponent,
      Float64Array
    >,
    totalForcing: series(),
    imbalance: series(),
    heat: series(),
  };
}

/** Records temperatures and concentrations before year `y` is stepped. The row before has what the scenario came to. */
function stateRecorder(result: Diagnosis, { pack, shared, coefficients, rows }: MemberRun, { states }: Ensemble) {
  const n2o = pack.property('N2O', 'baseline_concentration');
  const chlorine = pack.property(CHLORINE, 'baseline_concentration');
  return (y: number): void => {
    result.temperature.forEach((series, layer) => (series[y] = states[at.LAYER + layer]!));
    result.airborne[y] = massOf(states, at.BOX);
    result.co2[y] = coefficients[at.CO2_BASELINE]! + result.airborne[y]! * shared[at.CO2_PER_MASS]!;
    result.ch4[y] = shared[at.CH4_BASELINE]! + states[at.METHANE]! * shared[at.CH4_PER_MASS]!;
    const before = (column: number): number => (y === 0 ? 0 : rows[(y - 1) * at.ROW_SIZE + column]!);
    result.n2o[y] = n2o + before(at.N2O_CHANGE);
    result.chlorine[y] = chlorine + before(at.CHLORINE_CHANGE);
  };
}

/** Area of the Earth (R = 6 371 km), m², times the seconds of a tropical year of 365.24219 days. */
const JOULES_PER_WATT_YEAR = 4 * 3.141592653589793 * 6371000 ** 2 * 365.24219 * 86400;

/** N = F − κ1 T1 + (1 − ε) κ3 (T2 − T3), and its sum over the years. */
function addHeat(result: Diagnosis, pack: ClimatePack, member: number): void {
  const of = (name: string): number => pack.parameter(name)[member]!;
  const feedback = of('ocean_heat_transfer[0]');
  const deep = (1 - of('deep_ocean_efficacy')) * of('ocean_heat_transfer[2]');
  const [surface, middle, bottom] = result.temperature;
  let heat = 0;
  for (let y = 0; y < surface.length; y++) {
    result.imbalance[y] = result.totalForcing[y]! - feedback * surface[y]! + deep * (middle[y]! - bottom[y]!);
    heat += result.imbalance[y]! * JOULES_PER_WATT_YEAR;
    result.heat[y] = heat;
  }
}
