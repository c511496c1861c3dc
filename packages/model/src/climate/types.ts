/** Shapes of the climate engine: world emissions in, warming of every ensemble member out. Equations: docs/methods/climate.md. */

/** Unit in which a species is emitted: per year. NOx counts as NO2, sulfur as SO2. */
export type EmissionUnit = 'Gt CO2/yr' | `Mt ${string}/yr` | `kt ${string}/yr`;

/** One of the 51 emitted species of calibration 1.4.1, spelled as FaIR does: `CO2 FFI`, `CO2 AFOLU`, `CH4`, `Sulfur`, `HFC-134a`, … */
export interface EmissionSpecies {
  readonly name: string;
  readonly unit: EmissionUnit;
}

/**
 * World emissions of every species, year by year from 1750: totals, natural baseline included, as the calibration has them.
 * `values` is [species × year] in the order of `EMISSION_SPECIES`, each in its own unit.
 */
export interface WorldEmissions {
  readonly name: string;
  readonly firstYear: 1750;
  readonly lastYear: number;
  readonly values: Float64Array;
}

/** A change of one species' world emissions: `values[i]` is added in `firstYear + i`, in the species' own unit; 0 outside. */
export interface EmissionDelta {
  readonly species: string;
  readonly firstYear: number;
  readonly values: Float64Array;
}

/** Which arithmetic steps the ensemble. Both do the same operations in the same order and give the same bits. */
export type KernelName = 'wasm' | 'typescript';

/** Warming of every member: mid-year, K above the member's own 1850–1900 mean. */
export interface TemperatureRun {
  readonly name: string;
  readonly members: number;
  readonly firstYear: number;
  readonly lastYear: number;
  /** [member × year]. */
  readonly warming: Float64Array;
}

/** The state of every member at 1 January of a year: a run may go on from here with other emissions from that year on. */
export interface Checkpoint {
  readonly year: number;
  /** The emissions that led here: those of a resumed run must be the same before `year`. */
  readonly emissions: WorldEmissions;
}

export interface RunOptions {
  /** Last year reported; the emissions must reach it. */
  readonly toYear: number;
  /** First year reported; 1750, or the year of the checkpoint, when absent. */
  readonly fromYear?: number;
}

/** The calibrated ensemble, ready to run. Pure and deterministic: same emissions, same bits. */
export interface ClimateModel {
  /** Identity of the data behind it, e.g. `fair-calibrate 1.4.1`. */
  readonly calibration: string;
  /** As the parameter file numbers them, in its order: 841. */
  readonly memberIds: readonly number[];
  readonly kernel: KernelName;
  /** The scenarios in the pack, e.g. `ssp119` … `ssp585`. */
  readonly scenarioNames: readonly string[];
  /** @throws {DomainError} `unknown-scenario` */
  scenario(name: string): WorldEmissions;
  /** Run from 1750. @throws {DomainError} `year-outside-plan` when the emissions end before `toYear`, `out-of-range` for a figure FaIR cannot take */
  run(emissions: WorldEmissions, options: RunOptions): TemperatureRun;
  /** Run to 1 January of a year and keep the state. */
  checkpoint(emissions: WorldEmissions, year: number): Checkpoint;
  /** Go on from a checkpoint. Bit for bit what `run` gives for the years after it. */
  resume(checkpoint: Checkpoint, emissions: WorldEmissions, options: RunOptions): TemperatureRun;
}

/** Percentiles over members, per year. */
export interface WarmingPercentiles {
  readonly years: readonly number[];
  readonly p05: readonly number[];
  readonly p17: readonly number[];
  readonly p50: readonly number[];
  readonly p83: readonly number[];
  readonly p95: readonly number[];
}
