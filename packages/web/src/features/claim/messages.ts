/** What the page and the claim's worker say to each other. Plain values only: they cross a thread. */
import type { ClaimAnswer } from '@thousand-cities/model';
import type { Roster } from './roster.ts';
import type { ClaimChoice } from './state.ts';

export type ClaimRequest =
  /** The document of the thousand as it came over the line; the buffer is handed over. */
  | { readonly kind: 'cities'; readonly document: ArrayBuffer }
  /** Fetch the climate and get it ready; again after it failed. */
  | { readonly kind: 'climate' }
  | { readonly kind: 'ask'; readonly id: number; readonly choice: ClaimChoice };

export type ClaimReply =
  | { readonly kind: 'roster'; readonly roster: Roster }
  /** Bytes of the climate that have come; `total` where the server says how many there are. */
  | { readonly kind: 'progress'; readonly received: number; readonly total?: number }
  | { readonly kind: 'climate-ready'; readonly basis: ClimateBasis }
  /** `took` in milliseconds, worked out in the worker. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ClaimAnswer; readonly took: number }
  | { readonly kind: 'failed'; readonly what: 'cities' | 'climate'; readonly code: string; readonly message: string }
  | { readonly kind: 'refused'; readonly id: number; readonly code: string; readonly message: string };

/** What stands behind every temperature on the page. */
export interface ClimateBasis {
  readonly calibration: string;
  readonly members: number;
  readonly kernel: string;
  /** Names of the world without plans and of the one that keeps 1.5 °C. */
  readonly reference: string;
  readonly ambitious: string;
  readonly observed?: ObservedLine;
}

/** Warming that was measured, K above 1850–1900. */
export interface ObservedLine {
  readonly source: string;
  readonly years: readonly number[];
  readonly warming: readonly number[];
}
