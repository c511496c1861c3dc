/** The actions: slide how much, choose when, and see at once what it saves, costs and whom it touches. */
import type { Action, Outcome, Plan } from '@thousand-cities/model';
import { memo, useId, useMemo, useState } from 'react';
import { SectorSwatch } from '../../charts/sectors.tsx';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import type { ActionWords } from '../../shared/api.ts';
import { Segments } from '../../shared/segments.tsx';
import { Figure } from '../explain/figure.tsx';
import type { PlanChange } from '../plan/state.ts';
import { ActionFacts } from './detail.tsx';
import { asShown, conflictsIn, figuresOf, firstStartOf, groupsOf, savedBy, type ActionConflicts, type ActionGroup } from './state.ts'; // prettier-ignore

type ActionFilter = 'all' | 'chosen';

export type NameOf = (id: string) => string;

interface ActionListProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  /** Year in which savings are shown. */
  readonly year: number;
  readonly wordsOf: (id: string) => ActionWords;
  readonly change: (change: PlanChange) => void;
}

export function ActionList(props: ActionListProps) {
  const { plan } = props;
  const { say } = useLanguage();
  const [filter, setFilter] = useState<ActionFilter>('all');
  const shown = useShown(plan, filter);
  const groups = useMemo(() => groupsOf(shown), [shown]);
  const conflictsOf = useMemo(() => conflictsIn(plan), [plan]);
  const chosen = plan.actions.filter(({ schedule }) => schedule.size > 0).length;
  return (
    <div className="action-list">
      <Segments
        name="actions"
        label={say('actions.filter')}
        value={filter}
        options={[
          { value: 'all', label: say('actions.all', { count: plan.actions.length }) },
          { value: 'chosen', label: say('actions.chosen', { count: chosen }) },
        ]}
        onChange={setFilter}
      />
      <div className="action-scroll" tabIndex={0} role="region" aria-label={say('actions.list')}>
        {groups.length === 0 && <p className="quiet">{say('actions.none')}</p>}
        <ol className="action-groups">
          {groups.map((group, at) => (
            <Group key={group.sector} group={group} isFirst={at === 0} conflictsOf={conflictsOf} {...props} />
          ))}
        </ol>
      </div>
    </div>
  );
}

/**
 * The actions a filter shows. Those chosen when the filter was set stay while it is: a slider moved to nought must not
 * take itself away from under the pointer.
 */
function useShown(plan: Plan, filter: ActionFilter): readonly Action[] {
  const [kept, setKept] = useState<{ filter: ActionFilter; ids: ReadonlySet<string> }>({ filter, ids: new Set() });
  const on = plan.actions.filter(({ schedule }) => schedule.size > 0).map(({ id }) => id);
  const ids = kept.filter === filter ? new Set([...kept.ids, ...on]) : new Set(on);
  if (kept.filter !== filter || ids.size !== kept.ids.size) setKept({ filter, ids });
  return filter === 'all' ? plan.actions : plan.actions.filter(({ id }) => ids.has(id));
}

interface GroupProps extends ActionListProps {
  readonly group: ActionGroup;
  readonly isFirst: boolean;
  readonly conflictsOf: (action: Action) => ActionConflicts;
}

/** Beside the chart the list scrolls by itself; below it, as on a phone, only the first group is open at first. */
const standsBeside = () => window.matchMedia('(min-width: 62.01rem)').matches;

function Group({ group, isFirst, conflictsOf, ...props }: GroupProps) {
  const { say, co2e, year: sayYear } = useLanguage();
  const { plan, outcome, year, wordsOf, change } = props;
  const nameOf = (id: string) => wordsOf(id).name;
  const [isOpen, setOpen] = useState(() => isFirst || standsBeside());
  return (
    <li className="action-group">
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h3>
            <SectorSwatch sector={group.sector} />
            {say(`actionSector.${group.sector}`)}
          </h3>
          <span className="sum num">
            {say('actions.sum', { saved: joined(co2e(savedBy(outcome, group, year))), year: sayYear(year) })}
          </span>
        </summary>
        {isOpen && (
          <ul>
            {group.actions.map((action) => {
              const figures = figuresOf(outcome, action.id, year);
              const conflicts = conflictsOf(action);
              const { name, description } = wordsOf(action.id);
              return (
                <ActionRow
                  key={action.id}
                  action={action}
                  name={name}
                  description={description}
                  saved={asShown(figures.saved)}
                  perTonne={figures.perTonne === null ? null : asShown(figures.perTonne)}
                  npv={asShown(figures.npv)}
                  year={year}
                  firstStart={firstStartOf(plan, action)}
                  lastStart={plan.baseline.horizonYear}
                  excludedBy={conflicts.excludedBy.map(nameOf).join(', ')}
                  lacking={conflicts.lacking.map(nameOf).join(', ')}
                  change={change}
                />
              );
            })}
          </ul>
        )}
      </details>
    </li>
  );
}

