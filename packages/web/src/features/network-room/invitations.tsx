/** Inviting people into a network: a link for each, to be handed on, since there is no mail server. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { client, data, everything, type Schemas } from '../../shared/client/client.ts';
import { useCountryNames } from '../../shared/country-names.ts';
import { Choice, Field } from '../accounts/form/fields.tsx';
import { Form } from '../accounts/form/form.tsx';
import { Once } from '../accounts/form/once.tsx';
import { LoadedList, Section } from '../accounts/section.tsx';
import { InvitationRow } from '../accounts/team/invitation-row.tsx';
import type { NetworkRole } from './people-names.ts';
import type { MyNetwork } from './my-network.ts';

type Invitation = Schemas['NetworkInvitation'];

const ROLES: readonly NetworkRole[] = ['secretariat', 'national-coordinator', 'validator'];

const load = (networkId: string) =>
  everything<Invitation>((query) =>
    client.GET('/networks/{networkId}/invitations', { params: { path: { networkId }, query } }),
  );

const revoke = ({ networkId, id }: Invitation) =>
  client.DELETE('/networks/{networkId}/invitations/{invitationId}', {
    params: { path: { networkId, invitationId: id } },
  });

export function Invitations({ network }: { network: MyNetwork }) {
  const { say } = useLanguage();
  const nameOf = useCountryNames();
  const roleOf = ({ role, country }: Invitation) =>
    say(`workspace.role.${role}`) + (country === null ? '' : `, ${nameOf(country)}`);
  const [made, setMade] = useState<{ readonly email: string; readonly link: string }>();
  const networkId = network.id;
  return (
    <Section title={say('room.invitations')} text={say('room.invitations.text')}>
      <LoadedList name={`invited:${networkId}`} load={() => load(networkId)} none={say('room.invitations.none')}>
        {(invitations, again) => (
          <>
            {made && (
              <Once
                label={say('team.invitations.link', { email: made.email })}
                value={made.link}
                onDone={() => setMade(undefined)}
              />
            )}
            <Form
              label={say('team.invitations.add')}
              quiet
              clears
              submit={say('team.invitations.add')}
              send={async (values) => {
                const country = values.text('country').trim().toUpperCase();
                const role = values.text('role') as NetworkRole;
                const email = values.text('email').trim();
                const body = { email, role, ...(country !== '' && { country }) };
                const params = { path: { networkId } };
                const { link } = await data(client.POST('/networks/{networkId}/invitations', { params, body }));
                if (link !== null) setMade({ email, link });
                again();
              }}
            >
              <InvitationFields />
            </Form>
            <ul className="rows">
              {invitations.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  role={roleOf(invitation)}
                  revoke={() => revoke(invitation).then(again)}
                />
              ))}
            </ul>
          </>
        )}
      </LoadedList>
    </Section>
  );
}

function InvitationFields() {
  const { say } = useLanguage();
  return (
    <div className="field-row">
      <Field name="email" label={say('accounts.email')} type="email" autoComplete="off" autoCapitalize="off" />
      <Choice
        name="role"
        label={say('team.role')}
        defaultValue="validator"
        options={ROLES.map((role) => [role, say(`room.role.${role}`)])}
      />
      <Field
        name="country"
        label={say('room.people.country')}
        hint={say('room.people.countryHint')}
        required={false}
        maxLength={3}
        autoComplete="off"
      />
    </div>
  );
}
