/** Every number that changed, with its reason; whether the change is large enough; and writing it as a new draft. */
import { useMemo, useState } from 'react';
import type { GpcRef, Inventory, RecalculationKind, RecalculationRule } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { client } from '../../shared/client/client.ts';
import { Trouble } from '../../shared/trouble.tsx';
import {
  NO_REASON,
  prepare,
  RECALCULATION_KINDS,
  type Prepared,
  type Standing,
  type TypedReason,
} from './recalculate-state.ts';
import { RecalculatedList } from './recalculated-list.tsx';

interface RecalculateFormProps {
  readonly cityId: string;
  readonly documentId: string;
  /** Number of the newest version, on which the new one is based. */
  readonly newest: number;
  readonly base: Standing;
  readonly revised: Inventory;
  readonly rule: RecalculationRule;
  readonly stuck: readonly GpcRef[];
  /** The reason that every change has from the beginning. */
  readonly given?: TypedReason;
  readonly onChanged: () => void;
}

export function RecalculateForm(props: RecalculateFormProps) {
  const { base, revised, rule, stuck, given } = props;
  const { say } = useLanguage();
  const [typed, setTyped] = useState<ReadonlyMap<GpcRef, TypedReason>>(new Map());
  const all = useMemo(() => {
    const { figures, refused } = prepare(base, revised, new Map(), rule).recalculation;
    return [...figures, ...refused];
  }, [base, revised, rule]);
  const reasonOf = (ref: GpcRef) => typed.get(ref) ?? given ?? NO_REASON;
  const prepared = prepare(base, revised, new Map(all.map(({ ref }) => [ref, reasonOf(ref)])), rule, stuck);
  if (all.length === 0) return <p role="status">{say('inventories.recalculate.nothing')}</p>;
  const set = (ref: GpcRef, reason: TypedReason) => setTyped(new Map([...typed, [ref, reason]]));
  return (
    <>
      {all.length > 1 && <ReasonForAll onUse={(reason) => setTyped(new Map(all.map(({ ref }) => [ref, reason])))} />}
      <RecalculatedList
        lines={all}
        totalTonnes={prepared.recalculation.beforeTonnes}
        why={({ ref }) => <ReasonFields label={ref} reason={reasonOf(ref)} onChange={(reason) => set(ref, reason)} />}
      />
      <Outcome prepared={prepared} stuck={stuck} rule={rule} />
      <Accept {...props} prepared={prepared} />
    </>
  );
}

function ReasonForAll({ onUse }: { onUse: (reason: TypedReason) => void }) {
  const { say } = useLanguage();
  const [reason, setReason] = useState<TypedReason>(NO_REASON);
  return (
    <fieldset className="reason-for-all">
      <legend>{say('inventories.recalculate.forAll')}</legend>
      <ReasonFields label={say('inventories.recalculate.forAll')} reason={reason} onChange={setReason} />
      <button type="button" className="button compact" onClick={() => onUse(reason)}>
        {say('inventories.recalculate.useForAll')}
      </button>
    </fieldset>
  );
}

interface ReasonFieldsProps {
  readonly label: string;
  readonly reason: TypedReason;
  readonly onChange: (reason: TypedReason) => void;
}

function ReasonFields({ label, reason, onChange }: ReasonFieldsProps) {
  const { say } = useLanguage();
  return (
    <span className="reason-fields">
      <select
        className="compact"
        aria-label={say('inventories.recalculate.kindOf', { what: label })}
        value={reason.kind}
        onChange={({ target }) => onChange({ ...reason, kind: target.value as RecalculationKind | '' })}
      >
        <option value="">{say('inventories.recalculate.noReason')}</option>
        {RECALCULATION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {say(`inventories.recalculate.kind.${kind}`)}
          </option>
        ))}
      </select>
      <input
        className="compact"
        aria-label={say('inventories.recalculate.explanationOf', { what: label })}
        placeholder={say('inventories.recalculate.explanation')}
        maxLength={200}
        value={reason.explanation}
        onChange={({ target }) => onChange({ ...reason, explanation: target.value })}
      />
    </span>
  );
}

interface OutcomeProps {
  readonly prepared: Prepared;
  readonly stuck: readonly GpcRef[];
  readonly rule: RecalculationRule;
}

function Outcome({ prepared: { recalculation, note }, stuck, rule }: OutcomeProps) {
  const { say, percent, co2e } = useLanguage();
  const { required, change, refused, figures, beforeTonnes, afterTonnes } = recalculation;
  return (
    <div className="notice" role="status">
      <p>
        <strong>
          {say(required ? 'inventories.recalculate.required' : 'inventories.recalculate.notRequired', {
            change: percent(change),
            threshold: percent(rule.threshold),
          })}
        </strong>{' '}
        {required &&
          say('inventories.recalculate.totals', {
            before: joined(co2e(beforeTonnes)),
            after: joined(co2e(afterTonnes)),
          })}
      </p>
      {refused.length > 0 && (
        <p>
          {say('inventories.recalculate.unexplained', {
            count: refused.length,
            refs: refused.map(({ ref }) => ref).join(', '),
          })}
        </p>
      )}
      {stuck.length > 0 && <p>{say('inventories.recalculate.stuck', { refs: stuck.join(', ') })}</p>}
      {required && figures.length > 0 && note === undefined && <p>{say('inventories.recalculate.tooLong')}</p>}
    </div>
  );
}

function Accept({ cityId, documentId, newest, onChanged, prepared }: RecalculateFormProps & { prepared: Prepared }) {
  const { say } = useLanguage();
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  const { recalculation, note, mayAccept } = prepared;
  const accept = async () => {
    if (note === undefined) return;
    setWork({ busy: true });
    try {
      await client.PUT('/cities/{cityId}/inventories/{documentId}', {
        params: { path: { cityId, documentId } },
        body: { basedOn: newest, document: { ...recalculation.baseYear }, note },
      });
      onChanged();
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return (
    <>
      <p>
        <button
          type="button"
          className="button primary"
          disabled={!mayAccept || work.busy}
          onClick={() => void accept()}
        >
          {say('inventories.recalculate.accept', { count: recalculation.figures.length })}
        </button>
      </p>
      {work.error !== undefined && <Trouble error={work.error} />}
    </>
  );
}
