/** The city screen at work: one plan of the reader's own, kept in the address or a file. */
import { useEffect, useMemo, useReducer } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { ActionWords } from '../../shared/api.ts';
import { hashOf } from '../plan/link.ts';
import { applySchedule, changesOf, openPlan, planAfter, type PlanState } from '../plan/state.ts';
import type { CityData } from './load.ts';
import { PlanBody } from './plan-body.tsx';
import { PlanTools } from './tools.tsx';

interface WorkspaceProps {
  readonly data: CityData;
  readonly words: Readonly<Record<string, ActionWords>>;
}

function firstState({ plan, origin, linked }: CityData): PlanState {
  const state = openPlan(plan, origin);
  if (linked === undefined || linked === 'unreadable') return state;
  return { ...state, plan: applySchedule(plan, linked.entries, linked.mainTarget) };
}

/** Nothing has been chosen: a draft without a link, no action of which is on. */
function untouched({ plan, origin, linked }: CityData): boolean {
  return origin === 'draft' && linked === undefined && plan.actions.every(({ schedule }) => schedule.size === 0);
}

/** Keep the address in step with the plan, so that the page may be reloaded or sent on. */
function useAddressOf(state: PlanState): void {
  const hash = useMemo(() => (state.origin === 'draft' ? hashOf(changesOf(state)) : ''), [state]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const { pathname, search, hash: old } = window.location;
      if (old !== hash && (hash !== '' || old.startsWith('#p=')))
        window.history.replaceState(null, '', pathname + search + hash);
    }, 200);
    return () => clearTimeout(timer);
  }, [hash]);
}

export function Workspace({ data, words }: WorkspaceProps) {
  const { say } = useLanguage();
  const [state, change] = useReducer(planAfter, data, firstState);
  useAddressOf(state);
  return (
    <PlanBody
      plan={state.plan}
      slice={data.slice}
      country={data.country}
      words={words}
      atOnce={untouched(data)}
      change={change}
      tools={<PlanTools state={state} change={change} />}
      notice={data.linked === 'unreadable' && <p className="notice">{say('link.unreadable')}</p>}
    />
  );
}
