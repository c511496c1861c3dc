/** N2O of managed soils (V.3). Source: IPCC 2006 GL and 2019 Refinement, Vol 4 Ch 11, Eq. 11.1, 11.9, 11.10. */
import type { Emission } from './core.ts';
import { N2O_PER_N, amount, share } from './core.ts';

/** kg N brought onto soils in a year. */
export interface SoilNitrogen {
  /** Synthetic fertiliser, `F_SN`. */
  readonly syntheticKg: number;
  /** Manure, compost, sludge, `F_ON`. */
  readonly organicKg: number;
  /** Crop residues, `F_CR`. */
  readonly residuesKg: number;
  /** On flooded rice, of the above; it takes `EF1FR`. */
  readonly onRiceKg?: number;
  /** Dung and urine on pasture, `F_PRP`. */
  readonly pastureKg: number;
}

/** Tables 11.1 and 11.3. */
export interface SoilFactors {
  /** kg N2O-N per kg N: EF1 0.010, EF1FR 0.004 (0.003 in 2006), EF3PRP 0.004 cattle (0.02 in 2006), EF4 0.010, EF5 0.011 (0.0075 in 2006). */
  readonly ef1: number;
  readonly ef1Rice: number;
  readonly ef3Pasture: number;
  readonly ef4: number;
  readonly ef5: number;
  /** Shares that volatilise (synthetic, organic and pasture) and leach. */
  readonly fracGasSynthetic: number;
  readonly fracGasOrganic: number;
  readonly fracLeach: number;
  readonly source: string;
}

/**
 * N2O = [(F_SN+F_ON+F_CR − F_rice)·EF1 + F_rice·EF1FR + F_PRP·EF3 + (F_SN·FracGASF + (F_ON+F_PRP)·FracGASM)·EF4 + ΣF·FracLEACH·EF5]·44/28.
 *
 * @throws {DomainError} `out-of-range` when more is put on rice than there is
 */
export function managedSoils(nitrogen: SoilNitrogen, factors: SoilFactors): Emission {
  const synthetic = amount(nitrogen.syntheticKg, 'F_SN');
  const organic = amount(nitrogen.organicKg, 'F_ON');
  const residues = amount(nitrogen.residuesKg, 'F_CR');
  const pasture = amount(nitrogen.pastureKg, 'F_PRP');
  const rice = amount(nitrogen.onRiceKg ?? 0, 'F_rice');
  const applied = synthetic + organic + residues;
  const direct =
    amount(applied - rice, 'F outside rice') * share(factors.ef1, 'EF1') +
    rice * share(factors.ef1Rice, 'EF1FR') +
    pasture * share(factors.ef3Pasture, 'EF3PRP');
  const volatilised =
    synthetic * share(factors.fracGasSynthetic, 'FracGASF') +
    (organic + pasture) * share(factors.fracGasOrganic, 'FracGASM');
  const leached = (applied + pasture) * share(factors.fracLeach, 'FracLEACH');
  const indirect = volatilised * share(factors.ef4, 'EF4') + leached * share(factors.ef5, 'EF5');
  return {
    method: 'managed-soils',
    gases: { N2O: (direct + indirect) * N2O_PER_N * 1e-3 },
    inputs: {
      'F_SN [kg]': synthetic,
      'F_ON [kg]': organic,
      'F_CR [kg]': residues,
      'F_rice [kg]': rice,
      'F_PRP [kg]': pasture,
      'direct N2O-N [kg]': direct,
      'indirect N2O-N [kg]': indirect,
    },
    sources: [factors.source],
  };
}
