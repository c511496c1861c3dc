/** Everything about the delivery of one action, in a drawer: status, owner, tasks, money, indicators, and what people say. */
import { useEffect, useRef } from 'react';
import { DELIVERY_STATES, type Action, type ActionDelivery, type DeliveryState } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { Comments, type Thread } from './comments.tsx';
import { BudgetEditor } from './budget-editor.tsx';
import { patched } from './delivery-state.ts';
import { SelectField, TextField } from './fields.tsx';
import { IndicatorEditor } from './indicator-editor.tsx';
import { TaskEditor } from './task-editor.tsx';

/** Change a delivery; changes with the same `about` in a row are one step of undo. */
export type EditDelivery = (change: (delivery: ActionDelivery) => ActionDelivery, about: string) => void;

export interface EditorProps {
  readonly action: Action;
  readonly edit: EditDelivery;
}

interface DrawerProps extends EditorProps {
  readonly name: string;
  /** Years of the plan. */
  readonly years: readonly number[];
  readonly today: string;
  readonly mayWrite: boolean;
  readonly thread: Thread;
  readonly onClose: () => void;
}

export function DeliveryDrawer(props: DrawerProps) {
  const { name, action, edit, mayWrite, thread, onClose } = props;
  const { say } = useLanguage();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog
      ref={ref}
      className="drawer delivery-drawer"
      aria-labelledby="delivery-title"
      onClose={onClose}
      onClick={(event) => event.target === ref.current && ref.current.close()}
    >
      <header>
        <div>
          <p className="small quiet">{say('desk.delivery')}</p>
          <h2 id="delivery-title">{name}</h2>
        </div>
        <button type="button" className="button compact" onClick={() => ref.current?.close()}>
          {say('dialog.close')}
        </button>
      </header>
      {!mayWrite && <p className="quiet small">{say('saving.readOnly')}</p>}
      <fieldset className="bare" disabled={!mayWrite}>
        <StatusEditor action={action} edit={edit} />
        <TaskEditor action={action} edit={edit} today={props.today} />
        <BudgetEditor action={action} edit={edit} years={props.years} />
        <IndicatorEditor action={action} edit={edit} />
      </fieldset>
      <Comments thread={thread} place={`action:${action.id}`} />
    </dialog>
  );
}

function StatusEditor({ action, edit }: EditorProps) {
  const { say } = useLanguage();
  const { status, owner } = action.delivery ?? {};
  const setOwner = (member: 'department' | 'name', value: string | undefined) =>
    edit((delivery) => ({ ...delivery, owner: patched(delivery.owner ?? {}, { [member]: value }) }), `owner:${member}`);
  const setState = (state: DeliveryState | 'unsaid') =>
    edit((delivery) => {
      const { status: before, ...rest } = delivery;
      return state === 'unsaid' ? rest : { ...rest, status: { ...before, state } };
    }, 'status');
  return (
    <section className="fields">
      <TextField
        label={say('desk.owner.department')}
        value={owner?.department}
        onValue={(value) => setOwner('department', value)}
      />
      <TextField label={say('desk.owner.name')} value={owner?.name} onValue={(value) => setOwner('name', value)} />
      <SelectField
        label={say('desk.status')}
        value={status?.state ?? 'unsaid'}
        options={(['unsaid', ...DELIVERY_STATES] as const).map((value) => ({
          value,
          label: say(`desk.state.${value}`),
        }))}
        onValue={setState}
      />
      {status && (
        <TextField
          wide
          lines={2}
          longest={4000}
          label={say('desk.status.note')}
          value={status.note}
          onValue={(note) =>
            edit((delivery) => ({ ...delivery, status: patched(delivery.status ?? status, { note }) }), 'status:note')
          }
        />
      )}
      <p className="small quiet wide">{say('desk.owner.public')}</p>
    </section>
  );
}
