/** What stands beside a row of the grid: its history, what is said of it, and the files behind it. */
import type { InventoryRow } from '@thousand-cities/model';
import '../../styles/inventories.css';

export { RowComments } from './row-comments.tsx';
export { RowEvidence } from './row-evidence.tsx';
export { RowHistory } from './row-history.tsx';

/** Which place of which document, and the version that is looked at. */
export interface RowPanelProps {
  readonly cityId: string;
  readonly documentId: string;
  readonly version: number;
  /** A row, or one of its cells: see `placeOf`. */
  readonly place: string;
  /** The rows as they are now, among which things that were put to a place find it again. */
  readonly rows: readonly InventoryRow[];
}
