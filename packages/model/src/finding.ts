/** Faults and remarks about an inventory or a plan: values that travel with the result, never exceptions. */
import type { Place } from './errors.ts';
import type { FindingCode, FindingValues, InventoryFindingCode, OutcomeFindingCode } from './finding-values.ts';

export type Severity = 'error' | 'warning' | 'note';

/** A finding of one code. `values` fill the translated message; which there are is in `finding-values.ts`. */
export interface FindingOf<C extends FindingCode> {
  readonly code: C;
  readonly severity: Severity;
  readonly path: Place;
  /** English, complete in itself; doors show their own words by `code`. */
  readonly message: string;
  /** What the reader can do about it. */
  readonly remedy: string;
  readonly values: FindingValues<C>;
}

/** What a check has to say. `code` is stable and translatable. A code without the values of its sentence does not compile. */
export type Finding = OneOf<FindingCode>;
export type InventoryFinding = OneOf<InventoryFindingCode>;
export type OutcomeFinding = OneOf<OutcomeFindingCode>;

type OneOf<Code extends FindingCode> = { [C in Code]: FindingOf<C> }[Code];

/** How far a result can be trusted. A degraded plan cannot be published. */
export type Status = 'ok' | 'incomplete' | 'degraded' | 'failed';
