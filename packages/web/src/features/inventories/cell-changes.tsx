/** What differs in one row: each cell with what it was and what it is. */
import { useLanguage } from '../../i18n/context.tsx';
import type { RowChange } from './compare-state.ts';
import { cellText, reportedText } from './words.ts';

export function CellChanges({ change }: { change: RowChange }) {
  const language = useLanguage();
  const { say } = language;
  if (change.kind !== 'changed') {
    const row = change.after ?? change.before;
    const value = reportedText(language, row?.co2eTonnes);
    return <p>{say(change.kind === 'added' ? 'inventories.change.added' : 'inventories.change.removed', { value })}</p>;
  }
  return (
    <dl className="cell-changes">
      {change.cells.map(({ cell, before, after }) => (
        <div key={cell}>
          <dt>{say(`inventories.cell.${cell}`)}</dt>
          <dd>
            <del>{cellText(language, cell, before)}</del>{' '}
            <span aria-hidden="true" className="becomes">
              →
            </span>{' '}
            <ins>{cellText(language, cell, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
