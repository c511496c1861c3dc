/** What people say about a place of the plan, and a way to answer. */
import { useCallback, useId, useMemo, useState, type FormEvent } from 'react';
import { dateFormat } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/context.tsx';
import { client, data, everything, type Schemas } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { useCommenters } from '../../shared/saving/members.ts';
import { Trouble } from '../../shared/trouble.tsx';

type Comment = Schemas['Comment'];

/** Comments on one plan. */
export interface Thread {
  readonly comments: readonly Comment[];
  readonly error: unknown;
  readonly nameOf: (userId: string | null) => string | undefined;
  readonly mayComment: boolean;
  /** @throws {ApiError} */
  add(place: string, body: string): Promise<void>;
  resolve(id: string): Promise<void>;
}

interface ThreadOptions {
  readonly cityId: string;
  readonly documentId: string;
  /** The version that comments are made on. */
  readonly version: number;
  readonly mayComment: boolean;
}

export function useThread({ cityId, documentId, version, mayComment }: ThreadOptions): Thread {
  const [round, setRound] = useState(0);
  const [loaded] = useLoaded(`comments:${documentId}:${round}`, () =>
    everything((query) =>
      client.GET('/cities/{cityId}/comments', {
        params: { path: { cityId }, query: { ...query, kind: 'plan', subjectId: documentId } },
      }),
    ),
  );
  const [kept, setKept] = useState<readonly Comment[]>([]);
  if (loaded.state === 'done' && loaded.value !== kept) setKept(loaded.value);
  const nameOf = useCommenters(
    cityId,
    kept.map(({ createdBy }) => createdBy),
  );
  const again = useCallback(() => setRound((count) => count + 1), []);
  const error = loaded.state === 'failed' ? loaded.error : undefined;
  return useMemo(
    () => ({
      comments: kept,
      error,
      nameOf,
      mayComment,
      add: async (place, body) => {
        const about = { kind: 'plan', subjectId: documentId, version, place, body } as const;
        await data(client.POST('/cities/{cityId}/comments', { params: { path: { cityId } }, body: about }));
        again();
      },
      resolve: async (commentId) => {
        const params = { path: { cityId, commentId } };
        await client.POST('/cities/{cityId}/comments/{commentId}/resolution', { params });
        again();
      },
    }),
    [kept, error, nameOf, mayComment, cityId, documentId, version, again],
  );
}

/** Comments on a place that are not settled. */
export const openAt = ({ comments }: Thread, place: string): number =>
  comments.filter((comment) => comment.place === place && comment.resolvedAt === null).length;

export function Comments({ thread, place }: { thread: Thread; place: string }) {
  const { say } = useLanguage();
  const here = thread.comments.filter((comment) => comment.place === place);
  return (
    <section aria-labelledby="comments-title">
      <h3 id="comments-title">{say('desk.comments')}</h3>
      {thread.error !== undefined && <Trouble error={thread.error} />}
      <ul className="comments">
        {here.map((comment) => (
          <OneComment key={comment.id} comment={comment} thread={thread} />
        ))}
      </ul>
      {thread.mayComment && <Say thread={thread} place={place} />}
    </section>
  );
}

function OneComment({ comment, thread }: { comment: Comment; thread: Thread }) {
  const { say, locale, phrase } = useLanguage();
  const when = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const isSettled = comment.resolvedAt !== null;
  const [error, setError] = useState<unknown>();
  return (
    <li className={isSettled ? 'comment settled' : 'comment'}>
      <p className="small quiet">
        {thread.nameOf(comment.createdBy) ?? say('conflict.somebody')} · {when.format(new Date(comment.createdAt))}
        {isSettled && ` · ${say('desk.comment.settled')}`}
      </p>
      <p className="comment-body">{phrase(comment.body)}</p>
      {!isSettled && thread.mayComment && (
        <button
          type="button"
          className="button plain compact"
          onClick={() => void thread.resolve(comment.id).catch(setError)}
        >
          {say('desk.comment.settle')}
        </button>
      )}
      {error !== undefined && !isSettled && <Trouble error={error} />}
    </li>
  );
}

function Say({ thread, place }: { thread: Thread; place: string }) {
  const { say } = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWork({ busy: true });
    try {
      await thread.add(place, text.trim());
      setText('');
      setWork({ busy: false });
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return (
    <form className="add-form" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>{say('desk.comment.new')}</label>
      <textarea id={id} rows={2} maxLength={10_000} value={text} onChange={(event) => setText(event.target.value)} />
      {work.error !== undefined && <Trouble error={work.error} />}
      <button type="submit" className="button compact" disabled={work.busy || text.trim() === ''}>
        {say('desk.comment.send')}
      </button>
    </form>
  );
}
