/** Faults and remarks about an inventory or a plan: values that travel with the result, never exceptions. */
import type { Place } from './errors.ts';

export type Severity = 'error' | 'warning' | 'note';

/** What a check has to say. `code` is stable and translatable; `values` fill the translated message. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly path: Place;
  /** English, complete in itself; doors may show their own words by `code`. */
  readonly message: string;
  /** What the reader can do about it. */
  readonly remedy: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** How far a result can be trusted. A degraded plan cannot be published. */
export type Status = 'ok' | 'incomplete' | 'degraded' | 'failed';
