/** Money for an action: lines by year and payer, held against what the plan says it costs. */
import {
  budgetAgainstCost,
  isOverspent,
  PAYERS,
  type BudgetAgainstCost,
  type BudgetLine,
} from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { randomId } from '../../shared/random-id.ts';
import type { EditorProps } from './delivery-drawer.tsx';
import { added, changed, removed, type Patch } from './delivery-state.ts';
import { AddForm, NumberField, SelectField, TextField } from './fields.tsx';
import { ItemFrame } from './item-frame.tsx';

export function BudgetEditor({ action, edit, years }: EditorProps & { readonly years: readonly number[] }) {
  const { say } = useLanguage();
  const lines = action.delivery?.budget ?? [];
  const add = (label: string) => {
    const id = randomId();
    const year = Math.max(action.schedule.startYear, ...lines.map((line) => line.year + 1));
    const line = { id, label, payer: 'city', year, amount: 0, kind: 'capital', funded: false } as const;
    edit(added('budget', line), `budget:${id}`);
  };
  return (
    <section aria-labelledby="budget-title">
      <h3 id="budget-title">{say('desk.budget')}</h3>
      <Against money={budgetAgainstCost(action, years)} />
      <ul className="items">
        {lines.map((line) => (
          <LineFields
            key={line.id}
            line={line}
            set={(patch, member) => edit(changed('budget', line.id, patch), `budget:${line.id}:${member}`)}
            onRemove={() => edit(removed('budget', line.id), `budget:${line.id}:removed`)}
          />
        ))}
      </ul>
      <AddForm label={say('desk.budget.new')} action={say('desk.add')} onAdd={add} />
    </section>
  );
}

function Against({ money: { budget, cost, costByPayer, covered } }: { money: BudgetAgainstCost }) {
  const { say, euros, percent } = useLanguage();
  const amount = (value: number) => joined(euros(value));
  const payers = PAYERS.filter((payer) => costByPayer[payer] > 0 || budget.byPayer[payer] > 0);
  return (
    <>
      <p className="small">
        {say('desk.budget.sum', {
          budget: amount(budget.total),
          funded: amount(budget.funded),
          cost: amount(cost),
        })}{' '}
        {covered !== null && <strong>{say('desk.budget.covered', { share: percent(covered) })}</strong>}{' '}
        {budget.spent !== null &&
          say('desk.budget.spentSum', {
            spent: amount(budget.spent),
            known: budget.spentLines,
            lines: budget.lines,
          })}
      </p>
      {payers.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('desk.budget.payer')}</th>
              <th scope="col" className="num">
                {say('desk.budget.has')}
              </th>
              <th scope="col" className="num">
                {say('desk.budget.needs')}
              </th>
            </tr>
          </thead>
          <tbody>
            {payers.map((payer) => (
              <tr key={payer}>
                <th scope="row">{say(`payer.${payer}`)}</th>
                <td className="num">{amount(budget.byPayer[payer])}</td>
                <td className="num">{amount(costByPayer[payer])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small quiet">{say('desk.budget.note')}</p>
    </>
  );
}

interface LineFieldsProps {
  readonly line: BudgetLine;
  readonly set: (patch: Patch<BudgetLine>, member: string) => void;
  readonly onRemove: () => void;
}

function LineFields({ line, set, onRemove }: LineFieldsProps) {
  const { say, euros } = useLanguage();
  return (
    <ItemFrame name={line.label} onRemove={onRemove}>
      <TextField
        wide
        required
        label={say('desk.budget.label')}
        value={line.label}
        onValue={(label) => set({ label }, 'label')}
      />
      <NumberField
        required
        whole
        min={1900}
        max={2200}
        label={say('table.year')}
        value={line.year}
        onValue={(year) => set({ year }, 'year')}
      />
      <NumberField
        required
        min={0}
        max={1e15}
        label={say('desk.budget.amount')}
        value={line.amount}
        onValue={(amount) => set({ amount }, 'amount')}
      />
      <NumberField
        min={0}
        max={1e15}
        label={say('desk.budget.spent')}
        value={line.spent}
        onValue={(spent) => set({ spent }, 'spent')}
      />
      <SelectField
        label={say('desk.budget.payer')}
        value={line.payer}
        options={PAYERS.map((value) => ({ value, label: say(`payer.${value}`) }))}
        onValue={(payer) => set({ payer }, 'payer')}
      />
      <SelectField
        label={say('desk.budget.kind')}
        value={line.kind}
        options={(['capital', 'operating'] as const).map((value) => ({ value, label: say(`cost.${value}`) }))}
        onValue={(kind) => set({ kind }, 'kind')}
      />
      <TextField
        label={say('desk.budget.source')}
        value={line.fundingSource}
        onValue={(fundingSource) => set({ fundingSource }, 'source')}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={line.funded}
          onChange={(event) => set({ funded: event.target.checked }, 'funded')}
        />
        {say('desk.budget.funded')}
      </label>
      {isOverspent(line) === true && (
        <p className="small warn-text wide" role="status">
          {say('desk.budget.overspent', { by: joined(euros(line.spent! - line.amount)) })}
        </p>
      )}
    </ItemFrame>
  );
}
