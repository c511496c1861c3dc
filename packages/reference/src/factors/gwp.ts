/** Warming potentials as sets in the model's shape, and refrigerant blends resolved to species. */
import { DomainError, type Blends, type GasMasses, type GwpSet, type GwpSetId } from '@thousand-cities/model';
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
