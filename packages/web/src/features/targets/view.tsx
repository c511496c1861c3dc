/** The targets side by side: what each asks for, whether the plan keeps it, and which one the plan answers to. */
import type { Outcome, Plan, TargetPath } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { Figure } from '../explain/figure.tsx';
import type { PlanChange } from '../plan/state.ts';
import { keepsTarget } from './state.ts';

interface TargetsProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly change: (change: PlanChange) => void;
}

export function Targets({ plan, outcome, change }: TargetsProps) {
  return (
    <ul className="target-cards">
      {outcome.targets.map((target) => (
        <Card
          key={target.id}
          target={target}
          plan={plan}
          outcome={outcome}
          main={target.id === plan.mainTarget}
          onChoose={() => change({ kind: 'target', id: target.id })}
        />
      ))}
    </ul>
  );
}

interface CardProps {
  readonly target: TargetPath;
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly main: boolean;
  readonly onChoose: () => void;
}

function Card({ target, outcome, main, onChoose }: CardProps) {
  const { say, co2e, year } = useLanguage();
  const verdict = keepsTarget(target, outcome);
  const name = say(`target.${target.kind}`);
  const ceiling = target.emissions[target.years.indexOf(2030)];
  return (
    <li className={main ? 'target-card main' : 'target-card'}>
      <h3>{name}</h3>
      <p className="small grow">{say(`target.${target.kind}.text`)}</p>
      {ceiling !== undefined && (
        <p className="small">
          {say('targets.in', { year: year(2030) })}{' '}
          <Figure
            quantity={{
              ...co2e(ceiling),
              ...(target.counts === 'co2' && { unit: co2e(ceiling).unit.replace('CO₂e', 'CO₂') }),
            }}
            label={say('explain.target', { name, year: year(2030) })}
            path={`targets.${target.id}.2030`}
          />
        </p>
      )}
      {target.netZeroYear !== undefined && (
        <p className="small">{say('targets.zero', { year: year(target.netZeroYear) })}</p>
      )}
      <p className="small">
        {verdict === 'unknown'
          ? say('targets.counts')
          : verdict.kept
            ? say('targets.kept')
            : say('targets.missed', { year: year(verdict.year), over: joined(co2e(verdict.over)) })}
      </p>
      {main ? (
        <p className="small">
          <strong>{say('targets.main')}</strong>
        </p>
      ) : (
        <p>
          <button type="button" className="button compact" onClick={onChoose}>
            {say('targets.choose')}
            <span className="visually-hidden"> {name}</span>
          </button>
        </p>
      )}
    </li>
  );
}
