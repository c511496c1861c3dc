/** CO2 of urea spread on soils (V.3); its nitrogen counts with managed soils. Source: IPCC 2006 GL Vol 4 Ch 11, Eq. 11.13. */
import type { Emission } from './core.ts';
import { limeAndUrea } from './lime-and-urea.ts';

/** CO2 = M·EF·44/12: 0.20 t C/t, the carbon of CO(NH2)2. @param tonnes urea spread. @throws {DomainError} */
export function urea(tonnes: number, carbonPerTonne: number, source: string): Emission {
  return limeAndUrea('urea', tonnes, carbonPerTonne, source);
}
