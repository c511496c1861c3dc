/** What the evaluating thread is asked and what it answers. Everything is plain data. */
import type { Outcome } from '@thousand-cities/model';
import type { CutNode } from './cut.ts';
import type { OutcomeSummary } from './summary.ts';

/** A plan document. */
interface OfPlan {
  /** SHA-256 of the text: the thread keeps the last outcomes by it. */
  readonly sha256: string;
  readonly text: string;
  /** With the uncertainty of so many draws; without when absent. */
  readonly draws?: number;
}

export type Question =
  | (OfPlan & { readonly kind: 'summary' })
  | (OfPlan & { readonly kind: 'outcome' })
  /** The tree of a figure, `depth` levels of it and the first `most` children of each step (25). */
  | (OfPlan & { readonly kind: 'explain'; readonly path: string; readonly depth: number; readonly most?: number });

export interface Answers {
  readonly summary: OutcomeSummary;
  readonly outcome: Outcome;
  readonly explain: CutNode;
}
