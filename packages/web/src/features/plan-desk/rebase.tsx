/** Set the plan on the city's approved inventory: worked out first, shown number by number, taken only then. */
import { useEffect, useRef, useState } from 'react';
import { inventoryOf, planOf, rebasePlan, type Inventory, type Plan, type RebaseReport, type ReferenceSlice } from '@thousand-cities/model'; // prettier-ignore
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { createEngine } from '../../model-adapter.ts';
import { api } from '../../shared/api.ts';
import { client, data, everything } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import type { NameOf } from '../actions/view.tsx';
import type { Head } from '../workspace/overview-state.ts';
import { baseInventory, figureChanges, latestApproved, rowChanges, standsOn } from './rebase-state.ts';

interface RebaseProps {
  readonly cityId: string;
  readonly plan: Plan;
  readonly slice: ReferenceSlice;
  readonly nameOf: NameOf;
  /** Take the plan as it stands on the other inventory. */
  readonly take: (plan: Plan, what: { readonly year: number; readonly version: number }) => void;
}

interface Offer {
  readonly head: Head & { readonly approvedVersion: number };
  readonly inventory: Inventory;
}

async function loadOffer(cityId: string): Promise<Offer | undefined> {
  const path = { cityId };
  const heads = await everything((query) => client.GET('/cities/{cityId}/inventories', { params: { path, query } }));
  const head = latestApproved(heads);
  if (!head) return undefined;
  const at = { ...path, documentId: head.id, version: head.approvedVersion };
  const found = await data(
    client.GET('/cities/{cityId}/inventories/{documentId}/versions/{version}', { params: { path: at } }),
  );
  return { head, inventory: inventoryOf(found.document) };
}

/** The plan as it would be, and what has to be looked at. */
interface Preview {
  readonly plan: Plan;
  readonly report: RebaseReport;
}

/** Two drafts, on the plan's inventory and on the other, tell what was a default from what people decided. */
async function workOut(plan: Plan, inventory: Inventory): Promise<Preview> {
  const { id } = plan.city;
  const old = baseInventory(plan);
  if (id === undefined || !old) throw new Error('no place');
  const { horizonYear, boundary } = plan.baseline;
  const draft = async (on: Inventory) => planOf(await api.planOn(id, { inventory: on, horizonYear, boundary }));
  const [onOld, onNew] = await Promise.all([draft(old), draft(inventory)]);
  return rebasePlan(plan, onOld, onNew);
}

