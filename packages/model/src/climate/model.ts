/** The ensemble: emissions of the world in, warming of every member out. */
import { DomainError } from '../errors.ts';
import { checkFinite } from './breakdown.ts';
import { memberRows, sharedRow } from './coefficients.ts';
import { STATE_SIZE } from './kernel-constants.ts';
import type { Kernel } from './kernel.ts';
import { typescriptKernel } from './kernel-typescript.ts';
import { wasmKernel } from './kernel-wasm.ts';
import type { ClimatePack } from './pack.ts';
import { scenarioLayer, type ScenarioLayer, type ScenarioState } from './scenario.ts';
import type { Checkpoint, ClimateModel, KernelName, RunOptions, TemperatureRun, WorldEmissions } from './types.ts';
import { checkEmissions, checkSameHistory, checkYears } from './validate.ts';
import { addToBaseline, BASELINE, warmingOf } from './warming.ts';

/** A checkpoint with what stands in it. Plain data: it may be copied or sent to a worker. */
interface EnsembleCheckpoint extends Checkpoint {
  readonly scenario: ScenarioState;
  /** [member × STATE_SIZE]. */
  readonly states: Float64Array;
  /** Per member, the part of the 1850–1900 sum that is known at `year`. */
  readonly baseline: Float64Array;
}

/** Choices in how the model is run, none in what comes out. */
export interface ClimateModelOptions {
  /** The faster kernel when absent; where WebAssembly is missing or refused, the one in TypeScript steps in. */
  readonly kernel?: KernelName;
}

interface Engine {
  readonly pack: ClimatePack;
  readonly kernel: Kernel;
  readonly layer: ScenarioLayer;
}

/**
 * Prepare the calibrated ensemble for running: FaIR 2.2 with all species of the calibration, deterministic (docs/methods/climate.md).
 *
 * @example
 * const model = createClimateModel(readClimatePack(bytes));
 * const run = model.run(model.scenario('ssp245'), { fromYear: 2025, toYear: 2100 });
 */
export function createClimateModel(pack: ClimatePack, options: ClimateModelOptions = {}): ClimateModel {
  const engine: Engine = { pack, kernel: kernelOf(pack, options.kernel ?? 'wasm'), layer: scenarioLayer(pack) };
  return {
    calibration: pack.calibration,
    memberIds: pack.memberIds,
    kernel: engine.kernel.name,
    scenarioNames: pack.scenarioNames,
    scenario: (name) => pack.scenario(name),
    run: (emissions, runOptions) => {
      checkEmissions(emissions);
      return runFrom(engine, startOf(engine, emissions), emissions, runOptions);
    },
    checkpoint: (emissions, year) => {
      checkEmissions(emissions);
      return checkpointAt(engine, emissions, year);
    },
    resume: (checkpoint, emissions, runOptions) => {
      const from = ownCheckpoint(engine, checkpoint);
      checkEmissions(emissions);
      checkSameHistory(checkpoint, emissions);
      return runFrom(engine, from, emissions, runOptions);
    },
  };
}

function kernelOf(pack: ClimatePack, name: KernelName): Kernel {
  const shared = sharedRow(pack);
  const members = memberRows(pack);
  const fast = name === 'wasm' ? wasmKernel(shared, members) : undefined;
  return fast ?? typescriptKernel(shared, members);
}

/** 1 January 1750: nothing added to the air, nothing warmed. */
function startOf({ pack, layer }: Engine, emissions: WorldEmissions): EnsembleCheckpoint {
  const members = pack.memberIds.length;
  return {
    year: layer.start.year,
    emissions,
    scenario: layer.start,
    states: new Float64Array(members * STATE_SIZE),
    baseline: new Float64Array(members),
  };
}

/** Years stepped from a checkpoint: surface temperature at the end of each, [member × year], K. */
interface Stepped {
  readonly firstYear: number;
  readonly years: number;
  readonly surface: Float64Array;
  readonly end: EnsembleCheckpoint;
}

function step(engine: Engine, from: EnsembleCheckpoint, emissions: WorldEmissions, lastYear: number): Stepped {
  const { rows, years, end } = engine.layer.rows(emissions, from.scenario, lastYear);
  const states = from.states.slice();
  const surface = new Float64Array(engine.pack.memberIds.length * years);
  engine.kernel.run(rows, years, states, surface);
  checkFinite(engine.pack, { emissions, firstYear: from.year, years, surface });
  const baseline = from.baseline.slice();
  addToBaseline(baseline, surface, from.year + 1, years);
  return {
    firstYear: from.year,
    years,
    surface,
    end: { year: lastYear + 1, emissions, scenario: end, states, baseline },
  };
}

function checkpointAt(engine: Engine, emissions: WorldEmissions, year: number): EnsembleCheckpoint {
  const start = startOf(engine, emissions);
  checkYears(emissions, start.year, year === start.year ? year : year - 1);
  // The emissions are copied: a caller who goes on writing into them must not change what led here.
  const kept = { ...emissions, values: emissions.values.slice() };
  const reached = year === start.year ? start : step(engine, start, emissions, year - 1).end;
  return { ...reached, emissions: kept };
}

function runFrom(
  engine: Engine,
  from: EnsembleCheckpoint,
  emissions: WorldEmissions,
  { fromYear = from.year, toYear }: RunOptions,
): TemperatureRun {
  checkYears(emissions, from.year, fromYear);
  checkYears(emissions, fromYear, toYear);
  // Warming is counted from 1850–1900, so that those years are stepped even when nobody asked for them.
  const lastYear = Math.max(toYear, BASELINE.last);
  checkYears(emissions, fromYear, lastYear);
  const stepped = step(engine, from, emissions, lastYear);
  const { surface, years, end } = stepped;
  const before = from.states;
  const warming = warmingOf({ surface, years, before, baseline: end.baseline, firstYear: from.year }, fromYear, toYear);
  return {
    name: emissions.name,
    members: engine.pack.memberIds.length,
    firstYear: fromYear,
    lastYear: toYear,
    warming,
  };
}

function ownCheckpoint({ pack }: Engine, checkpoint: Checkpoint): EnsembleCheckpoint {
  const own = checkpoint as EnsembleCheckpoint;
  if (!(own.states instanceof Float64Array) || own.states.length !== pack.memberIds.length * STATE_SIZE) {
    throw new DomainError('out-of-range', 'this checkpoint is not one of this ensemble', ['checkpoint']);
  }
  return own;
}
