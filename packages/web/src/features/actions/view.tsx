/** The actions: slide how much, choose when, and see at once what it saves, costs and whom it touches. */
import type { Action, Outcome, Plan } from '@thousand-cities/model';
import { memo, useMemo } from 'react';
import { SectorSwatch } from '../../charts/sectors.tsx';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import type { ActionWords } from '../../shared/api.ts';
import { Figure } from '../explain/figure.tsx';
import type { PlanChange } from '../plan/state.ts';
import { ActionDetail } from './detail.tsx';
import { conflictsOf, figuresOf, groupsOf, savedBy, startYears, type ActionGroup } from './state.ts';

export type NameOf = (id: string) => string;

interface ActionListProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  /** Year in which savings are shown. */
  readonly year: number;
  readonly wordsOf: (id: string) => ActionWords;
  readonly change: (change: PlanChange) => void;
}

export function ActionList({ plan, outcome, year, wordsOf, change }: ActionListProps) {
  const groups = useMemo(() => groupsOf(plan.actions), [plan.actions]);
  return (
    <ol className="action-groups">
      {groups.map((group) => (
        <Group
          key={group.sector}
          group={group}
          plan={plan}
          outcome={outcome}
          year={year}
          wordsOf={wordsOf}
          change={change}
        />
      ))}
    </ol>
  );
}

function Group({ group, ...props }: ActionListProps & { group: ActionGroup }) {
  const { say, co2e, year: sayYear } = useLanguage();
  const { plan, outcome, year, wordsOf, change } = props;
  const nameOf = (id: string) => wordsOf(id).name;
  return (
    <li className="action-group">
      <h3>
        <SectorSwatch sector={group.sector} />
        {say(`actionSector.${group.sector}`)}
        <span className="sum num">
          {say('actions.sum', { saved: joined(co2e(savedBy(outcome, group, year))), year: sayYear(year) })}
        </span>
      </h3>
      <ul>
        {group.actions.map((action) => {
          const figures = figuresOf(outcome, action.id, year);
          const conflicts = conflictsOf(plan, action);
          return (
            <ActionRow
              key={action.id}
              action={action}
              name={wordsOf(action.id).name}
              description={wordsOf(action.id).description}
              saved={figures.saved}
              perTonne={figures.perTonne}
              npv={figures.npv}
              year={year}
              firstStart={startYears(plan, action)[0]!}
              lastStart={plan.baseline.horizonYear}
              excludedBy={conflicts.excludedBy.map(nameOf).join(', ')}
              lacking={conflicts.lacking.map(nameOf).join(', ')}
              change={change}
            />
          );
        })}
      </ul>
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
  const { say, co2e, eurosPerTonne } = useLanguage();
  const { action, name, saved, perTonne, year, excludedBy, lacking } = props;
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
        {on && perTonne !== null && (
          <span>
            <Figure
              quantity={eurosPerTonne(perTonne)}
              label={say('explain.actionPerTonne', { name })}
              path={`cost.byAction.${action.id}.perTonne`}
            />
          </span>
        )}
        {excludedBy !== '' && <span className="warn-text">{say('actions.excluded', { names: excludedBy })}</span>}
        {lacking !== '' && <span className="warn-text">{say('actions.lacking', { names: lacking })}</span>}
      </div>
      <ActionDetail action={action} name={name} description={props.description} npv={props.npv} on={on} />
    </li>
  );
});

function Controls({ action, name, firstStart, lastStart, change }: ActionRowProps) {
  const { say, percent, year } = useLanguage();
  const { size, startYear } = action.schedule;
  const years = useMemo(
    () => Array.from({ length: lastStart - firstStart + 1 }, (_, i) => firstStart + i),
    [firstStart, lastStart],
  );
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
      <select
        className="compact"
        value={startYear}
        aria-label={say('actions.start', { name })}
        onChange={(event) => change({ kind: 'start', action: action.id, startYear: Number(event.target.value) })}
      >
        {years.map((each) => (
          <option key={each} value={each}>
            {say('actions.from', { year: year(each) })}
          </option>
        ))}
      </select>
    </div>
  );
}
