/** One row of an inventory table as typed cells. */
import { TableCells } from '../table/table-cells.ts';
import type { Column, Header } from './columns.ts';

/** A cursor over the rows of one file. */
export class Cells extends TableCells<Column, Header> {}
