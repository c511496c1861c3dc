/** The plan over time as bars: when each action is built up, when each task runs. No DOM, no clock. */
import { taskState, yearPosition, type Action, type Day, type DeliveryState, type Task, type TaskState } from '@thousand-cities/model'; // prettier-ignore

export interface TimelineBar {
  readonly id: string;
  readonly kind: 'action' | 'task';
  readonly name: string;
  /** On an axis on which 1 January 2027 begins 2027.0; absent where no day is known. */
  readonly from?: number;
  readonly to?: number;
  readonly state: DeliveryState | TaskState | 'unsaid';
}

export interface Timeline {
  readonly first: number;
  readonly last: number;
  readonly bars: readonly TimelineBar[];
  /** Actions that begin after the last year, and are not drawn. */
  readonly later: number;
}

/** Years shown ahead when no task reaches further. */
const AHEAD = 8;

/** The beginning and the end of a day on the axis of years. */
const endOf = (day: Day): number => yearPosition(day) + 1;
const beginningOf = (day: Day): number => endOf(day) - 1 / 365.25;

/** Bars of actions and of their tasks, in the order of the actions. */
export function timelineOf(actions: readonly Action[], nameOf: (id: string) => string, today: Day): Timeline {
  const now = endOf(today);
  const tasks = actions.flatMap(({ delivery }) => delivery?.tasks ?? []);
  const days = tasks.flatMap(({ start, due, done }) => [start, due, done].flatMap((day) => (day ? [endOf(day)] : [])));
  const starts = actions.map(({ schedule }) => schedule.startYear);
  const first = Math.floor(Math.min(now, ...days, ...starts.filter((year) => year >= now - 10)));
  const last = Math.max(first + AHEAD, Math.ceil(Math.max(now, ...days)) + 1);
  const shown = actions.filter(({ schedule, delivery }) => schedule.startYear < last || delivery !== undefined);
  const bars = shown.flatMap((action) => [
    {
      id: action.id,
      kind: 'action' as const,
      name: nameOf(action.id),
      from: action.schedule.startYear,
      to: action.schedule.startYear + Math.max(1, action.adoption.rampYears),
      state: action.delivery?.status?.state ?? ('unsaid' as const),
    },
    ...(action.delivery?.tasks ?? []).map((task) => taskBar(action.id, task, today)),
  ]);
  return { first, last, bars, later: actions.length - shown.length };
}

function taskBar(action: string, task: Task, today: Day): TimelineBar {
  const { id, title, start, due, done } = task;
  const from = start ?? due ?? done;
  const to = due ?? done ?? start;
  return {
    id: `${action}/${id}`,
    kind: 'task',
    name: title,
    ...(from !== undefined && { from: beginningOf(from) }),
    ...(to !== undefined && { to: Math.max(endOf(to), from === undefined ? 0 : endOf(from)) }),
    state: taskState(task, today),
  };
}
