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
  type Reference,
  type RollUp,
} from '@thousand-cities/model';
import type { Answers, EvaluatedPlan, Question, Reply } from './messages.ts';
import { cityLineOf, rollUpDocumentOf } from './roll-up-document.ts';

const port = parentPort!;
const references = new Map<string, Reference>();
let sum: { readonly rollUp: RollUp; cities: number } | undefined;

/** Progress is told in steps of a fiftieth. */
const STEPS = 50;

port.on('message', (question: Question) => port.postMessage(answer(question)));

function answer(question: Question): Reply {
  try {
    return { answer: answerOf(question) };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: { code: error.code, message: error.message, at: error.at } };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function answerOf(question: Question): Answers[Question['kind']] {
  switch (question.kind) {
    case 'evaluate':
      return evaluated(question);
    case 'begin-roll-up': {
      const { world, asOf } = question;
      sum = { rollUp: createRollUp({ world, asOf }), cities: 0 };
      return null;
    }
    case 'add-plan': {
      if (question.slice) references.set(question.country, referenceOf(question.slice));
      const paths = cityPathsOf(readPlan(question.plan), references.get(question.country)!, { skipActions: true });
      sum!.rollUp.add(paths);
      sum!.cities++;
      return cityLineOf(paths);
    }
    case 'finish-roll-up':
      return sum!.cities === 0 ? null : rollUpDocumentOf(sum!.rollUp.finish());
  }
}

function evaluated({ plan, slice, draws, seed }: Extract<Question, { kind: 'evaluate' }>): EvaluatedPlan {
  let told = 0;
  const onDraw = (share: number): void => {
    if (share * STEPS < told) return;
    told = Math.floor(share * STEPS) + 1;
    port.postMessage({ progress: share } satisfies Reply);
  };
  return summaryOf(evaluate(readPlan(plan), referenceOf(slice), { draws, seed, onDraw }), draws, seed);
}

function summaryOf(outcome: Outcome, draws: number, seed: number): EvaluatedPlan {
  const { byAction: _byAction, byGas: _byGas, bySector: _bySector, targets: _targets, cost, ...rest } = outcome;
  const { npv, perTonne } = cost;
  return { ...rest, cost: { npv, perTonne }, draws, seed };
}