export function Rebase(props: RebaseProps) {
  const { cityId, plan, take } = props;
  const { say, year } = useLanguage();
  const [offer, retry] = useLoaded(`approved:${cityId}`, () => loadOffer(cityId));
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown; readonly preview?: Preview }>({
    busy: false,
  });
  if (offer.state === 'waiting') return null;
  if (offer.state === 'failed') return <Trouble error={offer.error} onRetry={retry} />;
  if (!offer.value) return <p className="small quiet">{say('rebase.none')}</p>;
  const { head, inventory } = offer.value;
  const what = { year: inventory.year, version: head.approvedVersion };
  const said = { year: year(what.year), version: what.version };
  if (standsOn(plan, inventory)) return <p className="small quiet">{say('rebase.stands', said)}</p>;
  if (plan.city.id === undefined || !baseInventory(plan)) return <p className="small quiet">{say('rebase.cannot')}</p>;
  const begin = async () => {
    setWork({ busy: true });
    try {
      setWork({ busy: false, preview: await workOut(plan, inventory) });
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return (
    <div className="notice info">
      <p>
        {say('rebase.offer', said)}{' '}
        <button type="button" className="button compact" disabled={work.busy} onClick={() => void begin()}>
          {say(work.busy ? 'plans.working' : 'rebase.begin')}
        </button>
      </p>
      {work.error !== undefined && <Trouble error={work.error} />}
      {work.preview && (
        <PreviewDialog
          {...props}
          preview={work.preview}
          onClose={(isTaken) => {
            if (isTaken && work.preview) take(work.preview.plan, what);
            setWork({ busy: false });
          }}
        />
      )}
    </div>
  );
}

interface PreviewProps extends RebaseProps {
  readonly preview: Preview;
  readonly onClose: (isTaken: boolean) => void;
}

function PreviewDialog({ plan, slice, nameOf, preview, onClose }: PreviewProps) {
  const { say } = useLanguage();
  const ref = useRef<HTMLDialogElement>(null);
  const taken = useRef(false);
  useEffect(() => ref.current?.showModal(), []);
  const close = (isTaken: boolean) => {
    taken.current = isTaken;
    ref.current?.close();
  };
  return (
    <dialog ref={ref} className="drawer" aria-labelledby="rebase-title" onClose={() => onClose(taken.current)}>
      <header>
        <h2 id="rebase-title">{say('rebase.title')}</h2>
        <button type="button" className="button compact" onClick={() => close(false)}>
          {say('dialog.close')}
        </button>
      </header>
      <p className="small">{say('rebase.text')}</p>
      <Figures before={plan} after={preview.plan} slice={slice} />
      <Rows before={plan} after={preview.plan} />
      <Report report={preview.report} nameOf={nameOf} />
      <p className="workflow-steps">
        <button type="button" className="button primary" onClick={() => close(true)}>
          {say('rebase.take')}
        </button>
        <button type="button" className="button plain" onClick={() => close(false)}>
          {say('rebase.leave')}
        </button>
      </p>
    </dialog>
  );
}

interface SidesProps {
  readonly before: Plan;
  readonly after: Plan;
}

function Figures({ before, after, slice }: SidesProps & { slice: ReferenceSlice }) {
  const { say, co2e, euros, year } = useLanguage();
  const [changes] = useState(() => {
    const shown = (plan: Plan) => ({ plan, outcome: createEngine(slice).outcome(plan) });
    return figureChanges(shown(before), shown(after));
  });
  return (
    <ChangeTable
      title={say('rebase.figures')}
      rows={changes.map((change) => {
        const words = (value: number) => joined(change.figure === 'cost' ? euros(value) : co2e(value));
        return {
          name: say(`rebase.figure.${change.figure}`, { year: year(change.year) }),
          before: words(change.before),
          after: words(change.after),
        };
      })}
    />
  );
}

function Rows({ before, after }: SidesProps) {
  const { say, co2e } = useLanguage();
  const words = (value: number | null) => (value === null ? say('figure.missing') : joined(co2e(value)));
  const changes = rowChanges(baseInventory(before), baseInventory(after)!);
  return (
    <ChangeTable
      title={say('rebase.rows', { count: changes.length })}
      rows={changes.map((row) => ({ name: row.ref, before: words(row.before), after: words(row.after) }))}
    />
  );
}

interface ChangeTableProps {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

function ChangeTable({ title, rows }: ChangeTableProps) {
  const { say } = useLanguage();
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say('table.what')}</th>
          <th scope="col" className="num">
            {say('rebase.before')}
          </th>
          <th scope="col" className="num">
            {say('rebase.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{before}</td>
            <td className="num">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Report({ report, nameOf }: { report: RebaseReport; nameOf: NameOf }) {
  const { say } = useLanguage();
  const { cellsChangedByHand, figuresKept, withoutUse, added } = report;
  const list = (ids: readonly string[]) => ids.map(nameOf).join(', ');
  return (
    <ul className="small differences">
      {cellsChangedByHand.length > 0 && (
        <li className="warn-text">{say('rebase.cells', { count: cellsChangedByHand.length })}</li>
      )}
      {figuresKept.length > 0 && <li>{say('rebase.kept', { count: figuresKept.length, names: list(figuresKept) })}</li>}
      {withoutUse.length > 0 && <li>{say('rebase.useless', { count: withoutUse.length, names: list(withoutUse) })}</li>}
      {added.length > 0 && <li>{say('rebase.added', { count: added.length, names: list(added) })}</li>}
    </ul>
  );
}
