/** What all methods share: an emission with the figures behind it, guards, and the way into an inventory row. */
import { DomainError } from '../../errors.ts';
import { co2eOf } from '../../gas.ts';
import type { GasMasses, GasSpecies, GwpSet } from '../../gas.ts';
import type { Provenance } from '../../source.ts';
import type { ActivityData, GpcRef, InventoryRow } from '../types.ts';

/** The result of a method: masses, and every figure that went in. */
export interface Emission {
  /** Method id, as in `InventoryRow.method`. */
  readonly method: string;
  /** Tonnes by species, totals only: no biogenic CO2. */
  readonly gases: GasMasses;
  /** Memo: biogenic CO2, tonnes. */
  readonly biogenicCo2Tonnes?: number;
  /** Symbols of the method's equation with their values, for explanation. */
  readonly inputs: Readonly<Record<string, number>>;
  /** Source ids of the factors. */
  readonly sources: readonly string[];
}

/** Molar mass ratios: CO2 per C, CH4 per C, N2O per N2O-N. */
export const CO2_PER_C = 44 / 12;
export const CH4_PER_C = 16 / 12;
export const N2O_PER_N = 44 / 28;

/**
 * Pass a figure on, or refuse it.
 *
 * @throws {DomainError} `not-a-number`; `out-of-range` below nought
 */
export function amount(value: number, symbol: string): number {
  if (!Number.isFinite(value))
    throw new DomainError('not-a-number', `${symbol} is not a finite number`, ['inputs', symbol]);
  if (value < 0)
    throw new DomainError('out-of-range', `${symbol} is ${value}; it cannot be below 0`, ['inputs', symbol]);
  return value;
}

/** Pass a share on, or refuse it. @throws {DomainError} `out-of-range` outside 0 to 1 */
export function share(value: number, symbol: string): number {
  if (amount(value, symbol) > 1) {
    throw new DomainError('out-of-range', `${symbol} is ${value}; a share lies between 0 and 1`, ['inputs', symbol]);
  }
  return value;
}

/** Refuse shares that do not add up to one (to 1e-6). @throws {DomainError} `out-of-range` */
export function wholeShares(shares: readonly number[], symbol: string): void {
  const sum = shares.reduce((all, part) => all + share(part, symbol), 0);
  if (Math.abs(sum - 1) > 1e-6) {
    throw new DomainError('out-of-range', `${symbol} add up to ${sum}, not to 1`, ['inputs', symbol]);
  }
}

/** Add emissions of one method; inputs of the parts are kept with their index (`x[1]`). */
export function addEmissions(method: string, parts: readonly Emission[]): Emission {
  const gases: Record<GasSpecies, number> = {};
  let biogenic: number | undefined;
  for (const part of parts) {
    for (const [species, mass] of Object.entries(part.gases)) {
      const before = gases[species];
      if (mass !== undefined) gases[species] = before === undefined ? mass : before + mass;
    }
    if (part.biogenicCo2Tonnes !== undefined) {
      biogenic = biogenic === undefined ? part.biogenicCo2Tonnes : biogenic + part.biogenicCo2Tonnes;
    }
  }
  const inputs = Object.fromEntries(
    parts.flatMap((part, index) =>
      Object.entries(part.inputs).map(([symbol, value]) => [`${symbol}[${index}]`, value]),
    ),
  );
  return {
    method,
    gases,
    ...(biogenic !== undefined && { biogenicCo2Tonnes: biogenic }),
    inputs,
    sources: [...new Set(parts.flatMap((part) => part.sources))],
  };
}

/** Scale an emission, as when part of it lies outside the boundary. */
export function scaleEmission(emission: Emission, factor: number): Emission {
  const gases = Object.fromEntries(
    Object.entries(emission.gases).map(([species, mass]) => [species, mass === undefined ? mass : mass * factor]),
  ) as GasMasses;
  const { biogenicCo2Tonnes } = emission;
  return {
    ...emission,
    gases,
    ...(biogenicCo2Tonnes !== undefined && { biogenicCo2Tonnes: biogenicCo2Tonnes * factor }),
  };
}

/** What a row needs besides the emission. */
export interface RowDetails {
  readonly provenance: Provenance;
  readonly activity?: ActivityData;
  readonly note?: string;
  readonly sources?: readonly string[];
}

/** Enter an emission into an inventory. @throws {DomainError} `unknown-gas` */
export function rowOf(ref: GpcRef, emission: Emission, gwp: GwpSet, details: RowDetails): InventoryRow {
  const { gases, biogenicCo2Tonnes, method } = emission;
  return {
    ref,
    co2eTonnes: co2eOf(gases, gwp),
    gases,
    ...(biogenicCo2Tonnes !== undefined && { biogenicCo2Tonnes }),
    ...(details.activity && { activity: details.activity }),
    method,
    provenance: details.provenance,
    sources: [...new Set([...emission.sources, ...(details.sources ?? [])])],
    ...(details.note !== undefined && { note: details.note }),
  };
}
