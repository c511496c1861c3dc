/** The cells of a row as a form: how a row is filled on a phone, and by whoever prefers fields to a grid. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { cellText } from './cells.ts';
import { GRID_COLUMNS, type GridColumn } from './columns.ts';
import { numberFormOf } from './figures.ts';
import { Lists } from './lists.tsx';
import type { GridRecord } from './records.ts';
import { LISTS } from './row-view.tsx';
import type { Grid } from './use-grid.ts';
import { columnName, refusalWords } from './words.ts';

interface RowFormProps {
  readonly record: GridRecord;
  readonly index: number;
  readonly grid: Grid;
  readonly mayWrite: boolean;
}

const FIELDS = GRID_COLUMNS.filter((column) => column !== 'ref');

export function RowForm({ record, index, grid, mayWrite }: RowFormProps) {
  return (
    <form className="ig-form" onSubmit={(event) => event.preventDefault()}>
      <Lists gpcRef={record.ref} />
      {FIELDS.map((column) => (
        <Field key={`${record.ref} ${record.order} ${column}`} {...{ record, index, grid, mayWrite, column }} />
      ))}
    </form>
  );
}

function Field({ record, index, grid, mayWrite, column }: RowFormProps & { column: GridColumn }) {
  const language = useLanguage();
  const { say, locale } = language;
  const kept = cellText(record.row, column, numberFormOf(locale));
  const [typed, setTyped] = useState<string>();
  const refused =
    typed !== undefined && grid.saying?.kind === 'refused'
      ? grid.saying.refused.find((each) => each.column === column)
      : undefined;
  const id = `ig-field-${column}`;
  const take = () => {
    if (typed !== undefined && grid.setCell(index, column, typed)) setTyped(undefined);
  };
  const isNumeric = column === 'amount' || column === 'result';
  return (
    <div className={`ig-field ig-field-${column}`}>
      <label htmlFor={id}>
        {columnName(language, column)}
        {column === 'result' && ` (${say('grid.resultUnit')})`}
      </label>
      <input
        id={id}
        value={typed ?? kept}
        readOnly={!mayWrite}
        aria-invalid={refused !== undefined}
        {...(refused && { 'aria-describedby': `${id}-refused` })}
        {...(LISTS.has(column) && { list: `ig-list-${column}` })}
        inputMode={isNumeric ? 'decimal' : 'text'}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      {refused && (
        <p id={`${id}-refused`} role="alert" className="ig-field-refused">
          {refusalWords(language, refused)}
        </p>
      )}
    </div>
  );
}
