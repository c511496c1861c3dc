/** What is said of a row or cell: threads with answers, open until somebody settles them. */
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { client } from '../../shared/client/client.ts';
import { placeOf, placeParts, placesAmong } from '../../shared/rows/place.ts';
import { useCommenters } from '../../shared/saving/members.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { CELL_COLUMNS } from '../inventory-grid/columns.ts';
import { MAY, useRole } from '../workspace/me.tsx';
import { threadsAt, type Thread } from './marks-state.ts';
import type { RowPanelProps } from './row-panels.tsx';
import { useTalk, type Comment } from './talk-store.ts';
import { useMoment } from './words.ts';

type Cell = (typeof CELL_COLUMNS)[number];
const cellOf = (text: string | undefined): Cell | undefined => CELL_COLUMNS.find((each) => each === text);

export function RowComments(props: RowPanelProps) {
  const { cityId, documentId, place, rows } = props;
  const { say } = useLanguage();
  const [cell, setCell] = useState<Cell>();
  const mayComment = MAY.comment(useRole(cityId));
  const [answer, refresh] = useTalk(cityId, documentId);
  const post = usePost(props, refresh);
  if (answer.state === 'waiting') return <p role="status">{say('inventories.loading')}</p>;
  if (answer.state === 'failed') return <Trouble error={answer.error} onRetry={() => void refresh()} />;
  const threads = threadsAt(answer.talk.comments, place, placesAmong(rows));
  return (
    <div className="talk">
      {threads.length === 0 && <p className="quiet">{say('inventories.comments.none')}</p>}
      <ul className="threads">
        {threads.map((thread) => (
          <ThreadItem key={thread.first.id} thread={thread} post={post} {...{ cityId, mayComment, refresh }} />
        ))}
      </ul>
      {mayComment && (
        <CommentForm label={say('inventories.comments.new')} onSend={(body) => post(body, placeOf(place, cell))}>
          <CellChoice cell={cell} onChoose={setCell} />
        </CommentForm>
      )}
    </div>
  );
}

interface CellChoiceProps {
  readonly cell: Cell | undefined;
  readonly onChoose: (cell: Cell | undefined) => void;
}

/** Of what something is said: the whole row, or one of its cells. */
function CellChoice({ cell, onChoose }: CellChoiceProps) {
  const { say } = useLanguage();
  return (
    <label>
      {say('inventories.comments.about')}{' '}
      <select className="compact" value={cell ?? ''} onChange={({ target }) => onChoose(cellOf(target.value))}>
        <option value="">{say('inventories.comments.row')}</option>
        {CELL_COLUMNS.map((each) => (
          <option key={each} value={each}>
            {say(`grid.column.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

type Post = (body: string, place: string, replyTo?: Comment) => Promise<void>;

/** Say something at a place; an answer stands at the place of what is answered. */
function usePost({ cityId, documentId, version }: RowPanelProps, refresh: () => Promise<void>): Post {
  return async (body, place, replyTo) => {
    const about = { kind: 'inventory' as const, subjectId: documentId, version, place };
    await client.POST('/cities/{cityId}/comments', {
      params: { path: { cityId } },
      body: { ...about, body, ...(replyTo && { replyTo: replyTo.id }) },
    });
    await refresh();
  };
}

interface ThreadProps {
  readonly thread: Thread;
  readonly cityId: string;
  readonly mayComment: boolean;
  readonly post: Post;
  readonly refresh: () => Promise<void>;
}

function ThreadItem({ thread: { first, answers }, cityId, mayComment, post, refresh }: ThreadProps) {
  const { say } = useLanguage();
  const names = useCommenters(cityId, [first.resolvedBy, ...[first, ...answers].map(({ createdBy }) => createdBy)]);
  const [error, setError] = useState<unknown>();
  const isOpen = first.resolvedAt === null;
  const settle = async () => {
    try {
      const path = { cityId, commentId: first.id };
      await client.POST('/cities/{cityId}/comments/{commentId}/resolution', { params: { path } });
      await refresh();
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <li className="thread" data-open={isOpen}>
      <Said comment={first} name={names(first.createdBy)} />
      {answers.map((each) => (
        <Said key={each.id} comment={each} name={names(each.createdBy)} isAnswer />
      ))}
      {!isOpen && (
        <p className="small quiet">
          {say('inventories.comments.settledBy', { name: names(first.resolvedBy) ?? say('inventories.somebody') })}
        </p>
      )}
      {isOpen && mayComment && (
        <details className="answer">
          <summary>{say('inventories.comments.answer')}</summary>
          <CommentForm label={say('inventories.comments.answer')} onSend={(body) => post(body, first.place, first)} />
        </details>
      )}
      {isOpen && mayComment && (
        <button type="button" className="button compact" onClick={() => void settle()}>
          {say('inventories.comments.settle')}
        </button>
      )}
      {error !== undefined && <Trouble error={error} />}
    </li>
  );
}

function Said({ comment, name, isAnswer = false }: { comment: Comment; name: string | undefined; isAnswer?: boolean }) {
  const { say, phrase } = useLanguage();
  const moment = useMoment();
  const cell = isAnswer ? undefined : cellOf(placeParts(comment.place).column);
  return (
    <div className="said" data-answer={isAnswer}>
      <p className="small quiet">
        <strong>{name ?? say('inventories.somebody')}</strong> · {moment(comment.createdAt)} ·{' '}
        {say('inventories.version', { version: comment.version })}
        {cell && ` · ${say(`grid.column.${cell}`)}`}
      </p>
      <p className="said-text">{phrase(comment.body)}</p>
    </div>
  );
}

interface CommentFormProps {
  readonly label: string;
  readonly onSend: (body: string) => Promise<void>;
  readonly children?: ReactNode;
}

function CommentForm({ label, onSend, children }: CommentFormProps) {
  const { say } = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
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
    <form className="comment-form" onSubmit={(event) => void submit(event)}>
      {children}
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={2} maxLength={10_000} value={text} onChange={(event) => setText(event.target.value)} />
      {work.error !== undefined && <Trouble error={work.error} />}
      <button type="submit" className="button compact primary" disabled={work.busy || text.trim() === ''}>
        {say('inventories.comments.send')}
      </button>
    </form>
  );
}
