/** The room of a network: who may be here, its name and places, and the one that was asked for. */
import { lazy, Suspense, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useCountryNames } from '../../shared/country-names.ts';
import { followLink } from '../../shared/router.ts';
import { FrameName } from '../workspace/frame-name.tsx';
import { useStanding } from '../workspace/me.tsx';
import { networkAddress, WORKSPACE_ADDRESS, type NetworkRoute } from '../workspace/routes.ts';
import type { MyNetwork } from './my-network.ts';
import '../../styles/accounts.css';
import '../../styles/network-room.css';

const Cities = lazy(() => import('./cities.tsx'));
const CitySheet = lazy(() => import('./city-sheet.tsx'));
const People = lazy(() => import('./people.tsx'));

export default function NetworkRoom({ route }: { route: NetworkRoute }) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const network = me.networks.find(({ id }) => id === route.networkId);
  if (!network) {
    return (
      <>
        <h1>{say('room.noRight.title')}</h1>
        <p className="lede">{say('room.noRight.text')}</p>
        <p>
          <a href={WORKSPACE_ADDRESS} onClick={followLink}>
            {say('workspace.cities.title')}
          </a>
        </p>
      </>
    );
  }
  return (
    <div className="network-room">
      <Frame network={network} area={route.area} />
      <Suspense fallback={<p role="status">{say('workspace.loading')}</p>}>{placeOf(route, network)}</Suspense>
    </div>
  );
}

function placeOf(route: NetworkRoute, network: MyNetwork): ReactNode {
  switch (route.area) {
    case 'network':
      return <Cities key={network.id} network={network} />;
    case 'network-people':
      return <People key={network.id} network={network} />;
    case 'network-city':
      return <CitySheet key={route.cityId} network={network} cityId={route.cityId} />;
  }
}

function Frame({ network, area }: { network: MyNetwork; area: NetworkRoute['area'] }) {
  const { say } = useLanguage();
  const nameOf = useCountryNames();
  const networkId = network.id;
  const places = [
    ['network', 'room.nav.cities'],
    ['network-people', 'room.nav.people'],
  ] as const;
  return (
    <div className="frame">
      <FrameName name={network.name} role={network.role}>
        {network.country !== null && (
          <span className="quiet small"> {say('room.mine.country', { country: nameOf(network.country) })}</span>
        )}
      </FrameName>
      <nav className="frame-tabs" aria-label={say('room.nav.label', { name: network.name })}>
        {places.map(([place, words]) => (
          <a
            key={place}
            href={networkAddress({ area: place, networkId })}
            onClick={followLink}
            {...((area === place || (place === 'network' && area === 'network-city')) && {
              'aria-current': area === place ? 'page' : 'true',
            })}
          >
            {say(words)}
          </a>
        ))}
      </nav>
    </div>
  );
}
