/** Delivery of the plan: who does what, what is late, what money is there; a drawer to write it down; the plan over time. */
import { memo, useMemo, useState } from 'react';
import { summariseDelivery, type Outcome, type Plan } from '@thousand-cities/model';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { Segments } from '../../shared/segments.tsx';
import type { NameOf } from '../actions/view.tsx';
import { Section } from '../city/section.tsx';
import { openAt, type Thread } from './comments.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import { deliveryRows, filteredRows, withDelivery, type DeliveryFilter, type DeliveryRow } from './delivery-state.ts';
import { Timeline } from './timeline.tsx';

interface DeliverySectionProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly nameOf: NameOf;
  readonly today: string;
  readonly mayWrite: boolean;
  readonly thread: Thread;
  /** Change the newest state of the plan. */
  readonly edit: (change: (plan: Plan) => Plan, about: string) => void;
}

/** Drawn anew when its plan changes, which follows the sliders a moment later. */
export const DeliverySection = memo(function DeliverySection(props: DeliverySectionProps) {
  const { plan, outcome, nameOf, today, mayWrite, thread, edit } = props;
  const { say } = useLanguage();
  const rows = useMemo(() => deliveryRows(plan, outcome.years, today), [plan, outcome.years, today]);
  // What is being worked on comes first; where nothing is yet, everything that waits.
  const [filter, setFilter] = useState<DeliveryFilter>(filteredRows(rows, 'begun').length > 0 ? 'begun' : 'all');
  const [openId, setOpenId] = useState<string>();
  const shown = useMemo(() => filteredRows(rows, filter), [rows, filter]);
  const drawn = useMemo(() => shown.map(({ action }) => action), [shown]);
  const counts = (which: DeliveryFilter) => ({ count: filteredRows(rows, which).length });
  const open = openId === undefined ? undefined : plan.actions.find(({ id }) => id === openId);
  return (
    <Section id="delivery" title={say('desk.delivery')} text={say('desk.delivery.text')}>
      <Summary plan={plan} today={today} />
      <Segments
        name="delivery"
        label={say('actions.filter')}
        value={filter}
        options={(['all', 'begun', 'attention'] as const).map((value) => ({
          value,
          label: say(`desk.filter.${value}`, counts(value)),
        }))}
        onChange={setFilter}
      />
      {shown.length === 0 ? (
        <p className="quiet">{say(`desk.filter.${filter}.none`)}</p>
      ) : (
        <ul className="deliveries" tabIndex={0} aria-label={say('desk.delivery')}>
          {shown.map((row) => (
            <Row
              key={row.action.id}
              row={row}
              name={nameOf(row.action.id)}
              comments={openAt(thread, `action:${row.action.id}`)}
              onOpen={() => setOpenId(row.action.id)}
            />
          ))}
        </ul>
      )}
      <Timeline plan={plan} actions={drawn} nameOf={nameOf} today={today} />
      {open && (
        <DeliveryDrawer
          key={open.id}
          action={open}
          name={nameOf(open.id)}
          years={outcome.years}
          today={today}
          mayWrite={mayWrite}
          thread={thread}
          edit={(change, about) => edit((now) => withDelivery(now, open.id, change), `delivery:${open.id}:${about}`)}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </Section>
  );
});

function Summary({ plan, today }: { plan: Plan; today: string }) {
  const { say, euros, percent } = useLanguage();
  const sums = summariseDelivery(plan, today);
  return (
    <dl className="key-figures">
      <div>
        <dt>{say('desk.sum.owners')}</dt>
        <dd>{say('desk.sum.of', { count: sums.withOwner, all: sums.actions })}</dd>
      </div>
      <div>
        <dt>{say('desk.sum.tasks')}</dt>
        <dd>
          {say('desk.sum.of', { count: sums.done, all: sums.tasks })}
          <span className={sums.overdue > 0 ? 'aside warn-text' : 'aside'}>
            {say('desk.overdue', { count: sums.overdue })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{say('desk.sum.money')}</dt>
        <dd>
          {joined(euros(sums.budget.total))}
          <span className="aside">
            {sums.budget.total > 0 &&
              say('desk.sum.funded', { share: percent(sums.budget.funded / sums.budget.total) })}
          </span>
          {sums.budget.spent !== null && (
            <span className={sums.budget.overspent > 0 ? 'aside warn-text' : 'aside'}>
              {say('desk.sum.spent', { spent: joined(euros(sums.budget.spent)), over: sums.budget.overspent })}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{say('desk.sum.state')}</dt>
        <dd>
          {say('desk.sum.underWay', { count: sums.byState['under-way'] })}
          <span className="aside">{say('desk.sum.done', { count: sums.byState.done })}</span>
        </dd>
      </div>
    </dl>
  );
}

interface RowProps {
  readonly row: DeliveryRow;
  readonly name: string;
  readonly comments: number;
  readonly onOpen: () => void;
}

function Row({ row, name, comments, onOpen }: RowProps) {
  const language = useLanguage();
  const { say, year, phrase } = language;
  const { action, tasks } = row;
  const { owner, status } = action.delivery ?? {};
  const who = [owner?.department, owner?.name]
    .filter((part) => part !== undefined)
    .map(phrase)
    .join(', ');
  return (
    <li className="delivery-row">
      <div className="delivery-name">
        <strong>{name}</strong>
        <span className="small quiet">
          {action.schedule.size > 0 ? say('desk.from', { year: year(action.schedule.startYear) }) : say('actions.off')}
          {who !== '' && ` · ${who}`}
        </span>
      </div>
      <span className={status ? 'small' : 'small quiet'}>{say(`desk.state.${status?.state ?? 'unsaid'}`)}</span>
      <span className={tasks.tasks > 0 ? 'small' : 'small quiet'}>
        {tasks.tasks > 0 ? say('desk.row.tasks', { done: tasks.done, all: tasks.tasks }) : say('desk.row.noTasks')}
        {tasks.overdue > 0 && <strong className="warn-text"> {say('desk.overdue', { count: tasks.overdue })}</strong>}
      </span>
      <span className={row.money.budget.total > 0 ? 'small num' : 'small quiet'}>
        {moneyWords(row, language)}
        {row.money.budget.overspent > 0 && <strong className="warn-text"> {say('desk.row.overspent')}</strong>}
      </span>
      <button type="button" className="button compact" onClick={onOpen}>
        {say('desk.open')}
        {comments > 0 && <span className="count">{say('desk.row.comments', { count: comments })}</span>}
        <span className="visually-hidden"> {name}</span>
      </button>
    </li>
  );
}

function moneyWords({ money: { budget, covered } }: DeliveryRow, { say, euros, percent }: Language): string {
  if (budget.total === 0) return say('desk.row.noMoney');
  const values = { budget: joined(euros(budget.total)), share: covered === null ? '' : percent(covered) };
  return say(covered === null ? 'desk.row.budget' : 'desk.row.covered', values);
}
