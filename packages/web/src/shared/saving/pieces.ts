/** A document in pieces: each of its members one, long lists in blocks, so that an edit of one row is not an edit of five thousand. */

/** Items of a block: some tens of kilobytes of an inventory. */
const BLOCK = 100;

/** Members in their order, each with the number of its blocks; 0 for one that is a piece as it is. Null for what has no members. */
export type Shape = readonly (readonly [name: string, blocks: number])[] | null;

export interface Pieces {
  readonly shape: Shape;
  readonly values: readonly unknown[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Take a document apart. Pieces hold the same objects as the document. */
export function piecesOf(document: unknown): Pieces {
  if (!isObject(document)) return { shape: null, values: [document] };
  const parts = Object.entries(document)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, ...blocksOf(value) }));
  return { shape: parts.map(({ name, blocks }) => [name, blocks]), values: parts.flatMap(({ values }) => values) };
}

function blocksOf(value: unknown): { readonly blocks: number; readonly values: readonly unknown[] } {
  if (!Array.isArray(value) || value.length <= BLOCK) return { blocks: 0, values: [value] };
  const blocks = Math.ceil(value.length / BLOCK);
  return { blocks, values: Array.from({ length: blocks }, (_, i) => value.slice(i * BLOCK, (i + 1) * BLOCK)) };
}

/** Put it together again. @throws {TypeError} where pieces are missing */
export function documentOf({ shape, values }: Pieces): unknown {
  if (shape === null) return values[0];
  let next = 0;
  const take = (): unknown => {
    if (next === values.length) throw new TypeError('a piece is missing');
    return values[next++];
  };
  const members = shape.map(([name, blocks]) => {
    if (blocks === 0) return [name, take()] as const;
    return [name, Array.from({ length: blocks }, take).flat()] as const;
  });
  return Object.fromEntries(members);
}

/** Whether two pieces are made of the same objects: what an edit left alone is. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((item, index) => Object.is(item, other[index]));
}
