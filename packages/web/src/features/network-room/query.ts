/** What the reader looks at in a network, as part of the address: a link shows the same cities in the same order. */
import type { Schemas } from '../../shared/client/client.ts';
import type { BigTableSort } from '../../shared/big-table/types.ts';

export type City = Schemas['CityInNetwork'];
export type Mark = City['marks'][number];
export type Order = 'name' | 'country' | 'asked' | 'inventory' | 'plan';

/** What is there, and what is missing: the filters, in the order they are shown. */
export const HAVE: readonly Mark[] = ['inventory', 'adopted', 'published', 'meets'];
export const LACK: readonly Mark[] = ['no-inventory', 'old-inventory', 'no-plan', 'misses', 'findings', 'not-shown'];
const MARKS: readonly Mark[] = ['asking', ...HAVE, ...LACK];
const ORDERS: readonly Order[] = ['name', 'country', 'asked', 'inventory', 'plan'];
/** Years after which an inventory may be called old. */
export const AGES = [2, 4, 6, 10];
export const USUAL_AGE = 4;

export interface RoomQuery {
  readonly text: string;
  /** ISO 3166-1 alpha-3, or empty for all. */
  readonly country: string;
  /** Empty: all members. */
  readonly show: '' | Mark;
  readonly years: number;
  readonly sort: BigTableSort & { readonly column: Order };
}

/** Look at something else: `push` for a choice, `replace` for what comes letter by letter. */
export type Change = (part: Partial<RoomQuery>, how?: 'push' | 'replace') => void;

export const FIRST_QUERY: RoomQuery = {
  text: '',
  country: '',
  show: '',
  years: USUAL_AGE,
  sort: { column: 'name', direction: 'ascending' },
};

const LONGEST_TEXT = 80;

/** Read an address. What it does not know is left at its default: an old link still opens. */
export function queryOf(search: string): RoomQuery {
  const given = new URLSearchParams(search);
  const [, minus, column] = /^(-?)(\w+)$/.exec(given.get('sort') ?? '') ?? [];
  const order = ORDERS.find((each) => each === column);
  const years = Number(given.get('years'));
  const country = given.get('country') ?? '';
  return {
    text: (given.get('q') ?? '').slice(0, LONGEST_TEXT),
    country: /^[A-Z]{3}$/.test(country) ? country : '',
    show: MARKS.find((mark) => mark === given.get('show')) ?? '',
    years: AGES.includes(years) ? years : USUAL_AGE,
    sort: order ? { column: order, direction: minus === '-' ? 'descending' : 'ascending' } : FIRST_QUERY.sort,
  };
}

/** The search of an address: only what differs from the first query. Empty, or with its `?`. */
export function searchOf(query: RoomQuery): string {
  const said = new URLSearchParams();
  const put = (name: string, value: string, usual: string) => value !== usual && said.set(name, value);
  put('q', query.text.trim(), '');
  put('country', query.country, '');
  put('show', query.show, '');
  put('years', String(query.years), String(USUAL_AGE));
  put('sort', sortText(query.sort), sortText(FIRST_QUERY.sort));
  const text = said.toString();
  return text === '' ? '' : `?${text}`;
}

const sortText = ({ column, direction }: BigTableSort) => (direction === 'descending' ? `-${column}` : column);

/** The same as the API asks for it. */
export function paramsOf({ text, country, show, years, sort }: RoomQuery) {
  return {
    ...(text.trim() !== '' && { q: text.trim() }),
    ...(country !== '' && { country }),
    ...(show !== '' && { show }),
    years,
    order: sort.column,
    descending: sort.direction === 'descending' ? ('true' as const) : ('false' as const),
  };
}

/** Whether anything narrows the cities down. */
export const isNarrowed = ({ text, country, show }: RoomQuery): boolean =>
  text.trim() !== '' || country !== '' || show !== '';

/** Everything that narrows taken away; order and age stay. */
export const widened = (query: RoomQuery): RoomQuery => ({ ...query, text: '', country: '', show: '' });
