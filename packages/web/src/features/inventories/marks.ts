/** Counts of open comments and files by place, for the grid. */
import { useMemo } from 'react';
import type { InventoryRow } from '@thousand-cities/model';
import { placesAmong } from '../../shared/rows/place.ts';
import { marksOf, type Marks } from './marks-state.ts';
import { useTalk } from './talk-store.ts';

export type { Marks } from './marks-state.ts';

const NONE: ReadonlyMap<string, Marks> = new Map();

/** What hangs on each place of a document; empty until it has come. A row counts what hangs on its cells. */
export function useMarks(
  cityId: string,
  documentId: string,
  rows: readonly InventoryRow[],
): ReadonlyMap<string, Marks> {
  const [answer] = useTalk(cityId, documentId);
  const talk = answer.state === 'done' ? answer.talk : undefined;
  return useMemo(() => (talk ? marksOf(talk, placesAmong(rows)) : NONE), [talk, rows]);
}
