/** Greenhouse gases and their 100-year warming potentials. Masses are stored; CO2e is derived with a named GWP set. */
import { DomainError } from './errors.ts';

export type GwpSetId = 'AR4' | 'AR5' | 'AR6';

/**
 * A gas as the GWP table spells it: `CO2`, `CH4-fossil`, `CH4-biogenic`, `N2O`, `SF6`, `NF3`, `HFC-134a`, `CF4`, …
 * Blends (`R-410A`) are resolved to species before they get here.
 */
export type GasSpecies = string;

/** Masses in tonnes by species. An absent species is unknown or none; it is never filled with 0 by readers. */
export type GasMasses = Readonly<Partial<Record<GasSpecies, number>>>;

/** GWP100 of one assessment report, by species. */
export interface GwpSet {
  readonly id: GwpSetId;
  readonly source: string;
  readonly values: Readonly<Record<GasSpecies, number>>;
}

/** The channels a compiled plan keeps apart. `fgas` is already in t CO2e by the plan's GWP set; the others are masses. */
export const CHANNELS = ['co2', 'ch4Fossil', 'ch4Biogenic', 'n2o', 'fgas'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The channel a species belongs to: the four main gases by name, every other species is an F-gas. */
export function channelOf(species: GasSpecies): Channel {
  switch (species) {
    case 'CO2':
      return 'co2';
    case 'CH4-fossil':
      return 'ch4Fossil';
    case 'CH4-biogenic':
      return 'ch4Biogenic';
    case 'N2O':
      return 'n2o';
    default:
      return 'fgas';
  }
}

/**
 * Return the GWP100 of a species.
 *
 * @throws {DomainError} `unknown-gas` when the set does not hold the species: a gas without a potential is refused, not counted as nothing.
 */
export function gwpOf(set: GwpSet, species: GasSpecies): number {
  const value = set.values[species];
  if (value === undefined) {
    throw new DomainError('unknown-gas', `no ${set.id} GWP100 for "${species}"`, ['gwpSet', set.id, species]);
  }
  return value;
}

/**
 * Weigh gas masses to tonnes CO2e: Σ mass · GWP100.
 *
 * @param masses tonnes by species
 * @throws {DomainError} `unknown-gas`
 */
export function co2eOf(masses: GasMasses, set: GwpSet): number {
  let total = 0;
  for (const [species, mass] of Object.entries(masses)) {
    if (mass !== undefined) total += mass * gwpOf(set, species);
  }
  return total;
}
