/** What the evaluating thread is asked and what it answers. Everything is plain data. */
import type { ReferenceSlice } from '@thousand-cities/model';
import type { CutNode } from './cut.ts';
import type { OutcomeSummary } from './summary.ts';

/** About one plan document. */
export interface Question {
  readonly kind: 'summary' | 'explain';
  /** SHA-256 of the text: the thread keeps the last outcomes by it. */
  readonly sha256: string;
  readonly text: string;
  /** The figure to explain. */
  readonly path?: string;
  /** Levels of its tree. */
  readonly depth?: number;
  /** What must be known of the country, once the thread has asked for it. */
  readonly slice?: ReferenceSlice;
}

export interface Answers {
  readonly summary: OutcomeSummary;
  readonly explain: CutNode;
}

export type Reply =
  | { readonly answer: Answers[keyof Answers] }
  /** Ask again with the slice of this country. */
  | { readonly needs: string }
  | { readonly refusal: { readonly code: string; readonly message: string; readonly at: readonly (string | number)[] } }
  | { readonly fault: string };
