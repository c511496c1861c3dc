/** Enteric fermentation of livestock (V.1). Source: IPCC 2006 GL and 2019 Refinement, Vol 4 Ch 10, Eq. 10.19, Tables 10.10, 10.11. */
import type { Emission } from './core.ts';
import { amount } from './core.ts';

/** CH4 = N · EF · 10⁻³, tonnes (Eq. 10.19). @param kgPerHead kg CH4 per animal and year. @throws {DomainError} */
export function entericFermentation(heads: number, kgPerHead: number, source: string): Emission {
  return {
    method: 'enteric-fermentation',
    gases: { 'CH4-biogenic': amount(heads, 'N') * amount(kgPerHead, 'EF') * 1e-3 },
    inputs: { N: heads, 'EF [kg/head/yr]': kgPerHead },
    sources: [source],
  };
}
