/**
 * What a scenario means before any member is asked: N2O, halogenated gases, stratospheric chlorine, the chemistry of methane, sums of
 * emissions. Computed once for all 841 members.
 */
import { simpleGases, type SimpleGas } from './gases.ts';
import * as at from './kernel-constants.ts';
import type { ClimatePack } from './pack.ts';
import { speciesIndex } from './species.ts';
import type { WorldEmissions } from './types.ts';

/** Where a scenario stands on 1 January of a year. */
export interface ScenarioState {
  readonly year: number;
  /** CO2 emitted since 1750 in all, and from land, Gt. */
  readonly co2: number;
  readonly landCo2: number;
  /** Mass above the baseline of each simple gas: Mt N2O, then kt. */
  readonly masses: Float64Array;
  /** Equivalent effective stratospheric chlorine, ppt. */
  readonly chlorine: number;
}

/** Rows for the kernel, [year × ROW_SIZE], from `state.year` on, and the state after the last. */
export interface ScenarioRows {
  readonly rows: Float64Array;
  readonly years: number;
  readonly end: ScenarioState;
}

/** The member-independent part of the engine. */
export interface ScenarioLayer {
  /** 1 January 1750. */
  readonly start: ScenarioState;
  /** Years `state.year` … `lastYear`. Bit for bit the same, whichever year it starts from. */
  rows(emissions: WorldEmissions, state: ScenarioState, lastYear: number): ScenarioRows;
}

/** The pollutants in which forcing is linear, in the order of the columns of `LINEAR`. */
export const POLLUTANTS = ['Sulfur', 'BC', 'OC', 'NH3', 'NOx', 'VOC', 'CO'] as const;

/** Where the row has a pollutant above its baseline. */
export function pollutantColumn(name: (typeof POLLUTANTS)[number]): number {
  return at.LINEAR + POLLUTANTS.indexOf(name);
}

/** The species that stands for all stratospheric chlorine and bromine. */
export const CHLORINE = 'Equivalent effective stratospheric chlorine';

/** Prepare the layer for the properties of a pack. */
export function scenarioLayer(pack: ClimatePack): ScenarioLayer {
  const gases = simpleGases(pack);
  const baselineChlorine = pack.property(CHLORINE, 'baseline_concentration');
  const chemistry = methaneChemistry(pack);
  return {
    start: { year: 1750, co2: 0, landCo2: 0, masses: new Float64Array(gases.length), chlorine: baselineChlorine },
    rows(emissions, state, lastYear) {
      const span: Span = { emissions, first: state.year, years: lastYear - state.year + 1 };
      const rows = new Float64Array(span.years * at.ROW_SIZE);
      const carbon = fillCarbon(rows, span, state);
      fillPollutants(rows, span, pack);
      const masses = fillGases(rows, span, gases, state.masses);
      const chlorine = fillMethaneChemistry(rows, span, chemistry, gases[0]!, state, baselineChlorine);
      fillNatural(rows, span, pack);
      return { rows, years: span.years, end: { year: lastYear + 1, ...carbon, masses, chlorine } };
    },
  };
}

/** Years of emissions that are worked on. */
interface Span {
  readonly emissions: WorldEmissions;
  readonly first: number;
  readonly years: number;
}

/** Emissions of one species in the years of the span. */
function seriesOf({ emissions, first, years }: Span, species: number): Float64Array {
  const start = species * (emissions.lastYear - emissions.firstYear + 1) + first - emissions.firstYear;
  return emissions.values.subarray(start, start + years);
}

function fillCarbon(rows: Float64Array, span: Span, state: ScenarioState): Pick<ScenarioState, 'co2' | 'landCo2'> {
  const fossil = seriesOf(span, speciesIndex('CO2 FFI'));
  const land = seriesOf(span, speciesIndex('CO2 AFOLU'));
  let { co2, landCo2 } = state;
  for (let y = 0; y < span.years; y++) {
    const row = y * at.ROW_SIZE;
    const emitted = fossil[y]! + land[y]!;
    rows[row + at.CO2_EMITTED] = emitted;
    rows[row + at.CO2_CUMULATIVE] = co2;
    co2 += emitted;
    landCo2 += land[y]!;
    rows[row + at.LAND_CUMULATIVE] = landCo2;
  }
  return { co2, landCo2 };
}

