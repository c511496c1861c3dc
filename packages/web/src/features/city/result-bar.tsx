/** On a phone the chart is out of sight while sliding: this bar keeps its shape and its two figures under the thumb. */
import type { Outcome, Plan } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { PathwaySketch } from '../pathway/sketch.tsx';
import { findingOf, inYear } from '../plan/finding.ts';

interface ResultBarProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly year: number;
}

export function ResultBar({ plan, outcome, year }: ResultBarProps) {
  const { say, co2e, euros, year: sayYear } = useLanguage();
  const { met } = findingOf(plan, outcome);
  const planned = inYear(outcome, outcome.emissions.plan, year);
  const ceiling = inYear(outcome, outcome.emissions.target, year);
  return (
    <div className="result-bar" aria-hidden="true">
      <PathwaySketch outcome={outcome} />
      <p className="num">
        {planned !== undefined && ceiling !== undefined && (
          <>
            <strong>{say('bar.plan', { year: sayYear(year), value: joined(co2e(planned)) })}</strong>{' '}
            {say('key.ceiling', { value: joined(co2e(ceiling)) })}
            <br />
          </>
        )}
        <span className={met ? 'meet' : 'miss'}>{say(met ? 'bar.met' : 'bar.missed')}</span>
        {' · '}
        {joined(euros(outcome.cost.npv))}
      </p>
    </div>
  );
}
