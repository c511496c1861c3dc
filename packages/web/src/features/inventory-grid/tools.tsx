/** What can be done with rows and cells, as buttons: for the mouse, for touch, and to learn the keys by. */
import { useLanguage } from '../../i18n/context.tsx';
import type { Grid } from './use-grid.ts';

interface ToolsProps {
  readonly grid: Grid;
  readonly mayWrite: boolean;
  readonly isNarrow: boolean;
  readonly onDetails: (row: number) => void;
  readonly onImport: () => void;
}

const HELP = ['move', 'edit', 'block', 'rows', 'leave'] as const;

export function Tools({ grid, mayWrite, isNarrow, onDetails, onImport }: ToolsProps) {
  const { say } = useLanguage();
  const { row } = grid.selection.focus;
  const importing = mayWrite && (
    <button type="button" className="button compact" aria-haspopup="dialog" onClick={onImport}>
      {say('grid.tool.import')}
    </button>
  );
  // On a phone rows are worked on in their sheet.
  if (isNarrow) return <div className="ig-tools">{importing}</div>;
  return (
    <div className="ig-tools" role="group" aria-label={say('grid.tools')}>
      <button
        type="button"
        className="button compact"
        aria-haspopup="dialog"
        aria-keyshortcuts="Shift+F2"
        onClick={() => onDetails(row)}
      >
        {say('grid.tool.details')}
      </button>
      {mayWrite && (
        <>
          <button type="button" className="button compact" aria-keyshortcuts="Control+Enter" onClick={grid.addRow}>
            {say('grid.tool.addRow')}
          </button>
          <button type="button" className="button compact" aria-keyshortcuts="Control+Delete" onClick={grid.removeRows}>
            {say('grid.tool.removeRows')}
          </button>
          <button
            type="button"
            className="button compact"
            aria-keyshortcuts="Control+D"
            onClick={() => grid.fill('down')}
          >
            {say('grid.tool.fill')}
          </button>
          {importing}
        </>
      )}
      <details className="ig-help">
        <summary>{say('grid.help')}</summary>
        <ul>
          {HELP.map((part) => (
            <li key={part}>{say(`grid.help.${part}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
