/** One row of a big table, placed where it belongs. Drawn anew only when it or its focus changes. */
import { memo } from 'react';
import { roomOf, type BigColumn, type BigTableProps } from './types.ts';

interface BigRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  /** Place among all rows of the grid, from 1; the head is one of them. */
  readonly count: number;
  /** Distance from the top of the body and height, CSS pixels. */
  readonly top: number;
  readonly height: number;
  readonly columns: readonly BigColumn<Row>[];
  /** Column of this row that can be tabbed to, or −1. */
  readonly activeColumn: number;
  /** Draw as a card: every figure carries its label. */
  readonly isCard: boolean;
  readonly onPoint: BigTableProps<Row>['onPoint'] | undefined;
}

function Row<T>({ row, index, count, top, height, columns, activeColumn, isCard, onPoint }: BigRowProps<T>) {
  return (
    <div
      role="row"
      aria-rowindex={count}
      className={isCard ? 'big-row big-card' : 'big-row'}
      style={{ transform: `translateY(${top}px)`, blockSize: height }}
      onPointerEnter={onPoint && (() => onPoint(row, 'pointer'))}
      onPointerLeave={onPoint && (() => onPoint(undefined, 'pointer'))}
      onFocus={onPoint && (() => onPoint(row, 'focus'))}
      onBlur={onPoint && (() => onPoint(undefined, 'focus'))}
    >
      {columns.map((column, c) => {
        const tabIndex = c === activeColumn ? 0 : -1;
        return (
          <div
            key={column.id}
            role={c === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={c + 1}
            data-row={index}
            data-column={c}
            className={`big-cell cell-${column.id}${column.isNumeric ? ' num' : ''}`}
            title={column.title?.(row)}
            {...(!isCard && { style: roomOf(column) })}
            {...(!column.holdsControl && { tabIndex })}
          >
            {isCard && c > 0 && <CardLabel column={column} />}
            {column.cell(row, tabIndex)}
          </div>
        );
      })}
    </div>
  );
}

function CardLabel({ column: { label, unit } }: { column: Pick<BigColumn<unknown>, 'label' | 'unit'> }) {
  return (
    <span className="cell-label">
      {label} {unit}
    </span>
  );
}

export const BigRow = memo(Row) as typeof Row;
