/** The targets side by side: what each asks for, whether the plan keeps it, and which one the plan answers to. */
import type { Outcome, Plan, TargetPath } from '@thousand-cities/model';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined, type Quantity } from '../../i18n/numbers.ts';
import { Figure } from '../explain/figure.tsx';
import type { PlanChange } from '../plan/state.ts';
import { keepsTarget, type Verdict } from './state.ts';

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
  const language = useLanguage();
  const { say, co2e, year } = language;
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
            quantity={counted(co2e(ceiling), target)}
            label={say('explain.target', { name, year: year(2030) })}
            path={`targets.${target.id}.2030`}
          />
        </p>
      )}
      {target.netZeroYear !== undefined && (
        <p className="small">{say('targets.zero', { year: year(target.netZeroYear) })}</p>
      )}
      <p className="small">{verdictWords(verdict, target, language)}</p>
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

/** A budget counts CO2 alone, and its unit says so. */
function counted(quantity: Quantity, { counts }: TargetPath): Quantity {
  return counts === 'co2' ? { ...quantity, unit: quantity.unit.replace('CO₂e', 'CO₂') } : quantity;
}

function verdictWords(verdict: Verdict, target: TargetPath, { say, co2e, year }: Language): string {
  if (verdict.kept) return say('targets.kept');
  if ('budget' in verdict) return say('targets.overBudget', { over: joined(counted(co2e(verdict.budget), target)) });
  return say('targets.missed', { year: year(verdict.year), over: joined(counted(co2e(verdict.over), target)) });
}
