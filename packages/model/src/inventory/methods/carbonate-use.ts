/** Other uses of carbonates (IV.1): ceramics, soda ash, flue-gas desulphurisation. Source: IPCC 2006 GL Vol 3 Ch 2, Eq. 2.14 to 2.16, Table 2.1. */
import type { Emission } from './core.ts';
import { share } from './core.ts';
import type { MineralFactor } from './mineral-process.ts';
import { mineralProcess } from './mineral-process.ts';

/** CO2 = carbonate · EF · calcined share: CaCO3 0.43971 t/t, dolomite 0.47732, MgCO3 0.52197, Na2CO3 0.41492. @throws {DomainError} `out-of-range` */
export function carbonateUse(tonnes: number, factor: MineralFactor, calcinedShare = 1): Emission {
  return mineralProcess('carbonate-use', tonnes, factor, share(calcinedShare, 'calcined share'), 'calcined share');
}
