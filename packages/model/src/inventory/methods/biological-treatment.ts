/** Composting and anaerobic digestion of waste (III.2). Source: IPCC 2006 GL Vol 5 Ch 4, Eq. 4.1, 4.2, Table 4.1. */
import type { Emission } from './core.ts';
import { amount } from './core.ts';

/** g of gas per kg of waste treated, on the same (wet or dry) basis as the waste. */
export interface BiologicalFactor {
  readonly ch4GPerKg: number;
  readonly n2oGPerKg: number;
  readonly source: string;
}

/**
 * CH4 = M·EF·10⁻³ − R; N2O = M·EF·10⁻³. Both gases: composting emits N2O too.
 *
 * @param tonnes waste treated, on the basis of the factor
 * @param recoveredTonnes CH4 captured, `R`
 * @throws {DomainError} `out-of-range` when more is captured than arises
 */
export function biologicalTreatment(tonnes: number, factor: BiologicalFactor, recoveredTonnes = 0): Emission {
  const mass = amount(tonnes, 'M');
  const ch4 = mass * amount(factor.ch4GPerKg, 'EF_CH4') * 1e-3;
  const n2o = mass * amount(factor.n2oGPerKg, 'EF_N2O') * 1e-3;
  return {
    method: 'biological-treatment',
    gases: { 'CH4-biogenic': amount(ch4 - amount(recoveredTonnes, 'R'), 'CH4 after capture'), N2O: n2o },
    inputs: {
      'M [t]': mass,
      'EF_CH4 [g/kg]': factor.ch4GPerKg,
      'EF_N2O [g/kg]': factor.n2oGPerKg,
      'R [t]': recoveredTonnes,
    },
    sources: [factor.source],
  };
}
