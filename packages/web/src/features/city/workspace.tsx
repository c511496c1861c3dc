/** The city screen at work: one plan, evaluated anew at every change, in every part of the page at once. */
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useReducer, useState } from 'react';
import type { ExplainNode, Outcome, Plan } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import type { ActionWords } from '../../shared/api.ts';
import { createEngine, type PlanEngine } from '../../model-adapter.ts';
import { ActionList, type NameOf } from '../actions/view.tsx';
import { CostSection } from '../cost/view.tsx';
import { ExplainContext } from '../explain/context.tsx';
import { ExplainDrawer, type Explanation } from '../explain/drawer.tsx';
import { InventorySection } from '../inventory/view.tsx';
import { Optimiser } from '../optimise/view.tsx';
import { Pathway } from '../pathway/view.tsx';
import { mainYear } from '../plan/finding.ts';
import { hashOf } from '../plan/link.ts';
import { applySchedule, changesOf, openPlan, planAfter, type PlanChange, type PlanState } from '../plan/state.ts';
import { Targets } from '../targets/view.tsx';
import { useDraws, type Draws } from '../uncertainty/use-draws.ts';
import { Certainty } from '../uncertainty/view.tsx';
import { Headline } from './headline.tsx';
import type { CityData } from './load.ts';
import { ResultBar } from './result-bar.tsx';
import { Section, SectionNav } from './section.tsx';
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
  const engine = useMemo(() => createEngine(data.slice), [data.slice]);
  const { plan } = state;
  const outcome = useMemo(() => engine.outcome(plan), [engine, plan]);
  const shown = useMemo(() => ({ plan, outcome }), [plan, outcome]);
  // What lies below the fold follows a moment later, so that the slider never waits for it.
  const below = useDeferredValue(shown);
  const draws = useDraws(plan, data.slice);
  const [explanation, setExplanation] = useState<Explanation>();
  useAddressOf(state);
  const wordsOf = useWords(data.plan, words);
  const nameOf: NameOf = useCallback((id) => wordsOf(id).name, [wordsOf]);
  const explainer = useMemo(() => {
    let made: ReturnType<typeof engine.explainer> | undefined;
    return (path: string) => (made ??= engine.explainer(plan, outcome))(path);
  }, [engine, plan, outcome]);
  const ask = useStableAsk(explainer, setExplanation);
  const fan = draws.stale ? undefined : draws.result?.fan?.plan;
  const year = mainYear(outcome);
  return (
    <ExplainContext value={ask}>
      <Headline plan={plan} outcome={outcome} country={data.country} draws={draws} />
      {data.linked === 'unreadable' && <p className="notice">{say('link.unreadable')}</p>}
      <SectionNav tools={<PlanTools state={state} change={change} />} />
      <Section id="plan" title={say('section.plan')} text={say('section.plan.text')}>
        <div className="workspace">
          <div className="sticky">
            <Pathway plan={plan} outcome={outcome} fan={fan} />
          </div>
          <div className="controls">
            <Optimiser plan={plan} slice={data.slice} atOnce={untouched(data)} change={change} />
            <ActionList plan={plan} outcome={outcome} year={year} wordsOf={wordsOf} change={change} />
            <ResultBar plan={plan} outcome={outcome} year={year} />
          </div>
        </div>
      </Section>
      <Below {...below} engine={engine} draws={draws} nameOf={nameOf} change={change} />
      <ExplainDrawer
        explanation={explanation}
        onClose={() => setExplanation(undefined)}
        onAsk={ask}
        names={{ plan, nameOf }}
      />
    </ExplainContext>
  );
}

interface BelowProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly engine: PlanEngine;
  readonly draws: Draws;
  readonly nameOf: NameOf;
  readonly change: (change: PlanChange) => void;
}

/** The parts of the page below the sliders. */
const Below = memo(function Below({ plan, outcome, engine, draws, nameOf, change }: BelowProps) {
  const { say } = useLanguage();
  return (
    <>
      <Section id="inventory" title={say('section.inventory')} text={say('section.inventory.text')}>
        <InventorySection plan={plan} gwpSet={engine.gwpSet(plan)} />
      </Section>
      <Section id="targets" title={say('section.targets')} text={say('section.targets.text')}>
        <Targets plan={plan} outcome={outcome} change={change} />
      </Section>
      <Section id="cost" title={say('section.cost')} text={say('section.cost.text')}>
        <CostSection plan={plan} outcome={outcome} nameOf={nameOf} />
      </Section>
      <Section id="certainty" title={say('section.certainty')} text={say('section.certainty.text')}>
        <Certainty draws={draws} outcome={outcome} plan={plan} nameOf={nameOf} />
      </Section>
    </>
  );
});

/** Words for the plan's actions: the library's in the reader's language, else the plan's own. */
function useWords(plan: Plan, words: WorkspaceProps['words']): (id: string) => ActionWords {
  return useMemo(() => {
    const own = new Map(plan.actions.map((action) => [action.id, action]));
    return (id) => {
      const action = own.get(id);
      return words[action?.libraryId ?? id] ?? { name: action?.name ?? id, description: '' };
    };
  }, [plan, words]);
}

/** A function that stays the same while the plan changes, so that rows which did not change are not drawn again. */
function useStableAsk(explainer: (path: string) => ExplainNode, show: (explanation: Explanation) => void) {
  const [holder] = useState(() => ({ explainer }));
  holder.explainer = explainer;
  return useCallback(
    (path: string, label: string) => {
      try {
        show({ label, answer: { node: holder.explainer(path) } });
      } catch (error) {
        show({ label, answer: { error } });
      }
    },
    [holder, show],
  );
}
