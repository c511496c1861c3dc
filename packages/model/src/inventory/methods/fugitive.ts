/** Fugitive emissions from coal, oil and gas (I.7.1, I.8.1). Source: IPCC 2006 GL Vol 2 Ch 4. */
import type { GasMasses, GasSpecies } from '../../gas.ts';
import type { Emission } from './core.ts';
import { amount } from './core.ts';

/** Tonnes by species per unit of activity (t of coal mined, m3 of gas distributed, …), Tables 4.1.x, 4.2.4, 4.2.5. */
export interface FugitiveFactor {
  readonly tonnesPerUnit: GasMasses;
  readonly source: string;
}

/**
 * E = A · EF − R (Eq. 4.1.1, 4.2.1).
 *
 * @param recoveredCh4Tonnes methane flared or used, `R`
 * @throws {DomainError} `out-of-range` when more is recovered than arises
 */
export function fugitive(activity: number, factor: FugitiveFactor, recoveredCh4Tonnes = 0): Emission {
  const gases: Record<GasSpecies, number> = {};
  for (const [species, perUnit] of Object.entries(factor.tonnesPerUnit)) {
    if (perUnit !== undefined) gases[species] = amount(activity, 'A') * amount(perUnit, `EF_${species}`);
  }
  const ch4 = gases['CH4-fossil'];
  if (ch4 !== undefined) gases['CH4-fossil'] = amount(ch4 - recoveredCh4Tonnes, 'CH4 after recovery');
  return {
    method: 'fugitive',
    gases,
    inputs: { A: activity, 'R [t CH4]': recoveredCh4Tonnes },
    sources: [factor.source],
  };
}
