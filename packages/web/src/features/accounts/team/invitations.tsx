/** Inviting people: a link for each, to be handed on, since there is no mail server. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { client, data } from '../../../shared/client/client.ts';
import { Act } from '../form/act.tsx';
import { Field } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Once } from '../form/once.tsx';
import { dayIn } from '../moments.ts';
import { LoadedList, Section } from '../section.tsx';
import { invitationState, loadInvitations, type Invitation, type Role } from './lists.ts';
import { RoleChoice } from './members.tsx';

interface InvitationsProps {
  readonly cityId: string;
}

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
                <InvitationRow key={invitation.id} invitation={invitation} again={again} />
              ))}
            </ul>
          </>
        )}
      </LoadedList>
    </Section>
  );
}

function InvitationRow({ invitation, again }: { readonly invitation: Invitation; readonly again: () => void }) {
  const { say, locale } = useLanguage();
  const { cityId, id, email, role, expiresAt } = invitation;
  const state = invitationState(invitation, Date.now());
  const params = { path: { cityId, invitationId: id } };
  return (
    <li>
      <span className="row-what">
        <strong>{email}</strong>
        <span className="quiet small">
          {say(`workspace.role.${role}`)} · {say(`team.invitation.${state}`, { day: dayIn(locale, expiresAt) })}
        </span>
      </span>
      {state === 'open' && (
        <span className="row-do">
          <Act
            words={say('team.invitations.revoke')}
            about={email}
            sure={say('team.invitations.sure', { email })}
            act={() => client.DELETE('/cities/{cityId}/invitations/{invitationId}', { params }).then(again)}
          />
        </span>
      )}
    </li>
  );
}
