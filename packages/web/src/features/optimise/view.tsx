/** Let the computer choose: the cheapest set of actions that keeps the target, with progress, a way to stop, and what it proved. */
import type { Binding, Plan, ReferenceSlice } from '@thousand-cities/model';
import { useEffect, useId, useRef, useState } from 'react';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { TechnicalDetail } from '../../shared/trouble.tsx';
import type { PlanChange } from '../plan/state.ts';
import type { OptimiseOutcome } from './messages.ts';
import { entriesOf, progressShare, type OptimiseState } from './state.ts';
import { useOptimiser } from './use-optimiser.ts';

/** The gap at which the search stops; the worker's own figure. */
const WANTED_GAP = 0.01;

interface OptimiserProps {
  readonly plan: Plan;
  readonly slice: ReferenceSlice;
  /** Make a first plan at once: nothing has been chosen yet. */
  readonly atOnce: boolean;
  readonly change: (change: PlanChange) => void;
}

export function Optimiser({ plan, slice, atOnce, change }: OptimiserProps) {
  const { say } = useLanguage();
  const { state, start, cancel } = useOptimiser(plan, slice);
  const [limit, setLimit] = useState('');
  const id = useId();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !atOnce) return;
    begun.current = true;
    start({ mode: 'quick' });
  });
  const taken = useRef<OptimiseState>(undefined);
  useEffect(() => {
    if (taken.current === state) return;
    taken.current = state;
    const schedule =
      state.phase === 'done'
        ? state.outcome.schedule
        : state.phase === 'working'
          ? state.progress?.schedule
          : undefined;
    if (schedule) change({ kind: 'schedule', entries: entriesOf(plan.actions, schedule) });
  }, [state, plan.actions, change]);
  const millions = Number(limit.replace(',', '.'));
  const capitalPerYear = limit.trim() !== '' && millions > 0 ? millions * 1e6 : undefined;
  const working = state.phase === 'working';
  return (
    <section className="optimiser" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{say('optimise.title')}</h3>
      <p className="small quiet">{say('optimise.text')}</p>
      <div className="toolbar">
        {working && state.mode === 'prove' ? (
          <button type="button" className="button" onClick={cancel} disabled={state.cancelling}>
            {say(state.cancelling ? 'optimise.cancelling' : 'optimise.cancel')}
          </button>
        ) : (
          <button
            type="button"
            className="button primary"
            onClick={() => start({ mode: 'prove', ...(capitalPerYear !== undefined && { capitalPerYear }) })}
          >
            {say('optimise.start')}
          </button>
        )}
        <span className="limit">
          <label htmlFor={`${id}-limit`} className="small">
            {say('optimise.limit')}
          </label>
          <input
            id={`${id}-limit`}
            className="compact"
            inputMode="decimal"
            size={5}
            value={limit}
            onChange={(event) => setLimit(event.target.value)}
            placeholder={say('optimise.noLimit')}
          />
        </span>
      </div>
      <Report state={state} plan={plan} />
    </section>
  );
}

function Report({ state, plan }: { state: OptimiseState; plan: Plan }) {
  const language = useLanguage();
  const { say } = language;
  return (
    <div className="optimiser-report" role="status">
      {state.phase === 'working' && <Working state={state} />}
      {state.phase === 'done' && <Done outcome={state.outcome} plan={plan} />}
      {state.phase === 'failed' && (
        <>
          <p className="small warn-text">{say('optimise.failed')}</p>
          <TechnicalDetail text={state.message} />
        </>
      )}
    </div>
  );
}

function Working({ state }: { state: Extract<OptimiseState, { phase: 'working' }> }) {
  const { say, euros, percent } = useLanguage();
  const { progress } = state;
  if (state.mode === 'quick' || !progress) return <p className="small">{say('optimise.working')}</p>;
  const known = Number.isFinite(progress.gap);
  return (
    <>
      <progress value={progressShare(progress.gap, WANTED_GAP)} aria-label={say('optimise.progress')} />
      <p className="small">
        {say(known ? 'optimise.soFar' : 'optimise.soFarUnknown', {
          value: joined(euros(progress.value)),
          gap: known ? percent(progress.gap) : '',
        })}
      </p>
    </>
  );
}

/** What a search came to, said plainly; a plan stopped by time is never called cheapest. */
function verdict({ outcome, say, percent }: { outcome: OptimiseOutcome } & Pick<Language, 'say' | 'percent'>): string {
  const count = outcome.schedule.length;
  const gap = percent(Math.max(0, outcome.gap));
  // Only a finished search proves that no plan meets the target; until then this is the closest found.
  if (!outcome.meetsTarget)
    return say(
      outcome.stop === 'infeasible' && Number.isFinite(outcome.bound) ? 'optimise.impossible' : 'optimise.closest',
      { count },
    );
  const proven = outcome.stop === 'optimal' || outcome.stop === 'gap';
  if (proven) return say('optimise.proven', { count, gap });
  return say(Number.isFinite(outcome.gap) ? 'optimise.stopped' : 'optimise.quick', { count, gap });
}

function Done({ outcome, plan }: { outcome: OptimiseOutcome; plan: Plan }) {
  const language = useLanguage();
  const { say, percent } = language;
  return (
    <div className={outcome.meetsTarget ? 'notice info' : 'notice'}>
      <p className="small">{verdict({ outcome, say, percent })}</p>
      {!outcome.meetsTarget && outcome.binding.length > 0 && (
        <ul className="small bindings">
          {outcome.binding.slice(0, 4).map((binding, i) => (
            <li key={i}>{bindingWords(binding, plan, language)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What holds the plan where it is. */
export function bindingWords(
  binding: Binding,
  plan: Plan,
  { say, co2e, euros, year, significant, percent }: Language,
): string {
  const cell = plan.baseline.cells.find(({ id }) => id === binding.cellId);
  const inItsUnit = (value: number): string => {
    switch (binding.kind) {
      case 'capital':
      case 'cost-budget':
        return joined(euros(value));
      case 'staff':
        return significant(value);
      case 'low-income':
        return percent(value);
      default:
        return joined(co2e(value));
    }
  };
  return say(`binding.${binding.kind}`, {
    amount: inItsUnit(binding.amount),
    limit: binding.limit === undefined ? '' : inItsUnit(binding.limit),
    year: binding.year === undefined ? '' : year(binding.year),
    cell: cell
      ? say('inventory.leaf', { use: say(`use.${cell.use}`), carrier: say(`carrier.${cell.carrier}`) })
      : (binding.cellId ?? ''),
  });
}
