/** A stored plan under edit: believed once, changed by functions of its newest state, undone by the document alone. */
import { useCallback, useMemo, useRef } from 'react';
import { planOf, type Plan } from '@thousand-cities/model';
import { useDocument, type DocumentAnswer, type OpenDocument } from '../../shared/saving/use-document.ts';
import { planWith, type PlanChange } from '../plan/state.ts';

interface PlanOptions {
  readonly cityId: string;
  readonly documentId: string;
  readonly mayWrite: boolean;
  readonly userId: string | null;
}

/**
 * Read plans that came from outside, and know again those that were made here: checking a whole plan takes longer than a frame, and
 * a slider moves many times a second. The same document gives the same plan, so that what was compiled for it is used again.
 */
function createReader() {
  const known = new WeakMap<object, Plan>();
  return {
    read: (document: unknown): Plan => {
      const before = typeof document === 'object' && document !== null ? known.get(document) : undefined;
      if (before) return before;
      const plan = planOf(document);
      if (typeof document === 'object' && document !== null) known.set(document, plan);
      return plan;
    },
    trust: (plan: Plan): Plan => {
      known.set(plan, plan);
      return plan;
    },
  };
}

export type OpenPlanDocument = OpenDocument<Plan>;

/** Change the newest state of the plan. */
export type EditPlan = (change: (plan: Plan) => Plan, about: string, note?: string) => void;

export interface PlanUnderEdit {
  readonly answer: DocumentAnswer<Plan>;
  readonly edit: EditPlan;
  /** The same for the changes of sliders, targets and the optimiser; stays the same while the plan changes. */
  readonly change: (change: PlanChange) => void;
}

export function usePlanDocument({ cityId, documentId, mayWrite, userId }: PlanOptions): PlanUnderEdit {
  const reader = useMemo(createReader, []);
  const answer = useDocument<Plan>({ kind: 'plan', cityId, documentId, read: reader.read, mayWrite, userId });
  // Several changes may come before the next drawing: each is made to what the one before left.
  const latest = useRef<OpenPlanDocument>(undefined);
  const value = useRef<Plan>(undefined);
  latest.current = answer.status === 'ready' ? answer : undefined;
  value.current = latest.current?.value;
  const edit: EditPlan = useCallback(
    (change, about, note) => {
      if (!latest.current || !value.current) return;
      value.current = reader.trust(change(value.current));
      latest.current.edit(value.current, about, note);
    },
    [reader],
  );
  const change = useCallback(
    (asked: PlanChange) => {
      if (asked.kind === 'undo') return latest.current?.undo();
      if (asked.kind === 'redo') return latest.current?.redo();
      if (asked.kind === 'reset' || !value.current) return;
      const { plan, about } = planWith(value.current, asked);
      edit(() => plan, about);
    },
    [edit],
  );
  return { answer, edit, change };
}
