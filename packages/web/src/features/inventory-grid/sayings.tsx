/** What the last deed did, or every cell that was refused. */
import { useLanguage } from '../../i18n/context.tsx';
import type { GridSaying } from './use-grid.ts';
import { refusalWords } from './words.ts';

/** Refused cells that are named before "and n more". */
const NAMED = 8;

export function Sayings({
  saying,
  isOpen,
  onDismiss,
}: {
  saying: GridSaying | undefined;
  isOpen: boolean;
  onDismiss: () => void;
}) {
  const language = useLanguage();
  const { say } = language;
  // The refusal of an open cell stands at the cell.
  const refused = saying?.kind === 'refused' && !isOpen ? saying.refused : undefined;
  return (
    <>
      <p role="status" className="ig-said">
        {saying && words(saying, say)}
      </p>
      {refused && (
        <div role="alert" className="notice ig-refused">
          <p>
            <strong>{say('grid.refused.title', { count: refused.length })}</strong>{' '}
            <button type="button" className="button compact" onClick={onDismiss}>
              {say('grid.refused.dismiss')}
            </button>
          </p>
          <ul>
            {refused.slice(0, NAMED).map((cell, at) => (
              <li key={at}>{refusalWords(language, cell)}</li>
            ))}
            {refused.length > NAMED && <li>{say('grid.refused.more', { count: refused.length - NAMED })}</li>}
          </ul>
        </div>
      )}
    </>
  );
}

function words(saying: GridSaying, say: ReturnType<typeof useLanguage>['say']): string {
  switch (saying.kind) {
    case 'refused':
      return '';
    case 'pasted':
      return say('grid.said.pasted', { changed: saying.changed, added: saying.added });
    case 'filled':
      return say('grid.said.filled', { changed: saying.changed });
    case 'cleared':
      return say('grid.said.cleared', { changed: saying.changed });
    case 'copied':
      return say('grid.said.copied', { rows: saying.rows, columns: saying.columns });
    case 'row-added':
      return say('grid.said.rowAdded', { ref: saying.ref });
    case 'rows-removed':
      return say('grid.said.rowsRemoved', { count: saying.count });
    case 'leave':
      return say('grid.said.leave');
  }
}
