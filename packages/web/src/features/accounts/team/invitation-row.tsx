/** An invitation in a list, into a city or a network: to whom, how it stands, and taking it back. */
import type { ReactNode } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { Act } from '../form/act.tsx';
import { dayIn } from '../moments.ts';
import { invitationState, type Invitation } from './lists.ts';

interface InvitationRowProps {
  readonly invitation: Pick<Invitation, 'email' | 'expiresAt' | 'acceptedAt' | 'revokedAt'>;
  /** As what. */
  readonly role: ReactNode;
  readonly revoke: () => Promise<unknown>;
}

export function InvitationRow({ invitation, role, revoke }: InvitationRowProps) {
  const { say, locale } = useLanguage();
  const { email, expiresAt } = invitation;
  const state = invitationState(invitation, Date.now());
  return (
    <li>
      <span className="row-what">
        <strong>{email}</strong>
        <span className="quiet small">
          {role} · {say(`team.invitation.${state}`, { day: dayIn(locale, expiresAt) })}
        </span>
      </span>
      {state === 'open' && (
        <span className="row-do">
          <Act
            words={say('team.invitations.revoke')}
            about={email}
            sure={say('team.invitations.sure', { email })}
            act={revoke}
          />
        </span>
      )}
    </li>
  );
}
