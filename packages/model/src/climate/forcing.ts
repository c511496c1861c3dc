/** Effective radiative forcing of CO2, CH4 and N2O: Meinshausen et al. (2020), GMD 13, 3571, table 3. W/m², from ppm and ppb. */
import {
  A1,
  A2,
  A3,
  B1,
  B2,
  B3,
  C1,
  C2,
  CO2_REFERENCE,
  CO2_REFERENCE_INVERSE,
  CO2_SPAN,
  D1,
  D2,
  D3,
  ROOT_CH4_REFERENCE,
} from './kernel-constants.ts';
import { log } from './maths.ts';

/** (α′ + c1 √N) ln(C/C_r). α′ grows with C between C_r and C_max and is constant outside. NaN for C ≤ 0. */
export function co2Forcing(co2: number, rootN2o: number): number {
  const above = co2 - CO2_REFERENCE;
  const positive = above < 0 ? 0 : above;
  const x = positive > CO2_SPAN ? CO2_SPAN : positive;
  return (D1 + (A1 * x + B1) * x + C1 * rootN2o) * log(co2 * CO2_REFERENCE_INVERSE);
}

/** (a3 √M + b3 √N + d3)(√M − √M_r). */
export function ch4Forcing(rootCh4: number, rootN2o: number): number {
  return (A3 * rootCh4 + B3 * rootN2o + D3) * (rootCh4 - ROOT_CH4_REFERENCE);
}

/** (a2 √C + b2 √N + c2 √M + d2)(√N − √N_r). The last factor comes from the scenario. */
export function n2oForcing(rootCo2: number, rootCh4: number, rootN2o: number, rootN2oChange: number): number {
  return (A2 * rootCo2 + B2 * rootN2o + (C2 * rootCh4 + D2)) * rootN2oChange;
}
