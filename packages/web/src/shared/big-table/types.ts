/** What a big table is told: its columns, its rows, and how they are ordered. */
import type { ReactNode } from 'react';

export type SortDirection = 'ascending' | 'descending';

export interface BigTableSort {
  readonly column: string;
  readonly direction: SortDirection;
}

export type PointedBy = 'pointer' | 'focus';

/** One column. The first column is the row's header and stays in sight. */
export interface BigColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** Set smaller below the label: the unit of every figure in the column. */
  readonly unit?: string;
  /** Least width in rem; what is left over is shared in proportion. */
  readonly width: number;
  readonly isNumeric?: boolean;
  /** Whether the reader may sort by it. */
  readonly isSortable?: boolean;
  /** Not shown where rows are cards: say it with another column there. */
  readonly isLeftOutOfCards?: boolean;
  /**
   * What the cell shows. A cell that holds one link or button hands it `tabIndex` and sets `holdsControl`: the focus then goes
   * to the control instead of the cell.
   */
  readonly cell: (row: Row, tabIndex: number) => ReactNode;
  readonly holdsControl?: boolean;
  /** The whole text where the cell may cut it off. */
  readonly title?: (row: Row) => string;
}

export interface BigTableProps<Row> {
  /** Says what the table holds. */
  readonly label: string;
  readonly columns: readonly BigColumn<Row>[];
  /** The rows as shown, already filtered and sorted. A new array sends the reader to its top. */
  readonly rows: readonly Row[];
  /** The row's own key: stays the same when rows are sorted anew. */
  readonly rowKey: (row: Row) => string;
  readonly sort: BigTableSort;
  readonly onSort: (sort: BigTableSort) => void;
  /** The row that the pointer or the focus is now on, or none. The two come and go by themselves. */
  readonly onPoint?: (row: Row | undefined, by: PointedBy) => void;
  /** Height of a row, and of a card on a narrow screen, in rem. */
  readonly rowHeight: number;
  readonly cardHeight: number;
  /** Shown in place of rows when there are none. */
  readonly empty: ReactNode;
}

/** The order a press on a column asks for: the other way round when it is sorted by already, else numbers from the largest. */
export function sortAfterPress<Row>(
  sort: BigTableSort,
  column: Pick<BigColumn<Row>, 'id' | 'isNumeric'>,
): BigTableSort {
  if (sort.column === column.id) {
    return { column: column.id, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  return { column: column.id, direction: column.isNumeric ? 'descending' : 'ascending' };
}

/** Room of a cell in its row: the column's width, and its part of what is left over. The same in every row, so columns line up. */
export const roomOf = ({ width }: { readonly width: number }): { readonly flex: string } => ({
  flex: `${width} 0 ${width}rem`,
});
