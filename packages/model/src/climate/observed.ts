/** The observed record that a run is shown beside. */
import type { Source } from '../source.ts';

/**
 * - `gmst`: global mean surface temperature of one year, weather and El Niño included
 * - `gmst-decade`: the mean of ten years, the steadier figure
 * - `human-induced`: the part that people have caused, as assessed; nearest to what the model gives
 */
export const OBSERVED_KINDS = ['gmst', 'gmst-decade', 'human-induced'] as const;
export type ObservedKind = (typeof OBSERVED_KINDS)[number];

/** One figure of the record: K above 1850–1900. */
export interface ObservedWarming {
  readonly kind: ObservedKind;
  /** First and last year it is the mean of; the same for a single year. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly warming: number;
  /** 5 to 95 %, where the source gives it. */
  readonly low?: number;
  readonly high?: number;
  /** Of a first look that the publishers have not yet assessed. */
  readonly provisional: boolean;
  /** Id of the source. */
  readonly source: string;
}

/** The whole record with its sources. */
export interface ObservedRecord {
  readonly figures: readonly ObservedWarming[];
  readonly sources: readonly Source[];
}
