/** What a validator asks a city about a document, and what the city answers: its own comments, where it shares them. */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { client, everything, type DocumentKind, type Schemas } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { placeParts } from '../../shared/rows/place.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { dayIn } from '../accounts/moments.ts';
import { usePeople } from './people-names.ts';
import type { City } from './query.ts';
import { MAY_IN_NETWORK, type MyNetwork } from './my-network.ts';

type Comment = Schemas['Comment'];

/** A row that somebody wants to ask about. `at` tells two presses apart. */
export interface Asked {
  readonly place: string;
  readonly name: string;
  readonly at: number;
}

/** Whether the table of rights and the city's share let this person comment. The server has the last word. */
export const mayAsk = (network: MyNetwork, { acceptedAt, shares }: City): boolean =>
  MAY_IN_NETWORK.validate(network) && acceptedAt !== null && shares.includes('comment');

interface QuestionsProps {
  readonly network: MyNetwork;
  readonly city: City;
  readonly about: { readonly kind: DocumentKind; readonly subjectId: string; readonly version: number };
  /** What a row is called; undefined where it is not there any more. */
  readonly nameOf: (row: string) => string | undefined;
  readonly asked?: Asked | undefined;
  readonly onClear?: () => void;
}

export function Questions(props: QuestionsProps) {
  const { say } = useLanguage();
  const { network, city } = props;
  if (city.acceptedAt === null) return null;
  return (
    <div className="room-questions">
      <h3>{say('room.questions')}</h3>
      {!MAY_IN_NETWORK.validate(network) ? (
        <p className="quiet">{say('room.questions.role')}</p>
      ) : mayAsk(network, city) ? (
        <Thread {...props} />
      ) : (
        <p className="quiet">{say('room.questions.hidden')}</p>
      )}
    </div>
  );
}

function Thread({ network, city, about, nameOf, asked, onClear }: QuestionsProps) {
  const { say } = useLanguage();
  const { cityId } = city;
  const { kind, subjectId } = about;
  const [loaded, again] = useLoaded(`asked:${subjectId}`, () =>
    everything<Comment>((query) =>
      client.GET('/cities/{cityId}/comments', { params: { path: { cityId }, query: { ...query, kind, subjectId } } }),
    ),
  );
  const [kept, setKept] = useState<readonly Comment[]>();
  if (loaded.state === 'done' && loaded.value !== kept) setKept(loaded.value);
  const send = async (body: string, place: string, replyTo?: string) => {
    const comment = { ...about, body, place, ...(replyTo !== undefined && { replyTo }) };
    await client.POST('/cities/{cityId}/comments', { params: { path: { cityId } }, body: comment });
    again();
  };
  const firsts = (kept ?? []).filter(({ replyTo }) => replyTo === null);
  return (
    <>
      <p className="quiet">{say('room.questions.text')}</p>
      {loaded.state === 'failed' && <Trouble error={loaded.error} onRetry={again} />}
      {kept === undefined && loaded.state === 'waiting' && <p role="status">{say('workspace.loading')}</p>}
      {kept?.length === 0 && <p>{say('room.questions.none')}</p>}
      <ul className="room-threads">
        {firsts.map((first) => (
          <li key={first.id}>
            <p className="small quiet">{placeWords(first.place, nameOf) ?? say('room.questions.whole')}</p>
            {[first, ...kept!.filter(({ replyTo }) => replyTo === first.id)].map((comment) => (
              <One key={comment.id} comment={comment} network={network} />
            ))}
            {first.resolvedAt === null && (
              <Ask label={say('room.questions.reply')} quiet onSend={(body) => send(body, first.place, first.id)} />
            )}
          </li>
        ))}
      </ul>
      <Ask
        label={asked ? say('room.questions.about', { place: asked.name }) : say('room.questions.write')}
        focus={asked?.at}
        onSend={(body) => send(body, asked?.place ?? '').then(() => onClear?.())}
      />
    </>
  );
}

/** What a comment stands at: the row's name, else its reference where the place says that. */
function placeWords(place: string, nameOf: QuestionsProps['nameOf']): string | undefined {
  if (place === '') return undefined;
  const { row } = placeParts(place);
  return nameOf(row) ?? (row.includes('/') ? row.slice(0, row.indexOf('/')) : undefined);
}

function One({ comment, network }: { comment: Comment; network: MyNetwork }) {
  const { say, locale } = useLanguage();
  const nameOf = usePeople(network.id);
  const { createdBy, createdAt, version, resolvedAt } = comment;
  return (
    <div className={resolvedAt === null ? 'room-comment' : 'room-comment settled'}>
      <p className="small quiet">
        {nameOf(createdBy) ?? say('room.questions.someone')} ·{' '}
        {say('room.questions.version', { version, day: dayIn(locale, createdAt) })}
        {resolvedAt !== null && ` · ${say('room.questions.resolved')}`}
      </p>
      <p className="comment-body">{comment.body}</p>
    </div>
  );
}

interface AskProps {
  readonly label: string;
  readonly quiet?: boolean;
  /** A new value moves the keyboard here. */
  readonly focus?: number | undefined;
  readonly onSend: (body: string) => Promise<void>;
}

function Ask({ label, quiet, focus, onSend }: AskProps) {
  const { say } = useLanguage();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  useEffect(() => {
    if (focus !== undefined) field.current?.focus();
  }, [focus]);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (work.busy || text.trim() === '') return;
    setWork({ busy: true });
    try {
      await onSend(text.trim());
      setText('');
      setWork({ busy: false });
    } catch (error) {
      // What was written stays in the field.
      setWork({ busy: false, error });
    }
  };
  return (
    <form className="room-ask" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        rows={quiet ? 1 : 3}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p>
        <button
          type="submit"
          className={quiet ? 'button compact' : 'button'}
          aria-disabled={work.busy || text.trim() === ''}
        >
          {say('room.questions.send')}
        </button>
      </p>
      {work.error !== undefined && <Trouble error={work.error} onRetry={() => void submit()} />}
    </form>
  );
}
