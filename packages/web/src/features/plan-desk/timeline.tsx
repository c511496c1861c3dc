/** The plan over time: a chart of bars, with a table that says the same. */
import { useMemo } from 'react';
import { type Action, type Plan } from '@thousand-cities/model';
import { ChartFrame } from '../../charts/frame.tsx';
import type { TableData } from '../../charts/table.ts';
import { dateFormat } from '../../i18n/dates.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import type { NameOf } from '../actions/view.tsx';
import { TimelineDraw } from './timeline-draw.tsx';
import { timelineOf } from './timeline-state.ts';

interface TimelineProps {
  readonly plan: Plan;
  readonly actions: readonly Action[];
  readonly nameOf: NameOf;
  readonly today: string;
}

export function Timeline({ plan, nameOf, today, ...props }: TimelineProps) {
  const language = useLanguage();
  const { say, year } = language;
  const actions = useMemo(() => props.actions.map((action) => said(action, language)), [props.actions, language]);
  const timeline = useMemo(() => timelineOf(actions, nameOf, today), [actions, nameOf, today]);
  const { bars, first, last, later } = timeline;
  if (bars.length === 0) return later > 0 ? <p className="quiet">{say('desk.timeline.later', { count: later, year: year(last) })}</p> : null; // prettier-ignore
  const tasks = bars.filter(({ kind }) => kind === 'task').length;
  const overdue = bars.filter(({ state }) => state === 'overdue').length;
  const title = say(tasks === 0 ? 'desk.timeline.title.none' : 'desk.timeline.title', { tasks, overdue });
  return (
    <ChartFrame
      name={`${plan.city.name} ${say('desk.timeline')}`}
      title={title}
      subtitle={say('desk.timeline.subtitle')}
      source={later > 0 ? say('desk.timeline.later', { count: later, year: year(last) }) : say('desk.timeline.source')}
      table={() => tableOf(actions, nameOf, language)}
    >
      {(width) => (
        <TimelineDraw
          timeline={timeline}
          width={width}
          now={now(today, first, last)}
          words={{
            description: title,
            year,
            today: say('desk.timeline.today'),
            stateOf: (bar) =>
              bar.kind === 'action'
                ? bar.state === 'unsaid'
                  ? ''
                  : say(`desk.state.${bar.state as 'planned'}`)
                : say(`desk.taskState.${bar.state as 'open'}`),
          }}
        />
      )}
    </ChartFrame>
  );
}

/** The action with its tasks and its department in the reader's language, as far as they are words of ours. */
function said(action: Action, { phrase }: Language): Action {
  const { delivery } = action;
  if (!delivery) return action;
  const { owner, tasks } = delivery;
  return {
    ...action,
    delivery: {
      ...delivery,
      ...(owner && {
        owner: { ...owner, ...(owner.department !== undefined && { department: phrase(owner.department) }) },
      }),
      ...(tasks && { tasks: tasks.map((task) => ({ ...task, title: phrase(task.title) })) }),
    },
  };
}

/** Where today is on the axis; undefined outside it. */
function now(today: string, first: number, last: number): number | undefined {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const at = year + (month - 1) / 12 + (day - 1) / 365;
  return at >= first && at <= last ? at : undefined;
}

/** Actions and tasks with their days. */
function tableOf(actions: readonly Action[], nameOf: NameOf, { say, locale }: Language): TableData {
  const format = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const day = (value: string | undefined) => (value === undefined ? null : format.format(new Date(`${value}T00:00Z`)));
  return {
    columns: ['table.action', 'desk.task.title', 'desk.task.owner', 'desk.task.start', 'desk.task.due', 'desk.task.done'].map((key) => ({ label: say(key as 'table.action') })), // prettier-ignore
    rows: actions.flatMap((action) => [
      [nameOf(action.id), null, action.delivery?.owner?.department ?? null, String(action.schedule.startYear), null, null], // prettier-ignore
      ...(action.delivery?.tasks ?? []).map((task) => [nameOf(action.id), task.title, task.owner ?? null, day(task.start), day(task.due), day(task.done)]), // prettier-ignore
    ]),
  };
}
