/** What the page and the optimiser's worker say to each other. Plain values only: they cross a thread. */
import type { Binding, Plan, PortfolioResult, ReferenceSlice, ScheduledAction } from '@thousand-cities/model';

/** `quick`: a good plan at once, no proof. `prove`: search until the gap is small. */
export type OptimiseMode = 'quick' | 'prove';

export interface OptimiseStart {
  readonly kind: 'start';
  readonly mode: OptimiseMode;
  readonly plan: Plan;
  readonly slice: ReferenceSlice;
  /** Most capital in any year, EUR; absent = no limit. */
  readonly capitalPerYear?: number;
}

export type OptimiseRequest = OptimiseStart | { readonly kind: 'cancel' };

export interface OptimiseProgress {
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
  readonly schedule: readonly ScheduledAction[];
}

/** What the search came to. */
export interface OptimiseOutcome {
  readonly schedule: readonly ScheduledAction[];
  readonly meetsTarget: boolean;
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
  readonly stop: PortfolioResult['stop'];
  readonly aim: PortfolioResult['aim'];
  readonly binding: readonly Binding[];
}

export type OptimiseReply =
  | ({ readonly kind: 'progress' } & OptimiseProgress)
  | { readonly kind: 'done'; readonly outcome: OptimiseOutcome }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };
