/** The thread in which jobs compute, so that the pages are answered meanwhile. It knows the model and nothing else. */
import {
  cityPathsOf,
  createRollUp,
  evaluate,
  optimisePlan,
  readPlan,
  type Outcome,
  type Plan,
  type Reference,
  type RollUp,
} from '@thousand-cities/model';
import { optimumOf, type Optimum } from '../../evaluation/optimum.ts';
import { answering, type Asker } from '../../thread/far.ts';
import { referencesOf } from '../../thread/references.ts';
import type { Answers, EvaluatedPlan, Question } from './messages.ts';
import { cityLineOf, rollUpDocumentOf } from './roll-up-document.ts';
import { loadSolver } from './solver.ts';

const referenceOf = referencesOf();
let sum: { readonly rollUp: RollUp; cities: number } | undefined;

/** Progress is told in steps of a fiftieth. */
const STEPS = 50;

answering<Question>(async (question, asker): Promise<Answers[keyof Answers]> => {
  switch (question.kind) {
    case 'evaluate':
      return onPlan(question.plan, asker, (plan, reference) => evaluated(plan, reference, question, asker));
    case 'optimise':
      return onPlan(question.plan, asker, (plan, reference) => optimised(plan, reference, question, asker));
    case 'begin-roll-up': {
      const { world, asOf } = question;
      sum = { rollUp: createRollUp({ world, asOf }), cities: 0 };
      return null;
    }
    case 'add-plan':
      return onPlan(question.plan, asker, (plan, reference) => {
        const paths = cityPathsOf(plan, reference, { skipActions: true });
        sum!.rollUp.add(paths);
        sum!.cities++;
        return cityLineOf(paths);
      });
    case 'finish-roll-up':
      return sum!.cities === 0 ? null : rollUpDocumentOf(sum!.rollUp.finish());
  }
});

/** Plans are read here and nowhere else: a large one takes long enough to be noticed by those who wait for a page. */
async function onPlan<T>(
  text: string,
  asker: Asker,
  work: (plan: Plan, reference: Reference) => T | Promise<T>,
): Promise<T> {
  const plan = readPlan(text);
  return work(plan, await referenceOf(plan.city.country, asker));
}

interface SearchOptions {
  readonly seconds: number;
  readonly capitalPerYear?: number | undefined;
}

async function optimised(plan: Plan, reference: Reference, options: SearchOptions, asker: Asker): Promise<Optimum> {
  const { seconds, capitalPerYear } = options;
  // Loaded by the first search: it is large, and most jobs do without.
  const solver = await loadSolver();
  const clock = () => performance.now() / 1000;
  const begun = clock();
  const better = await optimisePlan(plan, reference, solver, {
    constraints: capitalPerYear === undefined ? {} : { capitalPerYear },
    timeLimitSeconds: seconds,
    clock,
    // How long of what it may take: how near it is, nobody knows before the end.
    onProgress: () => asker.tell(Math.min(0.99, (clock() - begun) / seconds)),
  });
  return optimumOf(plan, better.plan, better.result);
}

function evaluated(
  plan: Plan,
  reference: Reference,
  options: { readonly draws: number; readonly seed: number },
  asker: Asker,
): EvaluatedPlan {
  const { draws, seed } = options;
  let told = 0;
  const onDraw = (share: number): void => {
    if (share * STEPS < told) return;
    told = Math.floor(share * STEPS) + 1;
    asker.tell(share);
  };
  return summaryOf(evaluate(plan, reference, { draws, seed, onDraw }), draws, seed);
}

function summaryOf(outcome: Outcome, draws: number, seed: number): EvaluatedPlan {
  const { byAction: _byAction, byGas: _byGas, bySector: _bySector, targets: _targets, cost, ...rest } = outcome;
  const { npv, perTonne } = cost;
  return { ...rest, cost: { npv, perTonne }, draws, seed };
}
