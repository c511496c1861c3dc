/** Fugitive emissions from coal, oil and gas (I.7.1, I.8.1). Source: IPCC 2006 GL Vol 2 Ch 4. */
import type { GasMasses, GasSpecies } from '../../gas.ts';
import type { Emission } from './core.ts';
import { amount, share } from './core.ts';

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

/** Piped gas and how much of it escapes. */
export interface GasNetwork {
  /** m3 distributed, 15 °C and 1 atm. */
  readonly m3: number;
  readonly leakShare: number;
  /** Methane content by volume, 0.9 to 0.98. */
  readonly methaneShare: number;
  readonly source: string;
}

/** t CH4 per m3 at 15 °C and 1 atm: 16.043 g/mol over 23.645 L/mol. */
const METHANE_DENSITY = 16.043 / 23.645 / 1000;

/** CH4 = m3 · leak · methane · 0.678 kg/m3: leakage by mass balance of a network. */
export function gasLeakage({ m3, leakShare, methaneShare, source }: GasNetwork): Emission {
  const ch4 = amount(m3, 'm3') * share(leakShare, 'leak') * share(methaneShare, 'methane') * METHANE_DENSITY;
  return {
    method: 'gas-leakage',
    gases: { 'CH4-fossil': ch4 },
    inputs: { 'gas [m3]': m3, 'leak share': leakShare, 'methane share': methaneShare },
    sources: [source],
  };
}
