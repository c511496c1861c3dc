/** One city of a network, as far as it is shown: inventory, plan, what is asked about them, files behind them, and its membership. */
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage } from '../../i18n/context.tsx';
import { client, data } from '../../shared/client/client.ts';
import { useCountryNames } from '../../shared/country-names.ts';
import { useLoaded } from '../../shared/loading.ts';
import { followLink, navigate } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { Section } from '../accounts/section.tsx';
import { dayIn } from '../accounts/moments.ts';
import { networkAddress, publishedAddress } from '../workspace/routes.ts';
import { Decline } from './decline.tsx';
import { Evidence } from './evidence.tsx';
import { InventoryPart } from './inventory-part.tsx';
import { PlanPart } from './plan-part.tsx';
import { Request } from './requests.tsx';
import { MAY_IN_NETWORK, type MyNetwork } from './my-network.ts';
import { shared } from './words.ts';
import type { City } from './query.ts';

async function loadCity(networkId: string, cityId: string): Promise<City | undefined> {
  const params = { path: { networkId }, query: { city: cityId, limit: 1 } };
  return (await data(client.GET('/networks/{networkId}/standing', { params }))).items[0];
}

interface CitySheetProps {
  readonly network: MyNetwork;
  readonly cityId: string;
}

export default function CitySheet({ network, cityId }: CitySheetProps) {
  const { say } = useLanguage();
  const [loaded, retry] = useLoaded(`standing:${network.id}:${cityId}`, () => loadCity(network.id, cityId));
  if (loaded.state === 'waiting') return <p role="status">{say('workspace.loading')}</p>;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} onRetry={retry} />;
  if (loaded.value === undefined) {
    return (
      <>
        <h1>{say('room.city.missing.title')}</h1>
        <p className="lede">{say('room.city.missing.text')}</p>
        <Back network={network} />
      </>
    );
  }
  return <Sheet network={network} city={loaded.value} again={retry} />;
}

function Back({ network }: { network: MyNetwork }) {
  const { say } = useLanguage();
  return (
    <p>
      <a href={networkAddress({ area: 'network', networkId: network.id })} onClick={followLink}>
        {say('room.city.back')}
      </a>
    </p>
  );
}

interface SheetProps {
  readonly network: MyNetwork;
  readonly city: City;
  readonly again: () => void;
}

function Sheet({ network, city, again }: SheetProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const nameOf = useCountryNames();
  const { cityId, name, acceptedAt, shares, inventory, plan } = city;
  const toList = () => navigate(networkAddress({ area: 'network', networkId: network.id }));
  return (
    <div className="room-city">
      <Back network={network} />
      <h1>
        {name}, {nameOf(city.country)}
      </h1>
      {acceptedAt === null ? (
        <ul className="rows">
          <Request network={network} city={city} onDone={again} />
        </ul>
      ) : (
        <p>
          {say('room.city.member', { day: dayIn(locale, acceptedAt) })}.{' '}
          {say('room.city.shares', { what: shared(language, shares) })}.
        </p>
      )}
      {(inventory?.state === 'published' || typeof plan?.publishedAt === 'string') && (
        <p>
          <a href={publishedAddress(cityId)}>{say('room.city.public')}</a>
        </p>
      )}
      <InventoryPart network={network} city={city} />
      <PlanPart network={network} city={city} />
      {acceptedAt !== null && <Evidence network={network} city={city} />}
      {acceptedAt !== null && MAY_IN_NETWORK.accept(network) && (
        <Membership network={network} city={city} onDone={toList} />
      )}
    </div>
  );
}

function Membership({ network, city, onDone }: { network: MyNetwork; city: City; onDone: () => void }) {
  const { say } = useLanguage();
  const [asking, setAsking] = useState(false);
  const remove = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    flushSync(() => setAsking(false));
    remove.current?.focus();
  };
  return (
    <Section title={say('room.membership')}>
      {asking ? (
        <Decline network={network} city={city} onCancel={cancel} onDone={onDone} />
      ) : (
        <button ref={remove} type="button" className="button compact" onClick={() => setAsking(true)}>
          {say('room.remove')}
        </button>
      )}
    </Section>
  );
}
