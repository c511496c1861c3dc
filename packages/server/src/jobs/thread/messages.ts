/** What the computing thread is asked and what it answers. Everything is plain data. */
import type { Outcome, WorldEmissions } from '@thousand-cities/model';
import type { Optimum } from '../../evaluation/optimum.ts';
import type { CityLine, RollUpDocument } from './roll-up-document.ts';

/** A plan file. */
interface OfPlan {
  readonly plan: string;
}

export type Question =
  | (OfPlan & { readonly kind: 'evaluate'; readonly draws: number; readonly seed: number })
  | (OfPlan & { readonly kind: 'optimise'; readonly seconds: number; readonly capitalPerYear?: number | undefined })
  | { readonly kind: 'begin-roll-up'; readonly world: WorldEmissions; readonly asOf: number }
  | (OfPlan & { readonly kind: 'add-plan' })
  | { readonly kind: 'finish-roll-up' };

export interface Answers {
  readonly evaluate: EvaluatedPlan;
  readonly optimise: Optimum;
  readonly 'begin-roll-up': null;
  readonly 'add-plan': CityLine;
  readonly 'finish-roll-up': RollUpDocument | null;
}

/** An outcome without the series of each action: some kB. */
export type EvaluatedPlan = Omit<Outcome, 'byAction' | 'byGas' | 'bySector' | 'cost' | 'targets'> & {
  readonly cost: Pick<Outcome['cost'], 'npv' | 'perTonne'>;
  readonly draws: number;
  readonly seed: number;
};
