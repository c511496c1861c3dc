/** My cities, and founding one: a city of the gazetteer becomes a workspace with a first inventory and a first plan. */
import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { CityHit } from '../../shared/api.ts';
import { followLink, navigate } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { SearchBox } from '../search/view.tsx';
import { CityCard } from './city-card.tsx';
import { foundCity } from './found-city.ts';
import { useStanding } from './me.tsx';
import { ACCOUNT_ADDRESS, addressIn } from './routes.ts';

const MyNetworks = lazy(() => import('../network-room/home.tsx'));

export default function Home() {
  const { say } = useLanguage();
  const { me } = useStanding();
  return (
    <>
      <div className="frame-head">
        <h1>{say('workspace.cities.title')}</h1>
        {me.mode === 'accounts' && (
          <a href={ACCOUNT_ADDRESS} onClick={followLink}>
            {say('workspace.account')}
          </a>
        )}
      </div>
      {me.cities.length === 0 ? (
        <p className="lede">{say(me.mayFoundCity ? 'workspace.cities.none' : 'workspace.cities.invited')}</p>
      ) : (
        <Cities />
      )}
      {(me.networks.length > 0 || me.user?.administrator === true) && (
        <Suspense fallback={null}>
          <MyNetworks />
        </Suspense>
      )}
      {me.mayFoundCity && <FoundCity />}
    </>
  );
}

/** Each card asks for the documents of its city; a list longer than this is a list of names. */
const FEW = 12;

function Cities() {
  const { me } = useStanding();
  return (
    <ul className="city-cards">
      {me.cities.map((city) => (
        <CityCard key={city.id} city={city} standing={me.cities.length <= FEW} />
      ))}
    </ul>
  );
}

function FoundCity() {
  const { say } = useLanguage();
  const { refresh } = useStanding();
  const [chosen, setChosen] = useState<CityHit>();
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  const found = async (hit: CityHit) => {
    setWork({ busy: true });
    try {
      const cityId = await foundCity(hit, { plan: say('workspace.found.planName') });
      await refresh();
      navigate(addressIn({ area: 'overview', cityId }));
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return (
    <section className="found-city" aria-labelledby="found-city">
      <h2 id="found-city">{say('workspace.found.title')}</h2>
      <p>{say('workspace.found.text')}</p>
      <SearchBox compact first onChoose={(hit) => (setChosen(hit), setWork({ busy: false }))} />
      {chosen && (
        <p>
          <button type="button" className="button primary" disabled={work.busy} onClick={() => void found(chosen)}>
            {say('workspace.found.button', { city: `${chosen.name}, ${chosen.country}` })}
          </button>
        </p>
      )}
      <p role="status" className="quiet">
        {work.busy && say('workspace.found.working')}
      </p>
      {work.error !== undefined && chosen && <Trouble error={work.error} onRetry={() => void found(chosen)} />}
    </section>
  );
}
