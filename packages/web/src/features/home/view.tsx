/** The first screen: one thing to do (find a city), and the thousand on a map below. */
import { lazy, Suspense } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { api } from '../../shared/api.ts';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { OpenPlan } from '../files/open-view.tsx';
import { SearchBox } from '../search/view.tsx';

const ThousandMap = lazy(() => import('../map/view.tsx'));

export function HomeScreen({ query }: { query: string }) {
  const { say } = useLanguage();
  return (
    <>
      <section className="hero">
        <h1>{say('home.title')}</h1>
        <p className="lede">{say('home.lede')}</p>
        <SearchBox initial={query} />
        <OpenPlan />
      </section>
      <TheThousand />
    </>
  );
}

function TheThousand() {
  const [cities, retry] = useLoaded('thousand', api.thousand);
  const waiting = <MapPlaceholder />;
  if (cities.state === 'failed') return <Trouble error={cities.error} onRetry={retry} />;
  if (cities.state === 'waiting') return waiting;
  return (
    <Suspense fallback={waiting}>
      <ThousandMap cities={cities.value} />
    </Suspense>
  );
}

/** Takes the map's room, so that nothing jumps when it comes. */
function MapPlaceholder() {
  const { say } = useLanguage();
  return (
    <section className="thousand" aria-busy="true">
      <header>
        <h2>{say('map.title')}</h2>
      </header>
      <div className="map-frame skeleton" />
    </section>
  );
}
