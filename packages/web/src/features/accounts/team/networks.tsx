/** Networks: which the city is in, and what each of them sees. */
import { useLanguage, type Language } from '../../../i18n/context.tsx';
import { client } from '../../../shared/client/client.ts';
import { followLink } from '../../../shared/router.ts';
import { useStanding } from '../../workspace/me.tsx';
import { networkAddress } from '../../workspace/routes.ts';
import { Act } from '../form/act.tsx';
import { Choices } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { dayIn } from '../moments.ts';
import { LoadedList, Section } from '../section.tsx';
import { loadNetworks, SHARES, type NetworkHere, type Share } from './lists.ts';

interface NetworksProps {
  readonly cityId: string;
  readonly edits: boolean;
}

export function Networks({ cityId, edits }: NetworksProps) {
  const { say } = useLanguage();
  return (
    <Section title={say('team.networks')} text={say('team.networks.text')}>
      <LoadedList name={`networks:${cityId}`} load={() => loadNetworks(cityId)} none={say('team.networks.none')}>
        {(networks, again) => (
          <ul className="rows">
            {networks.map((network) => (
              <NetworkRow key={network.id} cityId={cityId} network={network} edits={edits} again={again} />
            ))}
          </ul>
        )}
      </LoadedList>
    </Section>
  );
}

/** Where the city stands with a network. */
function sharedWords({ shares, accepted, declined }: NetworkHere, { say, locale }: Language): string {
  if (declined) return say('team.networks.declined', { day: dayIn(locale, declined.at) });
  if (shares === undefined) return say('team.networks.notIn');
  const what = shares.map((share) => say(`team.share.${share}`)).join(', ');
  if (!accepted) return say('team.networks.asked');
  return what === '' ? say('team.networks.nameOnly') : say('team.networks.sees', { what });
}

interface NetworkRowProps extends NetworksProps {
  readonly network: NetworkHere;
  readonly again: () => void;
}

function NetworkRow({ cityId, network, edits, again }: NetworkRowProps) {
  const language = useLanguage();
  const { say } = language;
  const { me } = useStanding();
  const { id, name, shares, declined } = network;
  const params = { path: { cityId, networkId: id } };
  const shareWith = (chosen: readonly Share[]) =>
    client.PUT('/cities/{cityId}/shares/{networkId}', { params, body: { shares: [...chosen] } }).then(again);
  return (
    <li>
      <span className="row-what">
        <strong>{name}</strong>
        <span className="quiet small">{sharedWords(network, language)}</span>
        {declined && declined.reason !== null && (
          <span className="small">{say('team.networks.why', { reason: declined.reason })}</span>
        )}
        {me.networks.some((mine) => mine.id === id) && (
          <a className="small" href={networkAddress({ area: 'network', networkId: id })} onClick={followLink}>
            {say('team.networks.open', { name })}
          </a>
        )}
      </span>
      {edits && shares === undefined && (
        <span className="row-do">
          <Act
            words={say(declined ? 'team.networks.again' : 'team.networks.join')}
            about={name}
            act={() => shareWith([])}
          />
        </span>
      )}
      {edits && shares !== undefined && (
        <span className="row-do">
          <Form
            // What is ticked is what was kept.
            key={shares.join()}
            label={say('team.networks.shares', { name })}
            quiet
            submit={say('accounts.save')}
            send={(values) => shareWith(values.all('shares') as Share[])}
          >
            <Choices
              name="shares"
              legend={say('team.networks.shares', { name })}
              options={SHARES.map((share) => [share, say(`team.share.${share}`)])}
              checked={shares}
            />
          </Form>
          <Act
            words={say('team.networks.leave')}
            about={name}
            sure={say('team.networks.sure', { name })}
            act={() => client.DELETE('/cities/{cityId}/shares/{networkId}', { params }).then(again)}
          />
        </span>
      )}
    </li>
  );
}
