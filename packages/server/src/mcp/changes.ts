/** Changes to a document: add, replace and remove of JSON Patch (RFC 6902), on a copy. */
import { z } from '@hono/zod-openapi';
import { ToolRefusal } from './tool.ts';

const Path = z.string().max(500).regex(/^(\/([^~/]|~[01])*)+$/, 'a JSON pointer such as /actions/3/schedule'); // prettier-ignore

export const ChangeSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), path: Path, value: z.unknown() }),
  z.strictObject({ op: z.literal('replace'), path: Path, value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: Path }),
]);
export type Change = z.output<typeof ChangeSchema>;

/**
 * A copy of a document with changes made, in their order.
 *
 * @throws {ToolRefusal} `bad-change` where a place is not there; nothing is then changed
 */
export function changed<T extends object>(document: T, changes: readonly Change[]): T {
  const copy = structuredClone(document);
  for (const change of changes) apply(copy, change);
  return copy;
}

function apply(document: object, change: Change): void {
  const names = change.path.slice(1).split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')); // prettier-ignore
  const last = names.pop()!;
  let holder: unknown = document;
  for (const name of names) holder = isHolder(holder) && has(holder, name) ? holder[name] : undefined;
  if (!isHolder(holder) || last === '__proto__') throw notThere(change);
  if (change.op === 'add') add(holder, last, change);
  else if (!has(holder, last)) throw notThere(change);
  else if (change.op === 'replace') holder[last] = change.value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
}

function add(holder: Record<string, unknown> | unknown[], last: string, change: Change & { readonly op: 'add' }): void {
  if (!Array.isArray(holder)) holder[last] = change.value;
  else if (last === '-') holder.push(change.value);
  else if (/^(0|[1-9]\d*)$/.test(last) && Number(last) <= holder.length) holder.splice(Number(last), 0, change.value);
  else throw notThere(change);
}

type Holder = Record<string, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Items of a list go by their number; its length and the like are not there. */
const has = (holder: Holder, name: string): boolean =>
  Object.hasOwn(holder, name) && (!Array.isArray(holder) || /^(0|[1-9]\d*)$/.test(name));

const notThere = ({ op, path }: Change) =>
  new ToolRefusal('bad-change', `There is nothing at ${path} to ${op}: read the document again. Nothing was changed.`);
