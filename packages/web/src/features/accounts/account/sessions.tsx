/** Where I am signed in; ending one, or all others. */
import { useLanguage } from '../../../i18n/context.tsx';
import { client, everything, type Schemas } from '../../../shared/client/client.ts';
import { useStanding } from '../../workspace/me.tsx';
import { Act } from '../form/act.tsx';
import { deviceOf, momentIn } from '../moments.ts';
import { LoadedList, Section } from '../section.tsx';

type Session = Schemas['Session'];

const load = () => everything<Session>((query) => client.GET('/me/sessions', { params: { query } }) as never);

export function Sessions() {
  const { say } = useLanguage();
  return (
    <Section title={say('accounts.sessions')} text={say('accounts.sessions.text')}>
      <LoadedList name="sessions" load={load} none="">
        {(sessions, again) => (
          <>
            <ul className="rows">
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} again={again} />
              ))}
            </ul>
            {sessions.length > 1 && (
              <Act
                className="button"
                words={say('accounts.sessions.endOthers')}
                sure={say('accounts.sessions.sure')}
                act={() => client.DELETE('/me/sessions').then(again)}
              />
            )}
          </>
        )}
      </LoadedList>
    </Section>
  );
}

function SessionRow({ session, again }: { readonly session: Session; readonly again: () => void }) {
  const { say, locale } = useLanguage();
  const { refresh } = useStanding();
  const { id, current, createdAt, updatedAt, ipAddress, userAgent } = session;
  const device = deviceOf(userAgent, say);
  return (
    <li>
      <span className="row-what">
        <strong>{device}</strong> {current && <span className="state-mark">{say('accounts.sessions.this')}</span>}
        <span className="quiet small">
          {say('accounts.sessions.since', { begun: momentIn(locale, createdAt), used: momentIn(locale, updatedAt) })}
          {ipAddress !== null && ipAddress !== '' && ` · ${ipAddress}`}
        </span>
      </span>
      {!current && (
        <span className="row-do">
          <Act
            words={say('accounts.sessions.end')}
            about={device}
            act={async () => {
              await client.DELETE('/me/sessions/{sessionId}', { params: { path: { sessionId: id } } });
              again();
              await refresh();
            }}
          />
        </span>
      )}
    </li>
  );
}
