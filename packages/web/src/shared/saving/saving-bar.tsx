/** How saving stands, in words, with the way back and forth through one's changes. */
import { dateFormat } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/context.tsx';
import { troubleKey } from '../trouble.tsx';
import type { OpenDocument } from './use-document.ts';

interface SavingBarProps {
  readonly document: OpenDocument<unknown>;
  readonly mayWrite: boolean;
  /** Name of a person by id, for who saved in between. */
  readonly nameOf?: (userId: string | null) => string | undefined;
}

export function SavingBar({ document, mayWrite, nameOf }: SavingBarProps) {
  const { say } = useLanguage();
  if (!mayWrite) return <p className="saving-bar quiet">{say('saving.readOnly')}</p>;
  const { canUndo, canRedo, undo, redo, saving, saveNow } = document;
  const isSaved = saving === 'saved' || saving === 'saving';
  return (
    <div className="saving-bar" role="group" aria-label={say('saving.label')}>
      <button type="button" className="button compact" disabled={!canUndo} onClick={undo} aria-keyshortcuts="Control+Z">
        {say('saving.undo')}
      </button>
      <button type="button" className="button compact" disabled={!canRedo} onClick={redo} aria-keyshortcuts="Control+Y">
        {say('saving.redo')}
      </button>
      <button
        type="button"
        className="button compact primary"
        disabled={isSaved || saving === 'conflict'}
        onClick={() => void saveNow()}
        aria-keyshortcuts="Control+S"
      >
        {say('saving.save')}
      </button>
      <span role="status" className="saving-status" data-saving={saving}>
        <Words document={document} {...(nameOf && { nameOf })} />
      </span>
    </div>
  );
}

function Words({ document, nameOf }: Omit<SavingBarProps, 'mayWrite'>) {
  const { say, catalogue, locale } = useLanguage();
  const { saving, head, newer, error, kept } = document;
  const time = dateFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const by = newer && nameOf?.(newer.createdBy);
  const words = {
    saved: () => say('saving.saved', { version: head.version, time: time.format(new Date(head.createdAt)) }),
    unsaved: () => say(kept ? 'saving.unsaved' : 'saving.unkept'),
    saving: () => say('saving.saving'),
    offline: () => say(kept ? 'saving.offline' : 'saving.unkept'),
    failed: () => say(troubleKey(error, catalogue)),
    conflict: () => say('saving.conflict'),
  }[saving]();
  return (
    <>
      {words}{' '}
      {newer && newer.version >= head.version && by && say('saving.newer', { name: by, version: newer.version })}
    </>
  );
}
