/** Networks: which the city is in, and what each of them sees. */
import { useLanguage } from '../../../i18n/context.tsx';
import type { Say } from '../../../i18n/messages.ts';
import { client } from '../../../shared/client/client.ts';
import { Act } from '../form/act.tsx';
import { Choices } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
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
function sharedWords({ shares, accepted }: NetworkHere, say: Say): string {
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
  const { say } = useLanguage();
  const { id, name, shares } = network;
  const params = { path: { cityId, networkId: id } };
  const shareWith = (chosen: readonly Share[]) =>
    client.PUT('/cities/{cityId}/shares/{networkId}', { params, body: { shares: [...chosen] } }).then(again);
  const seen = sharedWords(network, say);
  return (
    <li>
      <span className="row-what">
        <strong>{name}</strong>
        <span className="quiet small">{seen}</span>
      </span>
      {edits && shares === undefined && (
        <span className="row-do">
          <Act words={say('team.networks.join')} about={name} act={() => shareWith([])} />
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
