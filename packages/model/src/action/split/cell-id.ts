/** Identity of a cell: `ref:use:carrier`. */
import type { Carrier, CellId, EndUse } from '../types.ts';

export function cellIdOf(ref: string, use: EndUse, carrier: Carrier): CellId {
  return `${ref}:${use}:${carrier}`;
}
