/** Up to four plans beside each other. Which ones is in the address, so that a link shows the same to every member. */
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { restate, useAddress } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { api } from '../../shared/api.ts';
import type { Head } from '../workspace/overview-state.ts';
import { addressIn } from '../workspace/routes.ts';
import { ActionsAcross } from './compare-actions.tsx';
import { ComparedPathways } from './compare-chart.tsx';
import { KeyFigures } from './compare-figures.tsx';
import { CopyLink } from './copy-link.tsx';
import { evaluatedPlan, listPlans, type Evaluated } from './load.ts';
import { comparedIn, comparedSearch, MOST_COMPARED, toggled } from './state.ts';
import '../../styles/plans.css';

/** One of the compared plans. */
export interface Compared extends Evaluated {
  readonly id: string;
  readonly name: string;
  /** A, B, C, D. */
  readonly letter: string;
}

/** Until they have come, actions go by the names in the plan. */
const NO_WORDS = {};

export default function Compare({ cityId }: { cityId: string }) {
  const { say } = useLanguage();
  const address = useAddress();
  const ids = useMemo(() => comparedIn(address.slice(address.indexOf('?') + 1)), [address]);
  const [heads, retry] = useLoaded(`plans:${cityId}`, () => listPlans(cityId));
  if (heads.state === 'failed') return <Trouble error={heads.error} onRetry={retry} />;
  if (heads.state === 'waiting') return <p role="status">{say('workspace.loading')}</p>;
  const known = ids.filter((id) => heads.value.some((head) => head.id === id));
  const choose = (id: string) =>
    restate(addressIn({ area: 'compare', cityId }) + comparedSearch(toggled(known, id)), 'push');
  return (
    <>
      <h1>{say('compare.title')}</h1>
      <Chooser heads={heads.value} ids={known} onToggle={choose} />
      {known.length < ids.length && <p className="notice">{say('compare.missing')}</p>}
      {known.length === 0 ? (
        <p className="quiet">{say('compare.none')}</p>
      ) : (
        <Beside key={known.join()} cityId={cityId} heads={heads.value} ids={known} />
      )}
    </>
  );
}

interface ChooserProps {
  readonly heads: readonly Head[];
  readonly ids: readonly string[];
  readonly onToggle: (id: string) => void;
}

function Chooser({ heads, ids, onToggle }: ChooserProps) {
  const { say, phrase } = useLanguage();
  return (
    <fieldset className="compare-chooser">
      <legend>{say('compare.choose', { most: MOST_COMPARED })}</legend>
      {heads.map(({ id, name }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={ids.includes(id)}
            disabled={ids.length >= MOST_COMPARED && !ids.includes(id)}
            onChange={() => onToggle(id)}
          />
          {phrase(name)}
        </label>
      ))}
    </fieldset>
  );
}

interface BesideProps {
  readonly cityId: string;
  readonly heads: readonly Head[];
  readonly ids: readonly string[];
}

async function loadAll({ cityId, heads, ids }: BesideProps): Promise<readonly Compared[]> {
  const found = await Promise.all(
    ids.map((id) => evaluatedPlan(cityId, id, heads.find((head) => head.id === id)!.version)),
  );
  return found.map((evaluated, i) => ({
    ...evaluated,
    id: ids[i]!,
    name: heads.find(({ id }) => id === ids[i])!.name,
    letter: String.fromCharCode(65 + i),
  }));
}

function Beside(props: BesideProps) {
  const { say, locale, phrase } = useLanguage();
  const [plans, retry] = useLoaded(`compare:${props.ids.join()}`, () => loadAll(props));
  const [names] = useLoaded(`names:${locale}`, (signal) => api.actionNames(locale, signal));
  if (plans.state === 'failed') return <Trouble error={plans.error} onRetry={retry} />;
  if (plans.state === 'waiting') return <p role="status">{say('plans.working')}</p>;
  const words = names.state === 'done' ? names.value : NO_WORDS;
  const shown = plans.value.map((plan) => ({ ...plan, name: phrase(plan.name) }));
  return (
    <>
      <CopyLink />
      <ComparedPathways plans={shown} />
      <KeyFigures plans={shown} />
      <ActionsAcross plans={shown} words={words} />
    </>
  );
}
