/** What the thread of the climate is asked and what it answers. Everything is plain data. */
import type { PlanWarming } from '@thousand-cities/model';

export interface Question {
  readonly kind: 'warming';
  /** A plan file. */
  readonly plan: string;
}

export interface Answers {
  readonly warming: PlanWarming;
}

/** By this name the thread asks for the calibrated ensemble; other names are those of countries. */
export const PACK = '/pack';
