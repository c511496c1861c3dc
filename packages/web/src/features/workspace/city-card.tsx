/** A city among mine: its newest inventory, the plan that has come furthest, and what comes next. */
import { useLanguage } from '../../i18n/context.tsx';
import { api } from '../../shared/api.ts';
import { useLoaded } from '../../shared/loading.ts';
import { followLink } from '../../shared/router.ts';
import { isTakenBack } from '../../shared/saving/publications.ts';
import { StateMark } from '../../shared/saving/state-mark.tsx';
import { loadHeads } from './heads.ts';
import { furthestOf, newestOf, stepsOf } from './overview-state.ts';
import { addressIn } from './routes.ts';

export interface MyCity {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly role: 'lead' | 'editor' | 'reviewer' | 'viewer';
}

/** `standing` asks for its documents too: not for a hundred cities at once. */
export function CityCard({ city, standing }: { city: MyCity; standing: boolean }) {
  const { say } = useLanguage();
  return (
    <li className="city-card">
      <h2>
        <a href={addressIn({ area: 'overview', cityId: city.id })} onClick={followLink}>
          {city.name}
        </a>
      </h2>
      <p className="quiet">
        <CountryName iso3={city.country} /> · {say(`workspace.role.${city.role}`)}
      </p>
      {standing && <Standing cityId={city.id} />}
    </li>
  );
}

/** Name of a country in the reader's language, once it is known; until then its code. */
function CountryName({ iso3 }: { iso3: string }) {
  const { country } = useLanguage();
  const [loaded] = useLoaded(`country:${iso3}`, (signal) => api.country(iso3, signal));
  return loaded.state === 'done' ? country(loaded.value.iso2, loaded.value.name) : iso3;
}

/** An extra: where it cannot be had the card is a door all the same, and behind it the page says what went wrong. */
function Standing({ cityId }: { cityId: string }) {
  const { say } = useLanguage();
  const [heads] = useLoaded(`heads:${cityId}`, () => loadHeads(cityId));
  if (heads.state !== 'done') return <div className="city-standing" />;
  const { inventories, plans } = heads.value;
  const inventory = newestOf(inventories);
  const plan = furthestOf(plans);
  const next = stepsOf(inventories, plans).find(({ standing }) => standing === 'next');
  return (
    <div className="city-standing">
      {inventory?.year !== undefined && (
        <p>
          <a href={addressIn({ area: 'inventory', cityId, documentId: inventory.id })} onClick={followLink}>
            {say('workspace.card.inventory', { year: String(inventory.year) })}
          </a>{' '}
          <StateMark state={inventory.state} kind="inventory" withdrawn={isTakenBack(inventory)} />
        </p>
      )}
      {plan && (
        <p>
          <a href={addressIn({ area: 'plan', cityId, documentId: plan.id })} onClick={followLink}>
            {say('workspace.card.plan')}
          </a>{' '}
          <StateMark state={plan.state} kind="plan" withdrawn={isTakenBack(plan)} />
        </p>
      )}
      {next && (
        <p className="quiet">
          {say('workspace.card.next')} {say(`overview.${next.id}`)}
        </p>
      )}
    </div>
  );
}
