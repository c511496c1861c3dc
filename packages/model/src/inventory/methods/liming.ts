/** CO2 of liming soils (V.3). Source: IPCC 2006 GL Vol 4 Ch 11, Eq. 11.12. */
import type { Emission } from './core.ts';
import { limeAndUrea } from './lime-and-urea.ts';

/** CO2 = M·EF·44/12: limestone 0.12, dolomite 0.13 t C/t. @param tonnes limestone or dolomite spread. @throws {DomainError} */
export function liming(tonnes: number, carbonPerTonne: number, source: string): Emission {
  return limeAndUrea('liming', tonnes, carbonPerTonne, source);
}
