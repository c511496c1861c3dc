/** Evaluate stored plans: once per text, in a thread, in the order of asking. */
import { DomainError, type DomainErrorCode, type ReferenceSlice } from '@thousand-cities/model';
import { Refused } from '../refused.ts';
import type { CutNode } from './cut.ts';
import type { Answers, Question, Reply } from './messages.ts';
import type { OutcomeSummary } from './summary.ts';
import { startThread, type Thread } from './thread.ts';

/** A plan as it is stored. */
export interface StoredPlan {
  readonly sha256: string;
  readonly text: string;
}

export interface Evaluator {
  /** @throws {DomainError} as the model does @throws {Refused} 503 */
  summary(plan: StoredPlan): Promise<OutcomeSummary>;
  /** What is known of a text without working; of one that is being worked out, its promise. */
  known(sha256: string): Promise<OutcomeSummary> | undefined;
  /** The upper part of the tree of a figure. @throws as `summary`, and `unknown-path` */
  explain(plan: StoredPlan, path: string, depth: number): Promise<CutNode>;
  end(): Promise<void>;
}

/** Summaries kept, some kB each. */
const KEPT = 1000;
/** Questions that may wait: at a tenth of a second each, nobody waits longer than a browser does. */
const MOST_WAITING = 200;

/** An evaluator over facts about countries. The thread starts with the first question. */
export function createEvaluator(sliceOf: (iso3: string) => ReferenceSlice): Evaluator {
  const ask = inTurn(sliceOf);
  const kept = new Map<string, Promise<OutcomeSummary>>();
  const known = (sha256: string) => {
    const summary = kept.get(sha256);
    if (!summary) return undefined;
    kept.delete(sha256);
    kept.set(sha256, summary);
    return summary;
  };
  return {
    known,
    summary: (plan) => {
      const before = known(plan.sha256);
      if (before) return before;
      const summary = ask.question({ kind: 'summary', ...plan }) as Promise<OutcomeSummary>;
      kept.set(plan.sha256, summary);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      // A refusal is said again when it is asked again: the reason may have gone.
      summary.catch(() => kept.delete(plan.sha256));
      return summary;
    },
    explain: (plan, path, depth) => ask.question({ kind: 'explain', path, depth, ...plan }) as Promise<CutNode>,
    end: ask.end,
  };
}

type Answer = Answers[keyof Answers];

function inTurn(sliceOf: (iso3: string) => ReferenceSlice) {
  let thread: Thread | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const send = async (question: Question): Promise<Reply> => {
    thread ??= startThread();
    try {
      return await thread.ask(question);
    } catch {
      // Out of memory or out of time: the next question gets a new thread.
      void thread.end();
      thread = undefined;
      throw new Refused(503, 'not-evaluated', 'this plan could not be evaluated now', { headers: { 'Retry-After': '5' } }); // prettier-ignore
    }
  };
  const one = async (question: Question): Promise<Answer> => {
    const reply = await send(question);
    return answerOf('needs' in reply ? await send({ ...question, slice: sliceOf(reply.needs) }) : reply);
  };
  const question = async (asked: Question): Promise<Answer> => {
    if (waiting >= MOST_WAITING) {
      throw new Refused(503, 'busy', 'too many plans wait to be evaluated', { headers: { 'Retry-After': '10' } });
    }
    waiting++;
    const turn = last.then(() => one(asked));
    last = turn.catch(() => undefined);
    return turn.finally(() => waiting--);
  };
  return { question, end: async () => thread?.end() };
}

/** @throws {DomainError} */
function answerOf(reply: Reply): Answer {
  if ('answer' in reply) return reply.answer;
  if ('refusal' in reply) {
    const { code, message, at } = reply.refusal;
    throw new DomainError(code as DomainErrorCode, message, at);
  }
  throw new Error('fault' in reply ? reply.fault : 'the evaluating thread asks twice for one country');
}
