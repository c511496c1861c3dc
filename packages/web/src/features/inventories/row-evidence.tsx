/** The files behind a row or cell: kept, downloaded, replaced. None is ever shown as a page. */
import { useId, useState, type ChangeEvent } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { ApiError } from '../../shared/api.ts';
import { placesAmong } from '../../shared/rows/place.ts';
import { useNames } from '../../shared/saving/members.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { MAY, useRole } from '../workspace/me.tsx';
import { filesAt, type KeptFile } from './marks-state.ts';
import type { RowPanelProps } from './row-panels.tsx';
import { useTalk, type Evidence } from './talk-store.ts';
import { EVIDENCE_TYPES, LARGEST_EVIDENCE, uploadEvidence } from './upload.ts';
import { useFileSize, useMoment } from './words.ts';

export function RowEvidence(props: RowPanelProps) {
  const { cityId, documentId, place, rows } = props;
  const { say } = useLanguage();
  const mayWrite = MAY.write(useRole(cityId));
  const [answer, refresh] = useTalk(cityId, documentId);
  const { send, work } = useSending(props, refresh);
  if (answer.state === 'waiting') return <p role="status">{say('inventories.loading')}</p>;
  if (answer.state === 'failed') return <Trouble error={answer.error} onRetry={() => void refresh()} />;
  const files = filesAt(answer.talk.evidence, place, placesAmong(rows));
  return (
    <div className="evidence">
      {files.length === 0 && <p className="quiet">{say('inventories.evidence.none')}</p>}
      <ul className="files">
        {files.map((kept) => (
          <FileItem key={kept.file.id} kept={kept} {...{ cityId, mayWrite, send }} busy={work.busy} />
        ))}
      </ul>
      {mayWrite && (
        <>
          <FileButton label={say('inventories.evidence.add')} busy={work.busy} onFile={(file) => void send(file)} />
          <p className="small quiet">{say('inventories.evidence.kinds')}</p>
        </>
      )}
      <p role="status" className="small">
        {work.busy && say('inventories.evidence.sending')}
      </p>
      {work.error !== undefined && <Trouble error={work.error} />}
    </div>
  );
}

type Send = (file: File, supersedes?: Evidence) => Promise<void>;

function useSending({ cityId, documentId, place }: RowPanelProps, refresh: () => Promise<void>) {
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  const send: Send = async (file, supersedes) => {
    setWork({ busy: true });
    try {
      // Said before a slow line has carried it for nothing.
      if (file.size > LARGEST_EVIDENCE) throw new ApiError('too-large', 413, file.name);
      const about = { cityId, documentId, place: supersedes?.place ?? place };
      await uploadEvidence(about, file, supersedes?.id);
      await refresh();
      setWork({ busy: false });
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return { send, work };
}

interface FileItemProps {
  readonly kept: KeptFile;
  readonly cityId: string;
  readonly mayWrite: boolean;
  readonly busy: boolean;
  readonly send: Send;
}

function FileItem({ kept: { file, replaced }, cityId, mayWrite, busy, send }: FileItemProps) {
  const { say } = useLanguage();
  return (
    <li className="file">
      <FileLine file={file} cityId={cityId} />
      {replaced.length > 0 && (
        <details>
          <summary>{say('inventories.evidence.replaced', { count: replaced.length })}</summary>
          {replaced.map((old) => (
            <FileLine key={old.id} file={old} cityId={cityId} />
          ))}
        </details>
      )}
      {mayWrite && (
        <FileButton
          label={say('inventories.evidence.replace')}
          title={say('inventories.evidence.replaceNamed', { name: file.name })}
          busy={busy}
          onFile={(chosen) => void send(chosen, file)}
        />
      )}
    </li>
  );
}

function FileLine({ file, cityId }: { file: Evidence; cityId: string }) {
  const { say } = useLanguage();
  const moment = useMoment();
  const size = useFileSize();
  const names = useNames(cityId);
  return (
    <p>
      <a href={`/api/v1/cities/${cityId}/evidence/${file.id}/file`} download={file.name}>
        {file.name}
      </a>
      <span className="small quiet">
        {' '}
        {size(file.size)} · {names(file.createdBy) ?? say('inventories.somebody')} · {moment(file.createdAt)}
      </span>
    </p>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly title?: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** A file field that looks like a button and is worked like a file field. */
function FileButton({ label, title, busy, onFile }: FileButtonProps) {
  const id = useId();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file may be chosen again after it was refused.
    target.value = '';
    if (file) onFile(file);
  };
  return (
    <span className="file-button">
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept={EVIDENCE_TYPES}
        disabled={busy}
        onChange={choose}
        {...(title !== undefined && { 'aria-label': title })}
      />
      <label htmlFor={id} className="button compact">
        {label}
      </label>
    </span>
  );
}
