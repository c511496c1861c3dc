/** Tasks of an action: what, who, from when, until when, done when. */
import { taskState, type Task } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { randomId } from '../../shared/random-id.ts';
import type { EditorProps } from './delivery-drawer.tsx';
import { added, changed, removed, type Patch } from './delivery-state.ts';
import { AddForm, DayField, TextField } from './fields.tsx';
import { ItemFrame } from './item-frame.tsx';

export function TaskEditor({ action, edit, today }: EditorProps & { readonly today: string }) {
  const { say } = useLanguage();
  const tasks = action.delivery?.tasks ?? [];
  return (
    <section aria-labelledby="tasks-title">
      <h3 id="tasks-title">{say('desk.tasks')}</h3>
      <ul className="items">
        {tasks.map((task) => (
          <TaskFields
            key={task.id}
            task={task}
            today={today}
            set={(patch, member) => edit(changed('tasks', task.id, patch), `task:${task.id}:${member}`)}
            onRemove={() => edit(removed('tasks', task.id), `task:${task.id}:removed`)}
          />
        ))}
      </ul>
      <AddForm
        label={say('desk.task.new')}
        action={say('desk.add')}
        onAdd={(title) => {
          const id = randomId();
          edit(added('tasks', { id, title }), `task:${id}`);
        }}
      />
    </section>
  );
}

interface TaskFieldsProps {
  readonly task: Task;
  readonly today: string;
  readonly set: (patch: Patch<Task>, member: string) => void;
  readonly onRemove: () => void;
}

function TaskFields({ task, today, set, onRemove }: TaskFieldsProps) {
  const { say } = useLanguage();
  const state = taskState(task, today);
  const isBackwards = task.start !== undefined && task.due !== undefined && task.due < task.start;
  return (
    <ItemFrame name={task.title} onRemove={onRemove}>
      <TextField
        wide
        required
        label={say('desk.task.title')}
        value={task.title}
        onValue={(title) => set({ title }, 'title')}
      />
      <TextField label={say('desk.task.owner')} value={task.owner} onValue={(owner) => set({ owner }, 'owner')} />
      <DayField label={say('desk.task.start')} value={task.start} onValue={(start) => set({ start }, 'start')} />
      <DayField label={say('desk.task.due')} value={task.due} onValue={(due) => set({ due }, 'due')} />
      <DayField label={say('desk.task.done')} value={task.done} onValue={(done) => set({ done }, 'done')} />
      <p className={state === 'overdue' ? 'small warn-text wide' : 'small quiet wide'}>
        {say(`desk.taskState.${state}`)}
        {isBackwards && ` · ${say('desk.task.backwards')}`}
        {task.done === undefined && (
          <button type="button" className="button plain compact" onClick={() => set({ done: today }, 'done')}>
            {say('desk.task.doneToday')}
            <span className="visually-hidden"> {task.title}</span>
          </button>
        )}
      </p>
    </ItemFrame>
  );
}
