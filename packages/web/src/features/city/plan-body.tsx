/** A plan at work: evaluated anew at every change, in every part of the page at once. The city screen and the plan desk are this. */
import { memo, useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { ExplainNode, Outcome, Plan, ReferenceSlice } from '@thousand-cities/model';
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
import type { PlanChange } from '../plan/state.ts';
import { Targets } from '../targets/view.tsx';
import { useDraws, type Draws } from '../uncertainty/use-draws.ts';
import { Certainty } from '../uncertainty/view.tsx';
import { Headline } from './headline.tsx';
import { ResultBar } from './result-bar.tsx';
import { Section, SectionNav, SECTIONS, type SectionLink } from './section.tsx';

/** The plan as it is drawn. */
export interface Shown {
  readonly plan: Plan;
  readonly outcome: Outcome;
}

/** Parts of a screen that the body itself has not; they stand after the plan and follow its changes. */
export interface MoreSections {
  readonly links: readonly SectionLink[];
  /** Ways to what the screen has below the body. */
  readonly lastLinks: readonly SectionLink[];
  readonly draw: (shown: Shown & { readonly nameOf: NameOf }) => ReactNode;
}

interface PlanBodyProps {
  readonly plan: Plan;
  readonly slice: ReferenceSlice;
  readonly country: { readonly iso2?: string; readonly name: string };
  /** Words of the library's actions in the reader's language. */
  readonly words: Readonly<Record<string, ActionWords>>;
  /** Look for a first plan at once. */
  readonly atOnce: boolean;
  /** Stays the same while the plan changes. */
  readonly change: (change: PlanChange) => void;
  readonly tools: ReactNode;
  /** What heads the page; the city's name where there is none. */
  readonly heading?: ReactNode;
  readonly notice?: ReactNode;
  readonly more?: MoreSections;
  /** Below the inventory: what the screen does with it. */
  readonly inventoryTools?: ReactNode;
}

export function PlanBody(props: PlanBodyProps) {
  const { plan, slice, country, atOnce, change, tools, heading, notice, more, inventoryTools } = props;
  const { say } = useLanguage();
  const engine = useMemo(() => createEngine(slice), [slice]);
  const outcome = useMemo(() => engine.outcome(plan), [engine, plan]);
  const shown = useMemo(() => ({ plan, outcome }), [plan, outcome]);
  // What lies below the fold follows a moment later, so that the slider never waits for it.
  const below = useDeferredValue(shown);
  const draws = useDraws(plan, slice);
  const wordsOf = useWords(plan.actions, props.words);
  const nameOf: NameOf = useCallback((id) => wordsOf(id).name, [wordsOf]);
  const { ask, explanation, close } = useExplanation(engine, shown);
  const fan = draws.stale ? undefined : draws.result?.fan?.plan;
  const year = mainYear(outcome);
  return (
    <ExplainContext value={ask}>
      <Headline plan={plan} outcome={outcome} country={country} draws={draws} heading={heading} />
      {notice}
      <SectionNav links={useLinks(more)} tools={tools} />
      <Section id="plan" title={say('section.plan')} text={say('section.plan.text')}>
        <div className="workspace">
          <div className="sticky">
            <Pathway plan={plan} outcome={outcome} fan={fan} />
          </div>
          <div className="controls">
            <Optimiser plan={plan} slice={slice} atOnce={atOnce} change={change} />
            <ActionList plan={plan} outcome={outcome} year={year} wordsOf={wordsOf} change={change} />
            <ResultBar plan={plan} outcome={outcome} year={year} />
          </div>
        </div>
      </Section>
      {more?.draw({ ...below, nameOf })}
      <Below {...below} engine={engine} draws={draws} nameOf={nameOf} change={change} inventoryTools={inventoryTools} />
      <ExplainDrawer explanation={explanation} onClose={close} onAsk={ask} names={{ plan, nameOf }} />
    </ExplainContext>
  );
}

/** The way to every part: the plan, what the screen adds, the rest. */
function useLinks(more: MoreSections | undefined): readonly SectionLink[] {
  const { say } = useLanguage();
  const [first, ...rest] = SECTIONS.map((id) => ({ id, label: say(`nav.${id}`) }));
  return [first!, ...(more?.links ?? []), ...rest, ...(more?.lastLinks ?? [])];
}

interface BelowProps extends Shown {
  readonly engine: PlanEngine;
  readonly draws: Draws;
  readonly nameOf: NameOf;
  readonly change: (change: PlanChange) => void;
  readonly inventoryTools: ReactNode;
}

/** The parts of the page below the sliders. */
const Below = memo(function Below({ plan, outcome, engine, draws, nameOf, change, inventoryTools }: BelowProps) {
  const { say } = useLanguage();
  return (
    <>
      <Section id="inventory" title={say('section.inventory')} text={say('section.inventory.text')}>
        {inventoryTools}
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

/**
 * Words for the plan's actions: the library's in the reader's language, else the plan's own. The function stays the same while
 * schedules change, so that rows which did not change are not drawn again.
 */
function useWords(actions: Plan['actions'], words: PlanBodyProps['words']): (id: string) => ActionWords {
  const names = actions.map(({ id, libraryId = id, name }) => `${id}\n${libraryId}\n${name}`).join('\n\n');
  return useMemo(() => {
    const own = new Map(actions.map((action) => [action.id, action]));
    return (id) => {
      const action = own.get(id);
      return words[action?.libraryId ?? id] ?? { name: action?.name ?? id, description: '' };
    };
    // Actions matter here by their ids and names alone.
  }, [names, words]);
}

/** What the drawer shows, and a way to ask that stays the same while the plan changes. */
function useExplanation(engine: PlanEngine, { plan, outcome }: Shown) {
  const [explanation, setExplanation] = useState<Explanation>();
  const explainer = useMemo(() => {
    let made: ReturnType<typeof engine.explainer> | undefined;
    return (path: string) => (made ??= engine.explainer(plan, outcome))(path);
  }, [engine, plan, outcome]);
  const ask = useStableAsk(explainer, setExplanation);
  const close = useCallback(() => setExplanation(undefined), []);
  return { ask, explanation, close };
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
