/** My networks on the front page of the workspace: who waits for my answer, where to, and setting one up. */
import { useLanguage } from '../../i18n/context.tsx';
import { client, data } from '../../shared/client/client.ts';
import { useCountryNames } from '../../shared/country-names.ts';
import { useLoaded } from '../../shared/loading.ts';
import { followLink, navigate } from '../../shared/router.ts';
import { Field } from '../accounts/form/fields.tsx';
import { Form } from '../accounts/form/form.tsx';
import { Section } from '../accounts/section.tsx';
import { useStanding } from '../workspace/me.tsx';
import { networkAddress } from '../workspace/routes.ts';
import { loadCities } from './load.ts';
import { FIRST_QUERY } from './query.ts';
import { MAY_IN_NETWORK, type MyNetwork } from './my-network.ts';
import '../../styles/accounts.css';
import '../../styles/network-room.css';

/** Requests named one by one; of the others the number is told. */
const NAMED = 3;

export default function MyNetworks() {
  const { say } = useLanguage();
  const { me } = useStanding();
  const nameOf = useCountryNames();
  if (me.networks.length === 0) return <FoundNetwork />;
  return (
    <>
      <section className="room-mine" aria-labelledby="my-networks">
        <h2 id="my-networks">{say('room.mine')}</h2>
        <ul className="city-cards">
          {me.networks.map((network) => (
            <li key={network.id} className="city-card">
              <h3>
                <a href={networkAddress({ area: 'network', networkId: network.id })} onClick={followLink}>
                  {network.name}
                </a>
              </h3>
              <p className="quiet">
                {say(`workspace.role.${network.role}`)}
                {network.country !== null && ` · ${say('room.mine.country', { country: nameOf(network.country) })}`}
              </p>
              {MAY_IN_NETWORK.accept(network) && <Waiting network={network} />}
            </li>
          ))}
        </ul>
      </section>
      <FoundNetwork />
    </>
  );
}

/** Who asks to join. Without an answer nothing is said here: the room itself says what went wrong. */
function Waiting({ network }: { network: MyNetwork }) {
  const { say } = useLanguage();
  const wanted = { ...FIRST_QUERY, show: 'asking', sort: { column: 'asked', direction: 'ascending' } } as const;
  const [asking] = useLoaded(`waiting:${network.id}`, () => loadCities(network.id, wanted, undefined, NAMED));
  if (asking.state !== 'done' || asking.value.total === 0) return null;
  const { items, total } = asking.value;
  return (
    <ul className="room-notices">
      {items.map(({ cityId, name }) => (
        <li key={cityId}>
          <a href={networkAddress({ area: 'network-city', networkId: network.id, cityId })} onClick={followLink}>
            {say('room.asks', { city: name })}
          </a>
        </li>
      ))}
      {total > items.length && (
        <li>
          <a href={`${networkAddress({ area: 'network', networkId: network.id })}?show=asking`} onClick={followLink}>
            {say('room.asks.more', { count: total - items.length })}
          </a>
        </li>
      )}
    </ul>
  );
}

/** An administrator sets a network up, and becomes its secretariat. */
function FoundNetwork() {
  const { say } = useLanguage();
  const { me, refresh } = useStanding();
  if (!me.user?.administrator) return null;
  return (
    <Section title={say('room.found.title')} text={say('room.found.text')}>
      <Form
        label={say('room.found.title')}
        quiet
        submit={say('room.found.do')}
        send={async (values) => {
          const made = await data(client.POST('/networks', { body: { name: values.text('name').trim() } }));
          await refresh();
          navigate(networkAddress({ area: 'network-people', networkId: made.id }));
        }}
      >
        <Field name="name" label={say('room.found.name')} maxLength={200} />
      </Form>
    </Section>
  );
}
