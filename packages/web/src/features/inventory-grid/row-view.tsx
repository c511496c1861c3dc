/** One line of the grid, placed where it belongs. Drawn anew only when something of it changes. */
import type { InventoryRow } from '@thousand-cities/model';
import { memo, type KeyboardEvent } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { CalculationContext } from './calculate.ts';
import { CellView } from './cell-view.tsx';
import { cellText } from './cells.ts';
import { GRID_COLUMNS, type GridColumn } from './columns.ts';
import { Editor, useCellLabel } from './editor.tsx';
import { numberFormOf } from './figures.ts';
import { MarkDots, type MarkCount } from './mark-dots.tsx';
import { placeOf } from '../../shared/rows/place.ts';
import { troubleOf, type Trouble } from './trouble.ts';
import type { Grid, OpenCell } from './use-grid.ts';
import { partName } from './words.ts';

export interface RowViewProps {
  readonly index: number;
  /** Place among all lines of the grid, from 2: the head is the first. */
  readonly count: number;
  readonly top: number;
  readonly gpcRef: string;
  readonly order: number;
  readonly row: InventoryRow | undefined;
  readonly place: string;
  /** Column that can be tabbed to, or −1. */
  readonly active: number;
  /** First and last selected column, or −1. */
  readonly left: number;
  readonly right: number;
  /** Whether the handle that draws a filling stands at this row. */
  readonly isHandle: boolean;
  readonly isFilling: boolean;
  readonly open: OpenCell | undefined;
  readonly grid: Grid | undefined;
  readonly context: CalculationContext;
  readonly marks: ReadonlyMap<string, MarkCount>;
  readonly onMove: (event: KeyboardEvent) => void;
}

export const RowView = memo(function RowView(props: RowViewProps) {
  const { index, count, top, row, context, active, left, right, isFilling } = props;
  const trouble = row && troubleOf(row, context);
  return (
    <div
      role="row"
      aria-rowindex={count}
      className={isFilling ? 'ig-row ig-filling' : 'ig-row'}
      style={{ transform: `translateY(${top}px)` }}
    >
      {GRID_COLUMNS.map((column, c) => (
        <Cell
          key={column}
          {...props}
          column={column}
          at={c}
          isActive={c === active}
          isSelected={c >= left && c <= right}
          trouble={trouble?.column === column ? trouble : undefined}
          rowIndex={index}
        />
      ))}
    </div>
  );
});

interface CellProps extends RowViewProps {
  readonly column: GridColumn;
  readonly at: number;
  readonly rowIndex: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly trouble: Trouble | undefined;
}

function Cell({ column, at, rowIndex, isActive, isSelected, trouble, ...props }: CellProps) {
  const { say, locale, phrase } = useLanguage();
  const labelOf = useCellLabel();
  const { gpcRef, row, open, grid, right, isHandle, marks, place } = props;
  const isOpen = open?.column === column && grid !== undefined;
  const count = marks.get(column === 'ref' ? place : placeOf(place, column));
  const isNumeric = column === 'amount' || column === 'result';
  return (
    <div
      role={column === 'ref' ? 'rowheader' : 'gridcell'}
      aria-colindex={at + 1}
      aria-selected={isSelected}
      {...(column === 'ref' && { 'aria-readonly': true })}
      {...(trouble && { 'aria-invalid': true })}
      {...(LONG.has(column) && row && { title: phrase(cellText(row, column, numberFormOf(locale))) })}
      tabIndex={isActive && !isOpen ? 0 : -1}
      data-row={rowIndex}
      data-column={at}
      data-name={column}
      className={`ig-cell ig-${column}${isNumeric ? ' num' : ''}`}
    >
      {isOpen ? (
        <Editor
          cell={open}
          label={labelOf(gpcRef, column)}
          grid={grid}
          list={LISTS.has(column) ? `ig-list-${column}` : undefined}
          onMove={props.onMove}
        />
      ) : column === 'ref' ? (
        <RefCell gpcRef={gpcRef} order={props.order} />
      ) : (
        <CellView row={row} column={column} />
      )}
      {trouble && !isOpen && <span className="ig-trouble"> {say(`grid.trouble.${trouble.code}`)}</span>}
      {count && <MarkDots count={count} />}
      {isHandle && at === right && !isOpen && <span className="ig-handle" aria-hidden="true" />}
    </div>
  );
}

/** Columns whose text may be longer than the cell. */
const LONG: ReadonlySet<GridColumn> = new Set<GridColumn>(['activity', 'factor', 'source', 'note']);

/** Columns whose fields offer what is known. */
export const LISTS: ReadonlySet<GridColumn> = new Set<GridColumn>(['activity', 'carrier', 'unit', 'key', 'quality']);

function RefCell({ gpcRef, order }: Pick<RowViewProps, 'gpcRef' | 'order'>) {
  const language = useLanguage();
  return (
    <>
      <span className="ig-ref-code">{gpcRef}</span>{' '}
      <span className="ig-ref-name">
        {order === 0 ? partName(language, gpcRef) : language.say('grid.again', { number: order + 1 })}
      </span>
    </>
  );
}
