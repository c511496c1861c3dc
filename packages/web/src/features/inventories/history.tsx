/** The versions of an inventory: who, when, why; what each changed; and bringing one back as a new draft. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { client } from '../../shared/client/client.ts';
import { useNames } from '../../shared/saving/members.ts';
import { isWithdrawn, ofDocument, usePublications, type Publication } from '../../shared/saving/publications.ts';
import { StateMark } from '../../shared/saving/state-mark.tsx';
import { Trouble } from '../../shared/trouble.tsx';
import { Compared } from './compare.tsx';
import { NotedRecalculationView } from './noted-recalculation.tsx';
import { readRecalculationNote } from './recalculation-note.ts';
import { useVersions, YearSelect } from './version-choice.tsx';
import { versionDocument, type VersionHead } from './versions.ts';
import { useMoment } from './words.ts';
import type { YearColumn } from './years-state.ts';

interface HistoryProps {
  readonly cityId: string;
  readonly columns: readonly YearColumn[];
  readonly mayWrite: boolean;
  readonly onChanged: () => void;
}

export function History(props: HistoryProps) {
  const { columns } = props;
  const { say } = useLanguage();
  const [id, setId] = useState(columns.at(-1)!.id);
  const [open, setOpen] = useState(false);
  const column = columns.find((each) => each.id === id) ?? columns.at(-1)!;
  return (
    <details className="room" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{say('inventories.history')}</h2>
      </summary>
      {open && (
        <>
          {columns.length > 1 && (
            <p>
              <YearSelect
                label={say('inventories.year')}
                columns={columns}
                value={column.id}
                onChoose={(each) => setId(each.id)}
              />
            </p>
          )}
          <Versions {...props} column={column} />
        </>
      )}
    </details>
  );
}

interface VersionsProps extends HistoryProps {
  readonly column: YearColumn;
}

function Versions(props: VersionsProps) {
  const { say } = useLanguage();
  const { cityId, column } = props;
  const versions = useVersions(cityId, column);
  const { standing } = usePublications(cityId, column.id, column.version);
  const shown = standing.state === 'done' ? ofDocument(standing.value, column.id) : undefined;
  if (versions.state === 'waiting') return <p role="status">{say('inventories.loading')}</p>;
  if (versions.state === 'failed') return <Trouble error={versions.error} />;
  return (
    <ol className="versions">
      {versions.value.map((head) => (
        <VersionItem key={head.version} head={head} shown={shown} {...props} />
      ))}
    </ol>
  );
}

interface VersionItemProps extends VersionsProps {
  readonly head: VersionHead;
  /** Publications of this inventory that stand; undefined until they are known. */
  readonly shown: readonly Publication[] | undefined;
}

function VersionItem({ head, shown, cityId, column, mayWrite, onChanged }: VersionItemProps) {
  const { say, phrase } = useLanguage();
  const moment = useMoment();
  const names = useNames(cityId);
  const [open, setOpen] = useState(false);
  const { version, state, note, createdBy, createdAt } = head;
  const noted = readRecalculationNote(note);
  const key = { documentId: column.id, version };
  return (
    <li className="version-item">
      <p>
        <strong>{say('inventories.version', { version })}</strong>{' '}
        <StateMark state={state} kind="inventory" withdrawn={isWithdrawn(head, shown)} />{' '}
        <span className="quiet">
          {names(createdBy) ?? say('inventories.somebody')} · {moment(createdAt)}
        </span>
      </p>
      {note !== null && !noted && <p className="version-note">{phrase(note)}</p>}
      {noted && <NotedRecalculationView cityId={cityId} documentId={column.id} version={version} noted={noted} />}
      <p className="version-deeds">
        {version > 1 && !noted && (
          <button type="button" className="button compact" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say('inventories.history.changes')}
          </button>
        )}
        {mayWrite && version < column.version && <Restore {...{ cityId, column, version, onChanged }} />}
        <a
          className="small"
          href={`/api/v1/cities/${cityId}/inventories/${column.id}/workbook.xlsx?version=${version}`}
          download
        >
          XLSX
        </a>
      </p>
      {open && <Compared cityId={cityId} one={{ ...key, version: version - 1 }} other={key} />}
    </li>
  );
}

interface RestoreProps {
  readonly cityId: string;
  readonly column: YearColumn;
  readonly version: number;
  readonly onChanged: () => void;
}

/** An old version becomes the newest draft; nothing of what came between is lost. */
function Restore({ cityId, column, version, onChanged }: RestoreProps) {
  const { say } = useLanguage();
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  const restore = async () => {
    setWork({ busy: true });
    try {
      const document = { ...(await versionDocument(cityId, column.id, version)) };
      const note = say('inventories.history.restored', { version });
      await client.PUT('/cities/{cityId}/inventories/{documentId}', {
        params: { path: { cityId, documentId: column.id } },
        body: { basedOn: column.version, document, note },
      });
      onChanged();
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return (
    <>
      <button type="button" className="button compact" disabled={work.busy} onClick={() => void restore()}>
        {say('inventories.history.restore')}
      </button>
      {work.error !== undefined && <Trouble error={work.error} />}
    </>
  );
}
