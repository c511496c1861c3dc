/** Scenarios of a city: what each comes to, how far it is, and what can be done with it. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { followLink } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { MAY, useRole } from '../workspace/me.tsx';
import type { Head } from '../workspace/overview-state.ts';
import { addressIn } from '../workspace/routes.ts';
import { listPlans } from './load.ts';
import { NewScenario } from './new-scenario.tsx';
import { ScenarioRow } from './row.tsx';
import { comparedSearch, MOST_COMPARED, toggled } from './state.ts';
import '../../styles/plans.css';

export default function Scenarios({ cityId }: { cityId: string }) {
  const { say } = useLanguage();
  const [round, setRound] = useState(0);
  const [heads, retry] = useLoaded(`plans:${cityId}:${round}`, () => listPlans(cityId));
  // While the list is asked for again, what was there stays.
  const [last, setLast] = useState<readonly Head[]>();
  if (heads.state === 'done' && heads.value !== last) setLast(heads.value);
  const shown = heads.state === 'done' ? heads.value : last;
  return (
    <>
      <h1>{say('plans.title')}</h1>
      <p className="lede">{say('plans.lede')}</p>
      {heads.state === 'failed' && <Trouble error={heads.error} onRetry={retry} />}
      {shown ? (
        <List cityId={cityId} heads={shown} onChanged={() => setRound((count) => count + 1)} />
      ) : (
        heads.state === 'waiting' && <p role="status">{say('workspace.loading')}</p>
      )}
    </>
  );
}

interface ListProps {
  readonly cityId: string;
  readonly heads: readonly Head[];
  readonly onChanged: () => void;
}

function List({ cityId, heads, onChanged }: ListProps) {
  const { say } = useLanguage();
  const mayWrite = MAY.write(useRole(cityId));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const names = heads.map(({ name }) => name);
  return (
    <>
      {heads.length === 0 && <p className="notice info">{say(mayWrite ? 'plans.none' : 'plans.noneToSee')}</p>}
      {heads.length > 1 && <CompareBar cityId={cityId} chosen={chosen} />}
      <ul className="scenarios">
        {heads.map((head) => (
          <ScenarioRow
            key={head.id}
            cityId={cityId}
            head={head}
            names={names}
            mayWrite={mayWrite}
            comparison={
              heads.length > 1
                ? {
                    isChosen: chosen.includes(head.id),
                    isFull: chosen.length >= MOST_COMPARED,
                    toggle: () => setChosen(toggled(chosen, head.id)),
                  }
                : undefined
            }
            onChanged={onChanged}
          />
        ))}
      </ul>
      {mayWrite && <NewScenario cityId={cityId} names={names} onMade={onChanged} />}
    </>
  );
}

function CompareBar({ cityId, chosen }: { cityId: string; chosen: readonly string[] }) {
  const { say } = useLanguage();
  const address = addressIn({ area: 'compare', cityId }) + comparedSearch(chosen);
  return (
    <p className="compare-bar">
      {chosen.length > 1 ? (
        <a className="button primary" href={address} onClick={followLink}>
          {say('plans.compare.these', { count: chosen.length })}
        </a>
      ) : (
        <span className="quiet">{say('plans.compare.hint', { most: MOST_COMPARED })}</span>
      )}
    </p>
  );
}
