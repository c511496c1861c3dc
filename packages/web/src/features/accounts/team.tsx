/** Who works in a city and with whom it shares: members, invitations, networks, programs, webhooks, the log, and a copy of all. */
import { useCallback, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { MAY, useRole, useStanding } from '../workspace/me.tsx';
import { client } from '../../shared/client/client.ts';
import { Act } from './form/act.tsx';
import { ChangeContext, Section } from './section.tsx';
import { Invitations } from './team/invitations.tsx';
import { Log } from './team/log.tsx';
import { Members } from './team/members.tsx';
import { Networks } from './team/networks.tsx';
import { Programs } from './team/programs.tsx';
import { Webhooks } from './team/webhooks.tsx';
import '../../styles/accounts.css';

export interface TeamProps {
  readonly cityId: string;
}

export default function Team({ cityId }: TeamProps) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const role = useRole(cityId);
  const isDemo = me.mode === 'demo';
  const manages = MAY.manage(role) && !isDemo;
  const [changes, setChanges] = useState(0);
  const changed = useCallback(() => setChanges((count) => count + 1), []);
  return (
    <ChangeContext value={changed}>
      <div className="team-page">
        <h1>{say('workspace.nav.team')}</h1>
        {isDemo && <p className="notice info">{say('team.demo')}</p>}
        {!isDemo && !manages && <p className="quiet">{say('team.readOnly')}</p>}
        <Members cityId={cityId} manages={manages} />
        {manages && <Invitations cityId={cityId} />}
        <Networks cityId={cityId} edits={MAY.manage(role)} />
        <Programs cityId={cityId} manages={manages} />
        {MAY.manage(role) && <Webhooks cityId={cityId} edits={manages} />}
        {(MAY.manage(role) || role === 'reviewer') && <Log cityId={cityId} changes={changes} />}
        <Section title={say('team.export')} text={say('team.export.text')}>
          <Act
            className="button"
            words={say('team.export.do')}
            act={async () => {
              // Whether it may be had is asked by a call, since a file that is refused would be saved as one.
              await client.GET('/me/recent-sign-in');
              window.location.assign(`/api/v1/cities/${cityId}/export`);
            }}
          />
        </Section>
      </div>
    </ChangeContext>
  );
}
