/** The head of a big table: column names that sort. On a narrow screen, where rows are cards, a list to choose from instead. */
import { memo, useId } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { roomOf, sortAfterPress, type BigColumn, type BigTableSort } from './types.ts';

interface HeadProps<Row> {
  readonly columns: readonly BigColumn<Row>[];
  readonly sort: BigTableSort;
  readonly onSort: (sort: BigTableSort) => void;
  /** Column that can be tabbed to, or −1. */
  readonly activeColumn: number;
}

function Head<Row>({ columns, sort, onSort, activeColumn }: HeadProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className="big-row big-head">
      {columns.map((column, c) => {
        const tabIndex = c === activeColumn ? 0 : -1;
        const isSorted = column.id === sort.column;
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={c + 1}
            data-row={-1}
            data-column={c}
            className={`big-cell cell-${column.id}${column.isNumeric ? ' num' : ''}`}
            style={roomOf(column)}
            {...(column.isSortable ? isSorted && { 'aria-sort': sort.direction } : { tabIndex })}
          >
            {column.isSortable ? (
              <button
                type="button"
                className="big-sort"
                tabIndex={tabIndex}
                onClick={() => onSort(sortAfterPress(sort, column))}
              >
                <span className="big-sort-words">
                  {column.label}
                  {column.unit !== undefined && <span className="unit">{column.unit}</span>}
                </span>
                <SortArrow direction={isSorted ? sort.direction : undefined} />
              </button>
            ) : (
              column.label
            )}
          </div>
        );
      })}
    </div>
  );
}

export const BigHead = memo(Head) as typeof Head;

function SortArrow({ direction }: { direction: BigTableSort['direction'] | undefined }) {
  return (
    <svg className="big-arrow" width="9" height="12" viewBox="0 0 9 12" aria-hidden="true">
      <path d="M4.5 1 8 5H1z" className={direction === 'ascending' ? 'on' : undefined} />
      <path d="M4.5 11 1 7h7z" className={direction === 'descending' ? 'on' : undefined} />
    </svg>
  );
}

type SortChoiceProps<Row> = Pick<HeadProps<Row>, 'columns' | 'sort' | 'onSort'>;

/** What to sort by, and which way, where there is no head to press on. */
export function SortChoice<Row>({ columns, sort, onSort }: SortChoiceProps<Row>) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="big-sort-choice">
      <label htmlFor={id}>{say('bigTable.sortBy')}</label>
      <select
        id={id}
        className="compact"
        value={sort.column}
        onChange={(event) => {
          const column = columns.find((each) => each.id === event.target.value);
          if (column) onSort(sortAfterPress({ ...sort, column: '' }, column));
        }}
      >
        {columns
          .filter(({ isSortable }) => isSortable)
          .map((column) => (
            <option key={column.id} value={column.id}>
              {column.label}
            </option>
          ))}
      </select>
      <button
        type="button"
        className="button compact"
        onClick={() => onSort({ ...sort, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' })}
      >
        {say(`bigTable.${sort.direction}`)}
      </button>
    </div>
  );
}
