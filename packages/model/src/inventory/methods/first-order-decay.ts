/** Solid waste disposal by first-order decay (III.1). Source: IPCC 2006 GL Vol 5 Ch 3, Eq. 3.1 to 3.7. */
import { DomainError } from '../../errors.ts';
import type { Emission } from './core.ts';
import { CH4_PER_C, amount, share } from './core.ts';

/** How one kind of waste decays. */
export interface DecayFactor {
  /** Degradable organic carbon, t C per t wet waste. */
  readonly doc: number;
  /** Share of it that decays: 0.5 (2006), or by type in the 2019 Refinement. */
  readonly docf: number;
  /** Decay rate, per year: ln 2 over half-life. */
  readonly k: number;
  readonly source: string;
}

/** What was deposited in one year, and how the site was kept. */
export interface YearOfDisposal {
  readonly year: number;
  /** Tonnes wet by kind of waste. */
  readonly tonnes: Readonly<Record<string, number>>;
  /** Methane correction factor of the site in that year. */
  readonly mcf: number;
}

/** A landfill, or all landfills of a city. */
export interface Landfill {
  /** Every year from the first deposit on, none left out; 50 years are wanted. */
  readonly history: readonly YearOfDisposal[];
  readonly decay: Readonly<Record<string, DecayFactor>>;
  /** Volume share of CH4 in the gas, `F`: 0.5. */
  readonly methaneShare: number;
  /** Share of CH4 oxidised in the cover, `OX`: 0, or 0.1 under an oxidising cover. */
  readonly oxidation: number;
  /** CH4 flared or used in the inventory year, tonnes, `R`. */
  readonly recoveredTonnes: number;
}

/**
 * CH4 emitted in a year by waste of all years before:
 * DDOCm = W·DOC·DOCf·MCF; DDOCma(T) = DDOCm(T) + DDOCma(T−1)·e^−k; DDOCdec(T) = DDOCma(T−1)·(1 − e^−k);
 * CH4 = (Σ DDOCdec·F·16/12 − R)·(1 − OX). Decay begins on 1 January after the deposit (delay of six months on average).
 *
 * @throws {DomainError} `missing-figure` for a year left out or a kind of waste without factor; `out-of-range` when more is recovered than generated
 */
export function firstOrderDecay(landfill: Landfill, year: number): Emission {
  const oxidation = share(landfill.oxidation, 'OX');
  const generated = decayedCarbon(landfill, year) * share(landfill.methaneShare, 'F') * CH4_PER_C;
  const recovered = amount(landfill.recoveredTonnes, 'R');
  if (recovered > generated) {
    throw new DomainError('out-of-range', `${recovered} t CH4 recovered in ${year}, but ${generated} t generated`, [
      'inputs',
      'R',
    ]);
  }
  return {
    method: 'first-order-decay',
    gases: { 'CH4-biogenic': (generated - recovered) * (1 - oxidation) },
    inputs: { 'CH4 generated [t]': generated, 'R [t]': recovered, OX: oxidation, F: landfill.methaneShare, year },
    sources: [...new Set(Object.values(landfill.decay).map(({ source }) => source))],
  };
}

/** Carbon that decays in a year, tonnes, over all kinds of waste. */
function decayedCarbon({ history, decay }: Landfill, year: number): number {
  const past = history.filter((deposit) => deposit.year < year).toSorted((one, other) => one.year - other.year);
  refuseGaps(past, year);
  const stock = new Map<string, number>();
  for (const deposit of past) {
    for (const [kind, held] of stock) stock.set(kind, held * Math.exp(-factorOf(decay, kind).k));
    for (const [kind, tonnes] of Object.entries(deposit.tonnes)) {
      const { doc, docf } = factorOf(decay, kind);
      const carbon = amount(tonnes, kind) * share(doc, 'DOC') * share(docf, 'DOCf') * share(deposit.mcf, 'MCF');
      const held = stock.get(kind);
      stock.set(kind, held === undefined ? carbon : held + carbon);
    }
  }
  return [...stock].reduce((sum, [kind, held]) => sum + held * (1 - Math.exp(-factorOf(decay, kind).k)), 0);
}

function refuseGaps(past: readonly YearOfDisposal[], year: number): void {
  past.forEach((deposit, index) => {
    const next = past[index + 1]?.year ?? year;
    if (next === deposit.year + 1) return;
    throw new DomainError('missing-figure', `the history of disposal leaves out ${deposit.year + 1}`, [
      'inputs',
      'history',
    ]);
  });
}

function factorOf(decay: Landfill['decay'], kind: string): DecayFactor {
  const factor = decay[kind];
  if (factor === undefined)
    throw new DomainError('missing-figure', `no decay factor for waste "${kind}"`, ['inputs', kind]);
  amount(factor.k, 'k');
  return factor;
}
