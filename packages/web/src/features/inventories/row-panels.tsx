/** What stands beside a row of the grid: its history, what is said of it, and the files behind it. */
import '../../styles/inventories.css';

export { RowComments } from './row-comments.tsx';
export { RowEvidence } from './row-evidence.tsx';
export { RowHistory } from './row-history.tsx';

/** Which place of which document, and the version that is looked at. */
export interface RowPanelProps {
  readonly cityId: string;
  readonly documentId: string;
  readonly version: number;
  /** A row, or one of its cells: see `placeOf` of the grid. */
  readonly place: string;
}
