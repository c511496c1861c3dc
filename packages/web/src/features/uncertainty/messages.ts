/** What the page and the uncertainty worker say to each other. */
import type { Outcome, Plan, ReferenceSlice } from '@thousand-cities/model';

export interface UncertaintyRequest {
  readonly id: number;
  readonly plan: Plan;
  readonly slice: ReferenceSlice;
  readonly draws: number;
  readonly seed: number;
}

/** What draws add to an outcome. */
export type UncertaintyResult = Pick<Outcome, 'fan' | 'probability' | 'drivesUncertainty'>;

export type UncertaintyReply =
  { readonly id: number; readonly result: UncertaintyResult } | { readonly id: number; readonly failed: string };
