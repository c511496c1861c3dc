/** A network that I work in, and what my role may do there. */
import type { Me } from '../../shared/client/client.ts';

export type MyNetwork = Me['networks'][number];

/** To draw buttons by: the same table as the server's (docs/reference/rights.md), which has the last word. */
export const MAY_IN_NETWORK = {
  accept: ({ role }: MyNetwork) => role !== 'validator',
  edit: ({ role }: MyNetwork) => role === 'secretariat',
  validate: ({ role }: MyNetwork) => role === 'validator',
} as const;
