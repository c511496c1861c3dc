/** Carbon brought onto soils that leaves as CO2: the core of liming and urea. Source: IPCC 2006 GL Vol 4 Ch 11. */
import type { Emission } from './core.ts';
import { CO2_PER_C, amount, share } from './core.ts';

/** CO2 = M·EF·44/12. Use `liming` or `urea`. @throws {DomainError} */
export function limeAndUrea(kind: 'liming' | 'urea', tonnes: number, carbonPerTonne: number, source: string): Emission {
  return {
    method: kind,
    gases: { CO2: amount(tonnes, 'M') * share(carbonPerTonne, 'EF') * CO2_PER_C },
    inputs: { 'M [t]': tonnes, 'EF [t C/t]': carbonPerTonne },
    sources: [source],
  };
}
