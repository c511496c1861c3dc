/** Greenhouse gases with one reservoir and a constant lifetime: N2O and the 40 halogenated gases. No member differs in them. */
import type { ClimatePack } from './pack.ts';
import { exp, oneMinusExp } from './maths.ts';
import { EMISSION_SPECIES, speciesIndex } from './species.ts';

/** Mass of the atmosphere, 10¹⁸ kg, and its mean molar mass, g/mol. */
const AIR_MASS = 5.1352;
const AIR_MOLAR_MASS = 28.97;

/** How much more a bromine atom does to ozone than a chlorine atom. */
const BROMINE_OVER_CHLORINE = 45;

/** Concentration per mass: ppm/Gt, ppb/Mt or ppt/kt. */
export function concentrationPerMass(molarMass: number): number {
  return 1 / (AIR_MASS * (molarMass / AIR_MOLAR_MASS));
}

/** One such gas, ready to step. */
export interface SimpleGas {
  readonly name: string;
  /** Row in {@link EMISSION_SPECIES}. */
  readonly species: number;
  readonly baselineEmissions: number;
  readonly baseline: number;
  readonly perMass: number;
  /** α τ, years, and the share of the reservoir that leaves it in a year, 1 − e^−1/(ατ). */
  readonly gain: number;
  readonly share: number;
  /** Direct forcing per concentration, W/m² per ppt; 0 for N2O, which has a formula of its own. */
  readonly forcing: number;
  /** Equivalent effective stratospheric chlorine per concentration, ppt per ppt. */
  readonly chlorine: number;
}

/** N2O, then the halogenated gases in the order of the emitted species. */
export function simpleGases(pack: ClimatePack): readonly SimpleGas[] {
  const halogens = EMISSION_SPECIES.filter(({ unit }) => unit.startsWith('kt'));
  return ['N2O', ...halogens.map(({ name }) => name)].map((name) => simpleGas(pack, name));
}

function simpleGas(pack: ClimatePack, name: string): SimpleGas {
  const of = (property: string): number => pack.property(name, property);
  const gain = lifetimeFactor(of('iirf_0'), of('g0'), of('g1')) * of('unperturbed_lifetime0');
  const minor = name !== 'N2O';
  return {
    name,
    species: speciesIndex(name),
    baselineEmissions: of('baseline_emissions'),
    baseline: of('baseline_concentration'),
    perMass: concentrationPerMass(of('molecular_weight')),
    gain,
    share: oneMinusExp(1 / gain),
    forcing: minor ? of('greenhouse_gas_radiative_efficiency') * 1e-3 * (1 + of('tropospheric_adjustment')) : 0,
    chlorine: minor ? (of('cl_atoms') + BROMINE_OVER_CHLORINE * of('br_atoms')) * of('fractional_release') : 0,
  };
}

/** α = g0 exp(iIRF/g1). For CF4 g0 is written as 0 and the exponential overflows: FaIR takes the lifetime as it is, α = 1. */
function lifetimeFactor(iirf: number, g0: number, g1: number): number {
  return g0 === 0 ? 1 : g0 * exp(iirf / g1);
}