interface ActionRowProps {
  readonly action: Action;
  readonly name: string;
  readonly description: string;
  readonly saved: number;
  readonly perTonne: number | null;
  readonly npv: number;
  readonly year: number;
  readonly firstStart: number;
  readonly lastStart: number;
  readonly excludedBy: string;
  readonly lacking: string;
  readonly change: (change: PlanChange) => void;
}

const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { say, co2e } = useLanguage();
  const { action, name, saved, year, excludedBy, lacking } = props;
  const [open, setOpen] = useState(false);
  const detailId = useId();
  const on = action.schedule.size > 0;
  return (
    <li className={on ? 'action' : 'action action-off'} data-action={action.id}>
      <div className="action-head">
        <span className="name">{name}</span>
        <span className="saving">
          {on ? (
            <Figure
              quantity={co2e(saved)}
              label={say('explain.saving', { name })}
              path={`byAction.${action.id}.${year}`}
            />
          ) : (
            say('actions.off')
          )}
        </span>
      </div>
      <Controls {...props} />
      <div className="action-facts">
        {on && <CostPerTonne {...props} />}
        {excludedBy !== '' && <span className="warn-text">{say('actions.excluded', { names: excludedBy })}</span>}
        {lacking !== '' && <span className="warn-text">{say('actions.lacking', { names: lacking })}</span>}
        <button
          type="button"
          className="more"
          aria-expanded={open}
          aria-controls={open ? detailId : undefined}
          onClick={() => setOpen(!open)}
        >
          {say(open ? 'actions.less' : 'actions.more')}
          <span className="visually-hidden"> {name}</span>
        </button>
      </div>
      {open && (
        <div id={detailId} className="action-detail">
          <ActionFacts action={action} name={name} description={props.description} npv={props.npv} on={on} />
        </div>
      )}
    </li>
  );
});

/** `saves 72 EUR/t`, `costs 30 EUR/t`: a word says which way, the figure has no sign. */
function CostPerTonne({ action, name, perTonne }: Pick<ActionRowProps, 'action' | 'name' | 'perTonne'>) {
  const { say, eurosPerTonne } = useLanguage();
  if (perTonne === null) return null;
  return (
    <span>
      {say(perTonne < 0 ? 'actions.saves' : 'actions.costs')}{' '}
      <Figure
        quantity={eurosPerTonne(Math.abs(perTonne))}
        label={say('explain.actionPerTonne', { name })}
        path={`cost.byAction.${action.id}.perTonne`}
      />
    </span>
  );
}

function Controls({ action, name, firstStart, lastStart, change }: ActionRowProps) {
  const { say, percent } = useLanguage();
  const { size, startYear } = action.schedule;
  const shown = percent(size);
  return (
    <div className="action-controls">
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={Math.round(size * 100)}
        aria-label={say('actions.size', { name })}
        aria-valuetext={say('actions.sizeValue', { share: shown })}
        onChange={(event) => change({ kind: 'size', action: action.id, size: Number(event.target.value) / 100 })}
      />
      <output>{shown}</output>
      <label className="from">
        <span aria-hidden="true">{say('actions.from')}</span>
        <YearInput
          value={startYear}
          first={firstStart}
          last={lastStart}
          label={say('actions.start', { name })}
          onYear={(year) => change({ kind: 'start', action: action.id, startYear: year })}
        />
      </label>
    </div>
  );
}

interface YearInputProps {
  readonly value: number;
  readonly first: number;
  readonly last: number;
  readonly label: string;
  readonly onYear: (year: number) => void;
}

/** A year typed or stepped. What is half typed stays in the box and changes nothing; leaving the box shows what is in force. */
function YearInput({ value, first, last, label, onYear }: YearInputProps) {
  const [typed, setTyped] = useState<string>();
  const take = (text: string) => {
    setTyped(text);
    const year = Number(text);
    if (Number.isInteger(year) && year >= first && year <= last) onYear(year);
  };
  return (
    <input
      type="number"
      className="compact"
      min={first}
      max={last}
      step={1}
      aria-label={label}
      value={typed ?? value}
      onChange={(event) => take(event.target.value)}
      onBlur={() => setTyped(undefined)}
    />
  );
}
