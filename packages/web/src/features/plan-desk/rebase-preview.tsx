/** What another inventory would change in a plan, number by number, and start years that it overtakes, to be taken one by one. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { startMoves, withStartYears, type Plan, type Rebased, type RebaseReport, type ReferenceSlice } from '@thousand-cities/model'; // prettier-ignore
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { createEngine } from '../../model-adapter.ts';
import type { NameOf } from '../actions/view.tsx';
import { StartYears } from './rebase-starts.tsx';
import { baseInventory, figureChanges, rowChanges } from './rebase-state.ts';

interface PreviewProps {
  readonly plan: Plan;
  readonly rebased: Rebased;
  readonly slice: ReferenceSlice;
  readonly nameOf: NameOf;
  /** The present one. */
  readonly year: number;
  /** With the plan to take, or with nothing. */
  readonly onClose: (taken: Plan | undefined) => void;
}

export function RebasePreview({ plan, rebased, slice, nameOf, year, onClose }: PreviewProps) {
  const { say } = useLanguage();
  const ref = useRef<HTMLDialogElement>(null);
  const taken = useRef<Plan>(undefined);
  const moves = useMemo(() => startMoves(rebased.plan, year), [rebased, year]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const after = useMemo(
    () => withStartYears(rebased.plan, moves.filter(({ id, isNeeded }) => isNeeded || chosen.has(id))), // prettier-ignore
    [rebased, moves, chosen],
  );
  useEffect(() => ref.current?.showModal(), []);
  const close = (isTaken: boolean) => {
    taken.current = isTaken ? after : undefined;
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
      <StartYears moves={moves} base={after.baseline.baseYear} nameOf={nameOf} chosen={chosen} onChosen={setChosen} />
      <Figures before={plan} after={after} slice={slice} />
      <Rows before={plan} after={after} />
      <Report report={rebased.report} nameOf={nameOf} />
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

/** What the plan comes to on either side; the right one follows the start years that are taken. */
function Figures({ before, after, slice }: SidesProps & { slice: ReferenceSlice }) {
  const { say, co2e, euros, year } = useLanguage();
  const [engines] = useState(() => ({ old: createEngine(slice), now: createEngine(slice) }));
  const shown = { plan: before, outcome: useMemo(() => engines.old.outcome(before), [engines, before]) };
  const changes = figureChanges(shown, { plan: after, outcome: engines.now.outcome(after) });
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
