/** The log of the city: who did what and when, newest first; and whether the chain of entries is whole. */
import { useEffect, useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { client, data, type Schemas } from '../../../shared/client/client.ts';
import { useLoaded } from '../../../shared/loading.ts';
import { Trouble } from '../../../shared/trouble.tsx';
import { useStanding } from '../../workspace/me.tsx';
import { Act } from '../form/act.tsx';
import { momentIn } from '../moments.ts';
import { Section } from '../section.tsx';
import { loadMembers } from './lists.ts';
import { actorOf, deedOf, type Names } from './log-words.ts';

type Entry = Schemas['AuditEntry'];
const SHOWN = 20;

interface LogPage {
  readonly items: readonly Entry[];
  readonly next: string | null;
}

async function loadPage(cityId: string, cursor?: string): Promise<LogPage> {
  const query = { order: 'newest' as const, limit: SHOWN, ...(cursor !== undefined && { cursor }) };
  return data(client.GET('/cities/{cityId}/audit', { params: { path: { cityId }, query } })) as Promise<LogPage>;
}

interface LogProps {
  readonly cityId: string;
  /** Changes made on this page: each stands in the log. */
  readonly changes: number;
}

export function Log({ cityId, changes }: LogProps) {
  const { say } = useLanguage();
  const [first, again] = useLoaded(`log:${cityId}:${changes}`, () => loadPage(cityId));
  const [people] = useLoaded(`log-names:${cityId}:${changes}`, () => loadMembers(cityId));
  const { me } = useStanding();
  const members = people.state === 'done' ? people.value : [];
  const names = new Map([
    ...members.map(({ userId, name }) => [userId, name] as const),
    ...(me.user ? [[me.user.id, me.user.name] as const] : []),
  ]);
  return (
    <Section title={say('team.log')} text={say('team.log.text')}>
      <ChainCheck cityId={cityId} />
      {first.state === 'waiting' && <p role="status">{say('workspace.loading')}</p>}
      {first.state === 'failed' && <Trouble error={first.error} onRetry={again} />}
      {first.state === 'done' && <Entries cityId={cityId} first={first.value} names={names} />}
    </Section>
  );
}

interface EntriesProps {
  readonly cityId: string;
  readonly first: LogPage;
  readonly names: Names;
}

function Entries({ cityId, first, names }: EntriesProps) {
  const { say, locale, catalogue } = useLanguage();
  const [pages, setPages] = useState<readonly LogPage[]>([first]);
  useEffect(() => setPages([first]), [first]);
  const next = pages.at(-1)!.next;
  return (
    <>
      <ol className="log" reversed>
        {pages
          .flatMap(({ items }) => items)
          .map((entry) => (
            <li key={entry.seq}>
              <time dateTime={entry.at}>{momentIn(locale, entry.at)}</time>{' '}
              <strong>{actorOf(entry, names, say)}</strong> {deedOf(entry, names, say, catalogue)}
            </li>
          ))}
      </ol>
      {next !== null && (
        <Act
          className="button"
          words={say('team.log.older')}
          act={async () => {
            const page = await loadPage(cityId, next);
            setPages((before) => [...before, page]);
          }}
        />
      )}
    </>
  );
}

/** Each entry carries a hash over the one before: whether all of them still fit. */
function ChainCheck({ cityId }: { readonly cityId: string }) {
  const { say } = useLanguage();
  const [check, setCheck] = useState<Schemas['AuditCheck']>();
  return (
    <div className="chain">
      <Act
        words={say('team.log.check')}
        act={async () =>
          setCheck(await data(client.GET('/cities/{cityId}/audit/check', { params: { path: { cityId } } })))
        }
      />
      <p role="status" className="small">
        {check &&
          (check.sound
            ? say('team.log.sound', { count: check.entries ?? 0 })
            : say('team.log.broken', { number: check.at ?? 1 }))}
      </p>
    </div>
  );
}
