/** Evaluate stored plans: once per text, in a thread, in the order of asking. */
import type { Outcome, ReferenceSlice } from '@thousand-cities/model';
import { Refused } from '../refused.ts';
import { Thread, ThreadFailed } from '../thread/thread.ts';
import type { CutNode } from './cut.ts';
import type { Answers, Question } from './messages.ts';
import type { OutcomeSummary } from './summary.ts';

/** A plan as it is stored. */
export interface StoredPlan {
  readonly sha256: string;
  readonly text: string;
}

/** How much of the tree of a figure, and of which outcome. */
export interface TreeOptions {
  readonly depth: number;
  /** Children of each step (25). */
  readonly most?: number;
  readonly draws?: number;
}

export interface Evaluator {
  /** @throws {DomainError} as the model does @throws {Refused} 503 */
  summary(plan: StoredPlan): Promise<OutcomeSummary>;
  /** What is known of a text without working; of one that is being worked out, its promise. */
  known(sha256: string): Promise<OutcomeSummary> | undefined;
  /** The whole outcome with the uncertainty of so many draws; not kept. @throws as `summary` */
  outcome(plan: StoredPlan, draws: number): Promise<Outcome>;
  /** The upper part of the tree of a figure. @throws as `summary`, and `unknown-path` */
  explain(plan: StoredPlan, path: string, tree: TreeOptions): Promise<CutNode>;
  end(): Promise<void>;
}

/** Summaries kept, some kB each. */
const KEPT = 1000;
/** Questions that may wait: at a tenth of a second each, nobody waits longer than a browser does. */
const MOST_WAITING = 200;
/** The largest plan that is taken evaluates in seconds. */
const PATIENCE_MS = 30_000;
const MEMORY_MB = 512;

/** An evaluator over facts about countries. The thread starts with the first question. */
export function createEvaluator(sliceOf: (iso3: string) => ReferenceSlice): Evaluator {
  const file = new URL('./work', import.meta.url);
  const limits = { memoryMb: MEMORY_MB, patienceMs: PATIENCE_MS, mostWaiting: MOST_WAITING };
  const thread = new Thread<Question, Answers>({ file, ...limits, give: sliceOf });
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
    summary: ({ sha256, text }) => {
      const before = known(sha256);
      if (before) return before;
      const summary = thread.ask({ kind: 'summary', sha256, text }).catch(refuse);
      kept.set(sha256, summary);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      // A refusal is said again when it is asked again: the reason may have gone.
      summary.catch(() => kept.delete(sha256));
      return summary;
    },
    outcome: ({ sha256, text }, draws) => thread.ask({ kind: 'outcome', sha256, text, draws }).catch(refuse),
    explain: ({ sha256, text }, path, tree) =>
      thread.ask({ kind: 'explain', sha256, text, path, ...tree }).catch(refuse),
    end: () => thread.end(),
  };
}

/** Out of memory, out of time, or too many: the next question gets a new thread. */
function refuse(error: unknown): never {
  if (!(error instanceof ThreadFailed)) throw error;
  if (error.why === 'busy') {
    throw new Refused(503, 'busy', 'too many plans wait to be evaluated', { headers: { 'Retry-After': '10' } });
  }
  throw new Refused(503, 'not-evaluated', 'this plan could not be evaluated now', { headers: { 'Retry-After': '5' }, cause: error }); // prettier-ignore
}
