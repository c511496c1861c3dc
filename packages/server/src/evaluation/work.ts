/** The thread in which stored plans are evaluated, so that everybody else is answered meanwhile. It knows the model and nothing else. */
import { parentPort } from 'node:worker_threads';
import {
  createExplainer,
  DomainError,
  evaluate,
  readPlan,
  referenceOf,
  type ExplainNode,
  type Reference,
} from '@thousand-cities/model';
import { cut } from './cut.ts';
import type { Answers, Question, Reply } from './messages.ts';
import { summaryOf, type OutcomeSummary } from './summary.ts';

interface Worked {
  readonly summary: OutcomeSummary;
  readonly explain: (path: string) => ExplainNode;
}

/** Outcomes kept, with all that explaining needs: some MB each. */
const KEPT = 4;

const port = parentPort!;
const references = new Map<string, Reference>();
const kept = new Map<string, Worked>();

port.on('message', (question: Question) => port.postMessage(replyTo(question)));

function replyTo(question: Question): Reply {
  try {
    const worked = kept.get(question.sha256) ?? work(question);
    return typeof worked === 'string' ? { needs: worked } : { answer: answerOf(worked, question) };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: { code: error.code, message: error.message, at: error.at } };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** @returns the country whose figures are not here yet, where they are not */
function work({ text, sha256, slice }: Question): Worked | string {
  const plan = readPlan(text);
  const { country } = plan.city;
  if (slice) references.set(country, referenceOf(slice));
  const reference = references.get(country);
  if (!reference) return country;
  const outcome = evaluate(plan, reference);
  const worked: Worked = { summary: summaryOf(plan, outcome), explain: createExplainer(plan, reference, outcome) };
  kept.set(sha256, worked);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return worked;
}

function answerOf({ summary, explain }: Worked, { kind, path = '', depth = 3 }: Question): Answers[keyof Answers] {
  return kind === 'summary' ? summary : cut(explain(path), depth);
}
