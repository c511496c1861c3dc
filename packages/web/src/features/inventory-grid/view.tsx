/** One inventory as a grid: typed, pasted, filled; totals and checks in the same frame. */
import { inventoryOf, type Inventory } from '@thousand-cities/model';
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { useDocument, type OpenDocument } from '../../shared/saving/use-document.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { MAY, useRole, useStanding } from '../workspace/me.tsx';
import { withNewIds, withRowIds } from '../../shared/rows/row-ids.ts';
import { loadFacts, type Facts } from './facts.ts';
import { Workbench } from './workbench.tsx';
import '../../styles/inventory-grid.css';

/** Inventories that came out of the grid or have been read before: to check one again at every keystroke would be felt. */
const known = new WeakSet<object>();

export const trust = (inventory: Inventory): Inventory => {
  known.add(inventory);
  return inventory;
};

const read = (document: unknown): Inventory => {
  if (typeof document === 'object' && document !== null && known.has(document)) return document as Inventory;
  const inventory = inventoryOf(document);
  // Shown with ids, and stored with them by the first edit.
  return trust({ ...inventory, rows: withRowIds(inventory.rows) });
};

interface RoomProps {
  readonly cityId: string;
  readonly documentId: string;
}

export default function InventoryGridRoom({ cityId, documentId }: RoomProps) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const mayWrite = MAY.write(useRole(cityId));
  const userId = me.user?.id ?? null;
  const document = useDocument<Inventory>({ kind: 'inventory', cityId, documentId, read, mayWrite, userId });
  switch (document.status) {
    case 'waiting':
      return <p role="status">{say('grid.loading')}</p>;
    case 'failed':
      return <Trouble error={document.error} onRetry={document.retry} />;
    case 'ready':
      return <WithFacts document={document} {...{ cityId, documentId, mayWrite }} />;
  }
}

type ReadyProps = RoomProps & { readonly document: OpenDocument<Inventory>; readonly mayWrite: boolean };

function WithFacts(props: ReadyProps) {
  const { say } = useLanguage();
  const { country } = props.document.value.city;
  const [facts, retry] = useLoaded<Facts>(`facts:${country}`, (signal) => loadFacts(country, signal));
  const { edit } = props.document;
  const document = useMemo(
    () => ({
      ...props.document,
      edit: (next: Inventory, about?: string) => edit(trust({ ...next, rows: withNewIds(next.rows) }), about),
    }),
    [props.document, edit],
  );
  switch (facts.state) {
    case 'waiting':
      return <p role="status">{say('grid.factsLoading')}</p>;
    case 'failed':
      return <Trouble error={facts.error} onRetry={retry} />;
    case 'done':
      return <Workbench {...props} document={document} facts={facts.value} />;
  }
}
