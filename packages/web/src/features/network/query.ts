/** What the reader looks at, as part of the address: anyone with the link sees the same cities in the same order. */
import { DEFAULT_CHOICE, TARGET_KINDS, type TargetKind, type ThousandData } from '@thousand-cities/model';
import type { BigTableSort } from '../../shared/big-table/types.ts';
import { PLEDGE_STATES, type PledgeState } from './rows.ts';

/** The target the gap is taken to: a named one, or what each city has pledged. */
export type GapTarget = Exclude<TargetKind, 'custom'> | 'pledged';
/** Whose gap: the path without a plan, or with the drafted one. */
export type PathBasis = 'reference' | 'plan';

export const COLUMNS = [
  'name',
  'country',
  'region',
  'population',
  'tonnes',
  'perHead',
  'spread',
  'inventory',
  'pledge',
  'gap2030',
  'gap2050',
  'plan',
] as const;
export type ColumnId = (typeof COLUMNS)[number];

export interface NetworkQuery {
  readonly text: string;
  /** Group id, ISO 3166-1 alpha-3, or empty for all. */
  readonly group: string;
  readonly country: string;
  readonly inventory: '' | 'reported' | 'starter';
  readonly pledge: '' | PledgeState;
  readonly target: GapTarget;
  readonly basis: PathBasis;
  readonly sort: BigTableSort & { readonly column: ColumnId };
}

const claimed = DEFAULT_CHOICE.ambition.kind;

/** All cities, largest first; the gap to the target that the claim is made with. */
export const FIRST_QUERY: NetworkQuery = {
  text: '',
  group: '',
  country: '',
  inventory: '',
  pledge: '',
  target: isGapTarget(claimed) ? claimed : 'pathway-to-paris',
  basis: 'reference',
  sort: { column: 'population', direction: 'descending' },
};

function isGapTarget(text: string): text is GapTarget {
  return text === 'pledged' || (text !== 'custom' && TARGET_KINDS.some((kind) => kind === text));
}

function oneOf<T extends string>(text: string | null, options: readonly T[]): T | undefined {
  return options.find((option) => option === text);
}

const LONGEST_TEXT = 80;

/** Read an address. What it does not know is left at its default: an old link still opens. */
export function queryOf(search: string): NetworkQuery {
  const given = new URLSearchParams(search);
  const target = given.get('target') ?? '';
  const [, minus, column] = /^(-?)(\w+)$/.exec(given.get('sort') ?? '') ?? [];
  const sorted = oneOf(column ?? null, COLUMNS);
  return {
    text: (given.get('q') ?? '').slice(0, LONGEST_TEXT),
    group: given.get('in') ?? '',
    country: given.get('country') ?? '',
    inventory: oneOf(given.get('inventory'), ['reported', 'starter']) ?? '',
    pledge: oneOf(given.get('pledge'), PLEDGE_STATES) ?? '',
    target: isGapTarget(target) ? target : FIRST_QUERY.target,
    basis: oneOf(given.get('path'), ['reference', 'plan']) ?? 'reference',
    sort: sorted ? { column: sorted, direction: minus === '-' ? 'descending' : 'ascending' } : FIRST_QUERY.sort,
  };
}

/** The address of a query: only what differs from the first, always in the same order. Empty, or with its `?`. */
export function searchOf(query: NetworkQuery): string {
  const said = new URLSearchParams();
  const put = (name: string, value: string, usual: string) => value !== usual && said.set(name, value);
  put('q', query.text.trim(), '');
  put('in', query.group, '');
  put('country', query.country, '');
  put('inventory', query.inventory, '');
  put('pledge', query.pledge, '');
  put('target', query.target, FIRST_QUERY.target);
  put('path', query.basis, 'reference');
  put('sort', sortText(query.sort), sortText(FIRST_QUERY.sort));
  const text = said.toString();
  return text === '' ? '' : `?${text}`;
}

const sortText = ({ column, direction }: BigTableSort) => (direction === 'descending' ? `-${column}` : column);

/** A query as this document can answer it: groups, countries and targets it does not have are left out. */
export function answerable(query: NetworkQuery, data: ThousandData): NetworkQuery {
  const hasGroup = data.groups.some(({ id }) => id === query.group);
  const hasCountry = data.countries.some(({ iso3 }) => iso3 === query.country);
  const targets = targetsOf(data);
  return {
    ...query,
    group: hasGroup ? query.group : '',
    country: hasCountry ? query.country : '',
    target: targets.includes(query.target) ? query.target : (targets[0] ?? FIRST_QUERY.target),
  };
}

/** Targets the document holds, the claim's own first; pledges where there are any. */
export function targetsOf(data: ThousandData): readonly GapTarget[] {
  const kinds = TARGET_KINDS.filter((kind): kind is Exclude<TargetKind, 'custom'> => kind !== 'custom');
  const named = kinds.filter((kind) => data.targets[kind] !== undefined);
  const first = named.filter((kind) => kind === FIRST_QUERY.target);
  const rest = named.filter((kind) => kind !== FIRST_QUERY.target);
  return [...first, ...rest, ...(data.pledges.stated.length > 0 ? (['pledged'] as const) : [])];
}

/** Whether anything narrows the cities down. */
export function isNarrowed({ text, group, country, inventory, pledge }: NetworkQuery): boolean {
  return [text.trim(), group, country, inventory, pledge].some((part) => part !== '');
}

/** The query with everything that narrows it taken away; order and target stay. */
export const widened = (query: NetworkQuery): NetworkQuery => ({
  ...query,
  text: '',
  group: '',
  country: '',
  inventory: '',
  pledge: '',
});
