/** Solid waste disposal by methane commitment (III.1): all methane a year's waste will ever make, booked in that year. Source: GPC v1.1 ch. 8, Eq. 8.3, 8.4. */
import type { Emission } from './core.ts';
import { CH4_PER_C, amount, share, wholeShares } from './core.ts';

/** The waste of one year and where it goes. */
export interface CommittedWaste {
  /** Tonnes wet, all kinds. */
  readonly tonnes: number;
  /** Degradable organic carbon of the mix, t C per t: see `mixedDoc`. */
  readonly doc: number;
  /** Share that decays. The GPC's own text takes 0.6 here, the IPCC 0.5 for first-order decay: never mix the two. */
  readonly docf: number;
  readonly mcf: number;
  /** Volume share of CH4 in the gas: 0.5. */
  readonly methaneShare: number;
  /** Share of CH4 recovered over the site's life. */
  readonly recoveredShare: number;
  readonly oxidation: number;
  readonly source: string;
}

/** `DOC_f` of the GPC's methane commitment text. First-order decay takes its own from the IPCC. */
export const GPC_COMMITMENT_DOCF = 0.6;

/**
 * CH4 = W·L0·(1 − f_rec)·(1 − OX), L0 = MCF·DOC·DOCf·F·16/12.
 *
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function methaneCommitment(waste: CommittedWaste): Emission {
  const { tonnes, doc, docf, mcf, methaneShare, recoveredShare, oxidation } = waste;
  const potential = share(mcf, 'MCF') * share(doc, 'DOC') * share(docf, 'DOCf') * share(methaneShare, 'F') * CH4_PER_C;
  const ch4 = amount(tonnes, 'W') * potential * (1 - share(recoveredShare, 'f_rec')) * (1 - share(oxidation, 'OX'));
  return {
    method: 'methane-commitment',
    gases: { 'CH4-biogenic': ch4 },
    inputs: {
      'W [t]': tonnes,
      'L0 [t/t]': potential,
      MCF: mcf,
      DOC: doc,
      DOCf: docf,
      F: methaneShare,
      f_rec: recoveredShare,
      OX: oxidation,
    },
    sources: [waste.source],
  };
}

/** DOC of a mix = Σ share · DOC of the kind (Eq. 3.7: food 0.15, garden 0.20, paper 0.40, wood 0.43, textiles 0.24; plastics, metal and glass 0). */
export function mixedDoc(parts: readonly { readonly share: number; readonly doc: number }[]): number {
  wholeShares(
    parts.map((part) => part.share),
    'shares of waste',
  );
  return parts.reduce((sum, part) => sum + part.share * share(part.doc, 'DOC'), 0);
}