function fillPollutants(rows: Float64Array, span: Span, pack: ClimatePack): void {
  const column = (name: string, place: number, baseline: number): void => {
    const series = seriesOf(span, speciesIndex(name));
    for (let y = 0; y < span.years; y++) rows[y * at.ROW_SIZE + place] = series[y]! - baseline;
  };
  POLLUTANTS.forEach((name, i) => column(name, at.LINEAR + i, pack.property(name, 'baseline_emissions')));
  column('CH4', at.CH4_EMITTED, pack.property('CH4', 'baseline_emissions'));
  column('Sulfur', at.SULFUR, 0);
  column('BC', at.BLACK_CARBON, 0);
  column('OC', at.ORGANIC_CARBON, 0);
}

/**
 * Step every simple gas, R' = R + (1 − e^−1/(ατ)) ((E − E0) α τ − R), and add up what it forces and the chlorine it carries up (in
 * full, to be compared with its baseline later). Returns the masses after the last year.
 */
function fillGases(rows: Float64Array, span: Span, gases: readonly SimpleGas[], masses: Float64Array): Float64Array {
  return masses.map((start, g) => {
    const gas = gases[g]!;
    const { gain, share, perMass, baselineEmissions, baseline, forcing, chlorine } = gas;
    const series = seriesOf(span, gas.species);
    let mass = start;
    for (let y = 0; y < span.years; y++) {
      const row = y * at.ROW_SIZE;
      mass += share * ((series[y]! - baselineEmissions) * gain - mass);
      const change = mass * perMass;
      if (g === 0) fillNitrousOxide(rows, row, baseline, change);
      else {
        rows[row + at.MINOR_GASES]! += change * forcing;
        rows[row + at.CHLORINE_CHANGE]! += (baseline + change) * chlorine;
      }
    }
    return mass;
  });
}

const ROOT_N2O_REFERENCE = Math.sqrt(at.N2O_REFERENCE);

function fillNitrousOxide(rows: Float64Array, row: number, baseline: number, change: number): void {
  const root = Math.sqrt(baseline + change);
  rows[row + at.ROOT_N2O] = root;
  rows[row + at.ROOT_N2O_CHANGE] = root - ROOT_N2O_REFERENCE;
  rows[row + at.N2O_CHANGE] = change;
}

/** Sensitivities of the methane lifetime (Thornhill et al. 2021, ACP 21, 1105) to what no member changes. */
interface MethaneChemistry {
  readonly nox: number;
  readonly voc: number;
  readonly n2o: number;
  readonly chlorine: number;
}

function methaneChemistry(pack: ClimatePack): MethaneChemistry {
  const of = (species: string): number => pack.property(species, 'ch4_lifetime_chemical_sensitivity');
  return { nox: of('NOx'), voc: of('VOC'), n2o: of('N2O'), chlorine: of(CHLORINE) };
}

/** Emissions of the year, concentrations at its beginning. Chlorine turns from a total to a change on the way; returns the last total. */
function fillMethaneChemistry(
  rows: Float64Array,
  span: Span,
  { nox, voc, n2o, chlorine }: MethaneChemistry,
  gas: SimpleGas,
  state: ScenarioState,
  baselineChlorine: number,
): number {
  const [noxColumn, vocColumn] = [pollutantColumn('NOx'), pollutantColumn('VOC')];
  let n2oChange = state.masses[0]! * gas.perMass;
  let total = state.chlorine;
  for (let y = 0; y < span.years; y++) {
    const row = y * at.ROW_SIZE;
    const emitted = (1 + rows[row + noxColumn]! * nox) * (1 + rows[row + vocColumn]! * voc);
    const burden = (1 + n2oChange * n2o) * (1 + (total - baselineChlorine) * chlorine);
    rows[row + at.CH4_CHEMISTRY] = emitted * burden;
    n2oChange = rows[row + at.N2O_CHANGE]!;
    total = rows[row + at.CHLORINE_CHANGE]!;
    rows[row + at.CHLORINE_CHANGE] = total - baselineChlorine;
  }
  return total;
}

function fillNatural(rows: Float64Array, span: Span, pack: ClimatePack): void {
  for (let y = 0; y < span.years; y++) {
    const row = y * at.ROW_SIZE;
    rows[row + at.SOLAR] = pack.natural('solar', span.first + y + 1);
    rows[row + at.VOLCANIC] = pack.natural('volcanic', span.first + y + 1);
  }
}
