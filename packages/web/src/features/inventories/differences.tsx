/** Rows that differ, each with its cells; how many are the same is said. */
import { useLanguage } from '../../i18n/context.tsx';
import { CellChanges } from './cell-changes.tsx';
import type { RowChange } from './compare-state.ts';
import { rowText } from './words.ts';

export function Differences({ changes }: { changes: readonly RowChange[] }) {
  const language = useLanguage();
  const { say } = language;
  const differing = changes.filter(({ kind }) => kind !== 'same');
  const same = changes.length - differing.length;
  return (
    <div className="differences">
      <p role="status">{say('inventories.compare.count', { differing: differing.length, same })}</p>
      {differing.length > 0 && (
        <ul className="row-changes">
          {differing.map((change) => (
            <li key={`${change.place}/${change.kind}`} data-kind={change.kind}>
              <h3>{rowText(language, (change.after ?? change.before)!)}</h3>
              <CellChanges change={change} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
