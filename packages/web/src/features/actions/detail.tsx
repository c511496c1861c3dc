/** More about an action, one tap away: who pays, who gains, how fast, what powers it takes, what it rests on. */
import type { Action } from '@thousand-cities/model';
import type { ReactNode } from 'react';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import { joined } from '../../i18n/numbers.ts';
import { Figure } from '../explain/figure.tsx';
import { Mark } from '../explain/mark.tsx';
import { payersOf } from './state.ts';

/** Words for an entry of a library vocabulary (`air-quality`): from the catalogue, else the entry itself, readable. */
export function vocabulary({ say, catalogue }: Language, room: string, entry: string): string {
  const key = `${room}.${entry}`;
  return hasKey(catalogue, key) ? say(key) : entry.replaceAll('-', ' ');
}

interface DetailProps {
  readonly action: Action;
  readonly name: string;
  readonly description: string;
  readonly npv: number;
  readonly on: boolean;
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

export function ActionFacts({ action, name, description, npv, on }: DetailProps) {
  const language = useLanguage();
  const { say, euros, percent, significant } = language;
  const list = (room: string, entries: readonly string[]) =>
    entries.map((entry) => vocabulary(language, room, entry)).join(', ');
  const { low, central, high } = action.cost.capital;
  return (
    <>
      {description !== '' && <p>{description}</p>}
      <dl>
        <Line term={say('actions.pays')}>
          {payersOf(action)
            .map(({ who, share }) => `${say(`payer.${who}`)} ${percent(share)}`)
            .join(', ')}
        </Line>
        <Line term={say('actions.benefits')}>
          {say('actions.lowIncome', { share: percent(action.lowIncomeBenefitShare.central) })}
        </Line>
        <Line term={say('actions.capital')}>
          {joined(euros(central))}{' '}
          <span className="interval">
            {say('figure.interval', { low: joined(euros(low)), high: joined(euros(high)) })}
          </span>{' '}
          <Mark look={action.cost.provenance} />
        </Line>
        {on && (
          <Line term={say('actions.npv')}>
            <Figure
              quantity={euros(npv)}
              label={say('explain.actionNpv', { name })}
              path={`cost.byAction.${action.id}.npv`}
            />
          </Line>
        )}
        <Line term={say('actions.ramp')}>
          {say('actions.rampYears', { ramp: action.adoption.rampYears, life: significant(action.lifetimeYears) })}
        </Line>
        {action.powers.length > 0 && <Line term={say('actions.powers')}>{list('power', action.powers)}</Line>}
        {action.coBenefits.length > 0 && (
          <Line term={say('actions.coBenefits')}>{list('coBenefit', action.coBenefits)}</Line>
        )}
        {action.hazards.length > 0 && <Line term={say('actions.hazards')}>{list('hazard', action.hazards)}</Line>}
        <Line term={say('actions.evidence')}>
          <ul>
            {action.levers.map((lever, i) => (
              <li key={i}>
                {say(`lever.${lever.kind}`)} <Mark look={lever.provenance} />
              </li>
            ))}
          </ul>
        </Line>
      </dl>
    </>
  );
}
