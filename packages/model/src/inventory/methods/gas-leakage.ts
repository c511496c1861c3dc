/** Leakage of a gas network by mass balance (I.8.1). Source: GPC v1.1 ch. 6; density of methane from its molar mass and volume. */
import type { Emission } from './core.ts';
import { amount, share } from './core.ts';

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
