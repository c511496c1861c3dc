/** The head of a city's page: its name, the finding in one sentence, and the few figures that carry it. */
import type { ReactNode } from 'react';
import type { Outcome, Plan } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { Figure } from '../explain/figure.tsx';
import { Mark } from '../explain/mark.tsx';
import { inventoryOf } from '../inventory/state.ts';
import { findingOf, inYear, mainYear } from '../plan/finding.ts';
import type { Draws } from '../uncertainty/use-draws.ts';

interface HeadlineProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly country: { readonly iso2?: string; readonly name: string };
  readonly draws: Draws;
  /** In place of the city's name, where the screen has said it already; the head is then as low as it can be. */
  readonly heading?: ReactNode;
}

export function Headline(props: HeadlineProps) {
  const { plan, country, heading } = props;
  const { say, people, year, country: nameOf } = useLanguage();
  const { city, baseline } = plan;
  const standing = standingOf(plan);
  return (
    <header className={heading === undefined ? 'city-head' : 'city-head low'}>
      {heading ?? <h1>{city.name}</h1>}
      <p className="place">
        {nameOf(country.iso2, country.name)}
        {city.population !== undefined && ` · ${say('city.people', { count: people(city.population) })}`}
        {` · ${say('city.baseYear', { year: year(baseline.baseYear) })} · `}
        <Mark look={standing} /> {say(`city.standing.${standing}`)}
      </p>
      <Finding {...props} />
      <KeyFigures {...props} />
    </header>
  );
}

/** Whether the inventory is the city's own: any row of its own counts as a start. */
function standingOf(plan: Plan): 'city-value' | 'default' {
  return inventoryOf(plan)?.rows.some(({ provenance }) => provenance === 'city-value') ? 'city-value' : 'default';
}

function Finding({ plan, outcome }: HeadlineProps) {
  const { say, co2e, percent, year, eurosPerTonne } = useLanguage();
  const finding = findingOf(plan, outcome);
  const target = say(`target.${finding.target?.kind ?? 'custom'}`);
  const cost =
    finding.perTonne === null
      ? ''
      : say(finding.perTonne < 0 ? 'finding.saves' : 'finding.costs', {
          perTonne: joined(eurosPerTonne(Math.abs(finding.perTonne))),
        });
  const budget = finding.overBudget;
  const values = {
    city: plan.city.name,
    count: finding.actions,
    target,
    year: year(finding.year),
    saved: percent(Math.abs(finding.saved)),
    over: joined(co2e(budget ?? Math.abs(finding.over))),
  };
  if (finding.actions === 0)
    return <p className="finding">{say(budget === undefined ? 'finding.none' : 'finding.noneBudget', values)}</p>;
  const detail = finding.met
    ? 'finding.meetsDetail'
    : budget === undefined
      ? 'finding.missesDetail'
      : 'finding.missesBudget';
  return (
    <p className="finding">
      {say('finding.lead', values)}{' '}
      <strong className={finding.met ? 'meet' : 'miss'}>
        {say(finding.met ? 'finding.meets' : 'finding.misses', values)}
      </strong>{' '}
      {say(detail, values)} {cost}
    </p>
  );
}

function KeyFigures({ plan, outcome, draws }: HeadlineProps) {
  const { say, co2e, euros, percent, year, significant } = useLanguage();
  const at = mainYear(outcome);
  const base = outcome.emissions.bau[0]!;
  const planned = inYear(outcome, outcome.emissions.plan, at);
  const ceiling = inYear(outcome, outcome.emissions.target, at);
  const population = plan.city.population;
  const probability = draws.result?.probability.meetsTarget?.[outcome.years.indexOf(at)];
  return (
    <dl className="key-figures">
      <div>
        <dt>{say('key.base', { year: year(plan.baseline.baseYear) })}</dt>
        <dd>
          <Figure
            quantity={co2e(base)}
            label={say('key.base', { year: year(plan.baseline.baseYear) })}
            path={`emissions.bau.${plan.baseline.baseYear}`}
          />
          {population !== undefined && (
            <span className="aside">{say('key.perHead', { value: significant(base / population) })}</span>
          )}
        </dd>
      </div>
      {planned !== undefined && (
        <div>
          <dt>{say('key.plan', { year: year(at) })}</dt>
          <dd>
            <Figure
              quantity={co2e(planned)}
              label={say('key.plan', { year: year(at) })}
              path={`emissions.plan.${at}`}
            />
            {ceiling !== undefined && (
              <span className="aside">{say('key.ceiling', { value: joined(co2e(ceiling)) })}</span>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{say('key.cost')}</dt>
        <dd>
          <Figure quantity={euros(outcome.cost.npv)} label={say('key.cost')} path="cost.npv" />
          <span className="aside">{say(outcome.cost.npv < 0 ? 'key.cost.saves' : 'key.cost.costs')}</span>
        </dd>
      </div>
      <div>
        <dt>{say('key.probability', { year: year(at) })}</dt>
        <dd aria-busy={draws.stale}>
          {probability === undefined ? (
            <span className="quiet">{say('key.working')}</span>
          ) : (
            <a className="figure num" href="#certainty">
              {percent(probability)}
            </a>
          )}
          <span className="aside">{draws.stale ? say('key.drawing') : say('key.probability.aside')}</span>
        </dd>
      </div>
    </dl>
  );
}
