/** Inviting people: a link for each, to be handed on, since there is no mail server. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { client, data } from '../../../shared/client/client.ts';
import { Field } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Once } from '../form/once.tsx';
import { LoadedList, Section } from '../section.tsx';
import { InvitationRow } from './invitation-row.tsx';
import { loadInvitations, type Invitation, type Role } from './lists.ts';
import { RoleChoice } from './members.tsx';

interface InvitationsProps {
  readonly cityId: string;
}

const revoke = ({ cityId, id }: Invitation) =>
  client.DELETE('/cities/{cityId}/invitations/{invitationId}', { params: { path: { cityId, invitationId: id } } });

export function Invitations({ cityId }: InvitationsProps) {
  const { say } = useLanguage();
  const [made, setMade] = useState<{ readonly email: string; readonly link: string }>();
  return (
    <Section title={say('team.invitations')} text={say('team.invitations.text')}>
      <LoadedList
        name={`invitations:${cityId}`}
        load={() => loadInvitations(cityId)}
        none={say('team.invitations.none')}
      >
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
                const body = { email: values.text('email').trim(), role: values.text('role') as Role };
                const params = { path: { cityId } };
                const { link } = await data(client.POST('/cities/{cityId}/invitations', { params, body }));
                if (link !== null) setMade({ email: body.email, link });
                again();
              }}
            >
              <div className="field-row">
                <Field
                  name="email"
                  label={say('accounts.email')}
                  type="email"
                  autoComplete="off"
                  autoCapitalize="off"
                />
                <RoleChoice label={say('team.role')} chosen="editor" />
              </div>
            </Form>
            <ul className="rows">
              {invitations.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  role={say(`workspace.role.${invitation.role}`)}
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
