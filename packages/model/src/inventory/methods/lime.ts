/** Lime (IV.1). Source: IPCC 2006 GL Vol 3 Ch 2, Eq. 2.6, Table 2.4. */
import type { Emission } from './core.ts';
import type { MineralFactor } from './mineral-process.ts';
import { mineralProcess } from './mineral-process.ts';

/**
 * CO2 = lime · EF · LKD: 0.75 t/t high-calcium, 0.77 (developing countries) or 0.86 (developed) dolomitic, 0.59 hydraulic.
 *
 * @param kilnDust correction for lime kiln dust, LKD: 1.02; the factors of Table 2.4 do not have it in
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function limeProduction(tonnes: number, factor: MineralFactor, kilnDust: number): Emission {
  return mineralProcess('lime', tonnes, factor, kilnDust, 'LKD');
}
