/** Glass (IV.1): CO2 of limestone, dolomite and soda ash in the melt. Source: IPCC 2006 GL Vol 3 Ch 2, Eq. 2.13. */
import type { Emission } from './core.ts';
import { share } from './core.ts';
import type { MineralFactor } from './mineral-process.ts';
import { mineralProcess } from './mineral-process.ts';

/** CO2 = glass · EF · (1 − cullet): 0.20 t/t, half cullet unless known. Cullet has lost its CO2 already. @throws {DomainError} `out-of-range` */
export function glassProduction(tonnes: number, factor: MineralFactor, culletShare: number): Emission {
  return mineralProcess('glass', tonnes, factor, 1 - share(culletShare, 'cullet'), '1 − cullet');
}
