/** The thread in which jobs compute, so that the pages are answered meanwhile. It knows the model and nothing else. */
import { parentPort } from 'node:worker_threads';
import {
  cityPathsOf,
  createRollUp,
  DomainError,
  evaluate,
  readPlan,
  referenceOf,
  type Outcome,
  type Plan,
  type Reference,
  type ReferenceSlice,
  type RollUp,
} from '@thousand-cities/model';
import type { EvaluatedPlan, Question, Reply } from './messages.ts';
import { cityLineOf, rollUpDocumentOf } from './roll-up-document.ts';

const port = parentPort!;
const references = new Map<string, Reference>();
let sum: { readonly rollUp: RollUp; cities: number } | undefined;

/** Progress is told in steps of a fiftieth. */
const STEPS = 50;

port.on('message', (question: Question) => port.postMessage(answer(question)));

function answer(question: Question): Reply {
  try {
    return replyTo(question);
  } catch (error) {
    if (error instanceof DomainError) return { refusal: { code: error.code, message: error.message, at: error.at } };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function replyTo(question: Question): Reply {
  switch (question.kind) {
    case 'evaluate':
      return onPlan(question, (plan, reference) => evaluated(plan, reference, question));
    case 'begin-roll-up': {
      const { world, asOf } = question;
      sum = { rollUp: createRollUp({ world, asOf }), cities: 0 };
      return { answer: null };
    }
    case 'add-plan':
      return onPlan(question, (plan, reference) => {
        const paths = cityPathsOf(plan, reference, { skipActions: true });
        sum!.rollUp.add(paths);
        sum!.cities++;
        return cityLineOf(paths);
      });
    case 'finish-roll-up':
      return { answer: sum!.cities === 0 ? null : rollUpDocumentOf(sum!.rollUp.finish()) };
  }
}

/** Plans are read here and nowhere else: a large one takes long enough to be noticed by those who wait for a page. */
function onPlan(
  { plan: text, slice }: { readonly plan: string; readonly slice?: ReferenceSlice },
  work: (plan: Plan, reference: Reference) => unknown,
): Reply {
  const plan = readPlan(text);
  const { country } = plan.city;
  if (slice) references.set(country, referenceOf(slice));
  const reference = references.get(country);
  return reference ? { answer: work(plan, reference) } : { needs: country };
}

function evaluated(
  plan: Plan,
  reference: Reference,
  options: { readonly draws: number; readonly seed: number },
): EvaluatedPlan {
  const { draws, seed } = options;
  let told = 0;
  const onDraw = (share: number): void => {
    if (share * STEPS < told) return;
    told = Math.floor(share * STEPS) + 1;
    port.postMessage({ progress: share } satisfies Reply);
  };
  return summaryOf(evaluate(plan, reference, { draws, seed, onDraw }), draws, seed);
}

function summaryOf(outcome: Outcome, draws: number, seed: number): EvaluatedPlan {
  const { byAction: _byAction, byGas: _byGas, bySector: _bySector, targets: _targets, cost, ...rest } = outcome;
  const { npv, perTonne } = cost;
  return { ...rest, cost: { npv, perTonne }, draws, seed };
}
