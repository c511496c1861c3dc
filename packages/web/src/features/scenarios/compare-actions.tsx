/** Where the compared plans differ: which does which action, how much, from when. */
import { useMemo, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { ActionWords } from '../../shared/api.ts';
import { PlanName } from './compare-figures.tsx';
import type { Compared } from './compare.tsx';
import { actionsAcross, type ActionAcross, type Take } from './state.ts';

interface ActionsAcrossProps {
  readonly plans: readonly Compared[];
  readonly words: Readonly<Record<string, ActionWords>>;
}

export function ActionsAcross({ plans, words }: ActionsAcrossProps) {
  const { say } = useLanguage();
  const [all, setAll] = useState(plans.length === 1);
  const rows = useMemo(() => actionsAcross(plans.map(({ plan }) => plan)), [plans]);
  const differing = rows.filter(({ differs }) => differs).length;
  const shown = all ? rows : rows.filter(({ differs }) => differs);
  const nameOf = ({ action }: ActionAcross) => words[action.libraryId ?? action.id]?.name ?? action.name;
  return (
    <section className="compare-part">
      <h2 id="compare-actions-title">{say('compare.actions', { count: differing })}</h2>
      <label className="check">
        <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
        {say('compare.actions.all', { count: rows.length })}
      </label>
      {shown.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="compare-actions-title">
          <table className="compare-table">
            <thead>
              <tr>
                <th scope="col">{say('table.action')}</th>
                {plans.map(({ id, letter, name }) => (
                  <th key={id} scope="col" className="num">
                    <PlanName letter={letter} name={name} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id} {...(row.differs && { className: 'differs' })}>
                  <th scope="row">{nameOf(row)}</th>
                  {row.takes.map((take, i) => (
                    <td key={plans[i]!.id} className="num">
                      <TakeWords take={take} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function TakeWords({ take }: { take: Take | undefined }) {
  const { say, percent, year } = useLanguage();
  if (!take) return <span className="quiet">{say('compare.out')}</span>;
  return say('compare.take', { share: percent(take.size), year: year(take.startYear) });
}
