/** Why a run came to temperatures that are no numbers: told from the first member that did, and refused. */
import { DomainError } from '../errors.ts';
import { createDiagnoser, type Diagnosis } from './diagnose.ts';
import type { ClimatePack } from './pack.ts';
import type { WorldEmissions } from './types.ts';

/** Years that were stepped. */
export interface SteppedSurface {
  readonly emissions: WorldEmissions;
  readonly firstYear: number;
  readonly years: number;
  /** Temperature at the end of each year, [member × year]. */
  readonly surface: Float64Array;
}

/**
 * Refuse temperatures that are no numbers: the equations have no answer for such emissions, and none is made up. (FaIR itself goes on: it
 * leaves what is no number out of sums, so that methane's forcing is lost and the temperature looks sound.)
 *
 * @throws {DomainError} `out-of-range`, naming year, member and cause
 */
export function checkFinite(pack: ClimatePack, { emissions, firstYear, years, surface }: SteppedSurface): void {
  let first = years;
  let member = 0;
  // A state that is no number stays so: the last year of each member tells.
  for (let end = years - 1; end < surface.length; end += years) {
    if (Number.isFinite(surface[end]!)) continue;
    const broken = surface.subarray(end - years + 1, end + 1).findIndex((value) => !Number.isFinite(value));
    if (broken < first) [first, member] = [broken, (end + 1) / years - 1];
  }
  if (first === years) return;
  const year = firstYear + first;
  const id = pack.memberIds[member]!;
  throw new DomainError(
    'out-of-range',
    `the emissions of ${emissions.name} leave what the equations can answer in ${year}: ${reasonOf(pack, emissions, id, year)} (member ${id})`,
    ['emissions', emissions.name, year],
  );
}

/** What went wrong with a member in a year, in the order of the calculation. */
function reasonOf(pack: ClimatePack, emissions: WorldEmissions, id: number, year: number): string {
  const last = Math.min(year + 1, emissions.lastYear);
  const own = createDiagnoser(pack)(emissions, id, last);
  const [before, after] = [year - own.firstYear, last - own.firstYear];
  if (!(own.n2o[after]! >= 0)) return 'N2O falls below zero';
  if (Number.isNaN(own.ch4Alpha[before]!)) return lifetimeReason(own, before);
  if (!(own.ch4[after]! >= 0)) return 'methane falls below zero';
  if (!(own.co2[after]! > 0)) return 'CO2 falls to zero';
  if (Number.isNaN(own.forcing.aerosolClouds[after]!)) return 'emissions of SO2, BC or OC are too far below zero';
  return 'something grows without bound';
}

/** Methane has no lifetime: the chemistry or the warmth of a member takes it to zero. */
function lifetimeReason(own: Diagnosis, at: number): string {
  const warm = own.temperature[0][at]!;
  if (warm < 20) return 'methane is left without a lifetime, by so much NOx';
  const clouds = own.forcing.aerosolClouds[at]!;
  const cause = clouds > 5 ? `; clouds that SO2, BC and OC no longer brighten add ${clouds.toPrecision(3)} W/m²` : '';
  return `warming of ${warm.toPrecision(3)} K leaves methane without a lifetime${cause}`;
}
