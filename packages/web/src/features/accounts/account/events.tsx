/** For administrators: who signed in, who failed to, what was refused, newest first. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { hasKey } from '../../../i18n/messages.ts';
import { client, data, type Schemas } from '../../../shared/client/client.ts';
import { Act } from '../form/act.tsx';
import { momentIn } from '../moments.ts';

type Event = Schemas['SecurityEvent'];
const SHOWN = 30;

interface EventPage {
  readonly items: readonly Event[];
  readonly next: string | null;
}

async function loadPage(cursor?: string): Promise<EventPage> {
  const query = { limit: SHOWN, ...(cursor !== undefined && { cursor }) };
  return (await data(client.GET('/accounts/events', { params: { query } }))) as EventPage;
}

interface EventsProps {
  /** Id → name, of the accounts that are shown. */
  readonly names: ReadonlyMap<string, string>;
}

/** Loaded when it is asked for: most visits to the account do not want it. */
export function Events({ names }: EventsProps) {
  const { say } = useLanguage();
  const [pages, setPages] = useState<readonly EventPage[]>([]);
  const next = pages.at(-1)?.next;
  const more = async () => {
    const page = await loadPage(next ?? undefined);
    setPages((before) => [...before, page]);
  };
  return (
    <>
      <ol className="log" reversed>
        {pages
          .flatMap(({ items }) => items)
          .map((event) => (
            <EventLine key={event.id} event={event} names={names} />
          ))}
      </ol>
      {next !== null && (
        <Act
          className="button"
          words={say(next === undefined ? 'accounts.events.show' : 'team.log.older')}
          act={more}
        />
      )}
    </>
  );
}

function EventLine({ event, names }: EventsProps & { readonly event: Event }) {
  const { say, locale, catalogue } = useLanguage();
  const { at, event: name, outcome, userId, address } = event;
  const wanted = `accounts.event.${name.replaceAll('/', '.')}`;
  return (
    <li>
      <time dateTime={at}>{momentIn(locale, at)}</time>{' '}
      <strong>
        {userId === null ? say('accounts.events.nobody') : (names.get(userId) ?? say('accounts.events.somebody'))}
      </strong>{' '}
      {hasKey(catalogue, wanted) ? say(wanted) : name} · {say(`accounts.events.${outcome}`)}
      {address !== null && ` · ${address}`}
    </li>
  );
}
