/** Who works in a network, in which role; inviting others; its name. */
import { useLanguage } from '../../i18n/context.tsx';
import { client } from '../../shared/client/client.ts';
import { useCountryNames } from '../../shared/country-names.ts';
import { navigate } from '../../shared/router.ts';
import { Act } from '../accounts/form/act.tsx';
import { Field } from '../accounts/form/fields.tsx';
import { Form } from '../accounts/form/form.tsx';
import { dayIn } from '../accounts/moments.ts';
import { LoadedList, Section } from '../accounts/section.tsx';
import { useStanding } from '../workspace/me.tsx';
import { WORKSPACE_ADDRESS } from '../workspace/routes.ts';
import { Invitations } from './invitations.tsx';
import { loadPeople, type Person } from './people-names.ts';
import { MAY_IN_NETWORK, type MyNetwork } from './my-network.ts';

export default function People({ network }: { network: MyNetwork }) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const isDemo = me.mode === 'demo';
  const edits = MAY_IN_NETWORK.edit(network) && !isDemo;
  return (
    <div className="team-page">
      <h1>{say('room.people')}</h1>
      {isDemo && <p className="notice info">{say('room.people.demo')}</p>}
      <Section title={say('room.people.here')} text={say('room.people.text')}>
        <LoadedList name={`people-of:${network.id}`} load={() => loadPeople(network.id)} none={say('room.people.none')}>
          {(people, again) => (
            <ul className="rows">
              {people.map((person) => (
                <PersonRow key={person.userId} network={network} person={person} edits={edits} again={again} />
              ))}
            </ul>
          )}
        </LoadedList>
      </Section>
      {edits && <Invitations network={network} />}
      {edits && <Rename network={network} />}
    </div>
  );
}

interface PersonRowProps {
  readonly network: MyNetwork;
  readonly person: Person;
  readonly edits: boolean;
  readonly again: () => void;
}

function PersonRow({ network, person, edits, again }: PersonRowProps) {
  const { say, locale } = useLanguage();
  const nameOf = useCountryNames();
  const { me, refresh } = useStanding();
  const { userId, name, role, country, since } = person;
  const isMe = userId === me.user?.id;
  const end = async () => {
    await client.DELETE('/networks/{networkId}/members/{userId}', {
      params: { path: { networkId: network.id, userId } },
    });
    if (!isMe) return again();
    await refresh();
    navigate(WORKSPACE_ADDRESS);
  };
  return (
    <li>
      <span className="row-what">
        <strong>{name}</strong> {isMe && <span className="state-mark">{say('team.you')}</span>}
        <span className="quiet small">
          {say(`workspace.role.${role}`)}
          {country !== null && `, ${nameOf(country)}`} · {say('team.since', { day: dayIn(locale, since) })}
        </span>
      </span>
      {edits && (
        <span className="row-do">
          <Act
            words={say('room.people.end')}
            about={name}
            sure={isMe ? say('room.people.leave') : say('room.people.sure', { name })}
            act={end}
          />
        </span>
      )}
    </li>
  );
}

function Rename({ network }: { network: MyNetwork }) {
  const { say } = useLanguage();
  const { refresh } = useStanding();
  return (
    <Section title={say('room.rename')}>
      <Form
        key={network.name}
        label={say('room.rename')}
        quiet
        submit={say('room.rename.do')}
        send={async (values) => {
          const params = { path: { networkId: network.id } };
          await client.PATCH('/networks/{networkId}', { params, body: { name: values.text('name').trim() } });
          await refresh();
        }}
      >
        <Field name="name" label={say('room.rename')} defaultValue={network.name} maxLength={200} />
      </Form>
    </Section>
  );
}
