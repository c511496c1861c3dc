/** Warming potentials as sets in the model's shape, and refrigerant blends resolved to species. */
import { DomainError, type GasMasses, type GwpSet, type GwpSetId } from '@thousand-cities/model';
import { parseFactors } from './factor-table.ts';

const SETS: readonly GwpSetId[] = ['AR4', 'AR5', 'AR6'];

/** Read `gwp.csv` into one set per assessment report. */
export function parseGwpSets(text: string): readonly GwpSet[] {
  const factors = parseFactors('gwp', text);
  return SETS.map((id) => {
    const own = factors.filter((factor) => factor.keys['set'] === id);
    const co2 = own.find((factor) => factor.keys['species'] === 'CO2')!;
    return {
      id,
      source: co2.source,
      values: Object.fromEntries(own.map((factor) => [factor.keys['species']!, factor.value])),
    };
  });
}

/** Mass shares by species of each blend, e.g. `R-410A` → 0.5 HFC-32, 0.5 HFC-125. What is not listed has no GWP here. */
export type Blends = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Read `gwp-blends.csv`. */
export function parseBlends(text: string): Blends {
  const blends: Record<string, Record<string, number>> = {};
  for (const factor of parseFactors('gwp-blends', text)) {
    (blends[factor.keys['blend']!] ??= {})[factor.keys['species']!] = factor.value;
  }
  return blends;
}

/**
 * Masses of the species in a mass of blend, in the same unit.
 *
 * @throws {DomainError} `unknown-gas` when the blend is not in the table
 */
export function blendMasses(blends: Blends, blend: string, mass: number): GasMasses {
  const shares = blends[blend];
  if (!shares) throw new DomainError('unknown-gas', `no composition for refrigerant "${blend}"`, ['blend', blend]);
  return Object.fromEntries(Object.entries(shares).map(([species, share]) => [species, share * mass]));
}

/** Other spellings of species, as inventories write them. */
const ALIASES: Readonly<Record<string, string>> = {
  'PFC-14': 'CF4',
  'PFC-116': 'C2F6',
  'PFC-218': 'C3F8',
  'PFC-318': 'c-C4F8',
  'PFC-31-10': 'C4F10',
  'PFC-41-12': 'C5F12',
  'PFC-51-14': 'C6F14',
  'HFC-4310mee': 'HFC-43-10mee',
  N20: 'N2O',
};

/** The spelling of the GWP table for a species written another way; unknown names pass through unchanged. */
export function canonicalSpecies(name: string): string {
  const trimmed = name.trim().replace(/^R-?(?=(23|32|41|125|134a?|143a?|152a?|161|227ea|236fa|245fa)$)/, 'HFC-');
  return ALIASES[trimmed] ?? trimmed.replace(/^HFC(?=\d)/, 'HFC-');
}
