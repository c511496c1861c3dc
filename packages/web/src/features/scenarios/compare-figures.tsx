/** What the compared plans come to, a column each: emissions, target, money, who pays, who gains. */
import type { ReactNode } from 'react';
import { PAYERS } from '@thousand-cities/model';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import type { Compared } from './compare.tsx';
import { ROUGH_DRAWS } from './draw-rounds.ts';
import { costByPayer, lowIncomeShare, sumsOf } from './state.ts';
import { useIntervals, type Interval } from './use-intervals.ts';

interface Column {
  readonly compared: Compared;
  readonly interval: Interval | undefined;
}

interface Line {
  readonly label: string;
  readonly cell: (column: Column) => ReactNode;
}

export function KeyFigures({ plans }: { plans: readonly Compared[] }) {
  const language = useLanguage();
  const { say } = language;
  const intervals = useIntervals(plans);
  const columns = plans.map((compared) => ({ compared, interval: intervals.get(compared.plan) }));
  const lines = [...emissionLines(plans, language), ...moneyLines(language)];
  return (
    <section className="compare-part">
      <h2 id="compare-figures-title">{say('compare.figures')}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="compare-figures-title">
        <table className="compare-table">
          <thead>
            <tr>
              <td />
              {plans.map(({ id, letter, name }) => (
                <th key={id} scope="col" className="num">
                  <PlanName letter={letter} name={name} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, cell }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {columns.map((column) => (
                  <td key={column.compared.id} className="num">
                    {cell(column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small quiet">
        {say('compare.figures.note', {
          draws: Math.min(...columns.map(({ interval }) => interval?.draws ?? ROUGH_DRAWS)),
        })}{' '}
        <span role="status">
          {columns.some(({ interval }) => interval?.isRough !== false) && say('compare.figures.rough')}
        </span>
      </p>
    </section>
  );
}

export function PlanName({ letter, name }: { letter: string; name: string }) {
  return (
    <>
      <span className={`letter letter-${letter}`}>{letter}</span> {name}
    </>
  );
}

function emissionLines(plans: readonly Compared[], { say, co2e, percent, year }: Language): readonly Line[] {
  const horizon = plans[0]!.outcome.years.at(-1)!;
  const tonnes = (value: number) => joined(co2e(value));
  return [
    {
      label: say('plans.left', { year: year(horizon) }),
      cell: ({ compared: { plan, outcome }, interval }) => (
        <>
          <strong>{tonnes(sumsOf(plan, outcome).left)}</strong>
          <span className="interval">
            {interval === undefined
              ? say('key.working')
              : interval.left &&
                say('figure.interval', { low: tonnes(interval.left[0]), high: tonnes(interval.left[1]) })}
          </span>
        </>
      ),
    },
    {
      label: say('plans.target'),
      cell: ({ compared: { plan, outcome } }) => {
        const { met, target } = sumsOf(plan, outcome);
        return (
          <>
            <strong className={met ? 'meet' : 'miss'}>{say(met ? 'plans.met' : 'plans.missed')}</strong>
            <span className="interval">{say(`target.${target as 'custom'}`)}</span>
          </>
        );
      },
    },
    {
      label: say('key.probability', { year: year(horizon) }),
      cell: ({ interval }) =>
        interval === undefined
          ? say('key.working')
          : interval.probability === undefined
            ? say('figure.missing')
            : percent(interval.probability),
    },
    {
      label: say('compare.saved'),
      cell: ({ compared: { plan, outcome } }) => tonnes(sumsOf(plan, outcome).saved),
    },
    { label: say('plans.actions'), cell: ({ compared: { plan, outcome } }) => sumsOf(plan, outcome).actions },
  ];
}

function moneyLines({ say, euros, eurosPerTonne, percent }: Language): readonly Line[] {
  const money = (value: number) => joined(euros(value));
  return [
    { label: say('key.cost'), cell: ({ compared: { outcome } }) => money(outcome.cost.npv) },
    {
      label: say('compare.perTonne'),
      cell: ({ compared: { outcome } }) =>
        outcome.cost.perTonne === null ? say('figure.missing') : joined(eurosPerTonne(outcome.cost.perTonne)),
    },
    {
      label: say('compare.capital'),
      cell: ({ compared: { plan, outcome } }) => money(sumsOf(plan, outcome).capital),
    },
    ...PAYERS.map((payer) => ({
      label: say('compare.paidBy', { who: say(`payer.${payer}`) }),
      cell: ({ compared: { plan, outcome } }: Column) => money(costByPayer(plan, outcome.years)[payer]),
    })),
    {
      label: say('compare.lowIncome'),
      cell: ({ compared: { plan, outcome } }) => {
        const share = lowIncomeShare(plan, outcome);
        if (!share) return say('figure.missing');
        return (
          <>
            {percent(share.central)}
            <span className="interval">
              {say('figure.interval', { low: percent(share.low), high: percent(share.high) })}
            </span>
          </>
        );
      },
    },
  ];
}
