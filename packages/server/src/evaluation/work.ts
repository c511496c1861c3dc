/** The thread in which stored plans are evaluated, so that everybody else is answered meanwhile. It knows the model and nothing else. */
import { createExplainer, evaluate, readPlan, type ExplainNode, type Outcome } from '@thousand-cities/model';
import { answering, type Asker } from '../thread/far.ts';
import { referencesOf } from '../thread/references.ts';
import { cut } from './cut.ts';
import type { Answers, Question } from './messages.ts';
import { summaryOf, type OutcomeSummary } from './summary.ts';

interface Worked {
  readonly summary: OutcomeSummary;
  readonly outcome: Outcome;
  readonly explain: (path: string) => ExplainNode;
}

/** Outcomes kept, with all that explaining needs: some MB each. */
const KEPT = 4;

const referenceOf = referencesOf();
const kept = new Map<string, Worked>();

answering<Question>(async (question, asker): Promise<Answers[keyof Answers]> => {
  const key = `${question.sha256} ${question.draws ?? 0}`;
  const { summary, outcome, explain } = kept.get(key) ?? (await work(question, key, asker));
  switch (question.kind) {
    case 'summary':
      return summary;
    case 'outcome':
      return outcome;
    case 'explain':
      return cut(explain(question.path), question.depth, question.most);
  }
});

async function work({ text, draws }: Question, key: string, asker: Asker): Promise<Worked> {
  const plan = readPlan(text);
  const reference = await referenceOf(plan.city.country, asker);
  const outcome = evaluate(plan, reference, draws === undefined ? {} : { draws });
  const explain = createExplainer(plan, reference, outcome);
  const worked: Worked = { summary: summaryOf(plan, outcome), outcome, explain };
  kept.set(key, worked);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return worked;
}
