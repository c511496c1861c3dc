/** The question as part of an address: words a person can read and change, stable, with a version. */
import {
  AMBITION_KINDS,
  CHOICE_LIMITS,
  type Ambition,
  type AmbitionKind,
  type Selection,
} from '@thousand-cities/model';
import { DEFAULT_CLAIM, sameClaim, type ClaimChoice } from './state.ts';

const VERSION = 1;

/** Names in the address. They are never renamed: links live longer than code. */
const NAMES = {
  version: 'v',
  count: 'cities',
  place: 'in',
  ambition: 'aim',
  year: 'by',
  cut: 'cut',
  start: 'from',
  delivery: 'kept',
  grid: 'grid',
} as const;

/** `unreadable`: part of it was cut, or says what cannot be chosen. `newer`: written by a later version of the page. */
export type AddressTrouble = 'unreadable' | 'newer';

export interface AddressReading {
  readonly choice: ClaimChoice;
  /** What could not be read stands at its default. */
  readonly trouble?: AddressTrouble;
}

/** The query of an address for a choice, with its question mark; empty for the default. Only what differs is in it. */
export function addressOf(choice: ClaimChoice): string {
  if (sameClaim(choice, DEFAULT_CLAIM)) return '';
  const { selection, ambition, startYear, delivery, gridShare } = choice;
  const place = selection.group ?? selection.country;
  const query = new URLSearchParams({ [NAMES.version]: String(VERSION) });
  const put = (name: string, value: string | number | undefined, unless?: string | number): void => {
    if (value !== undefined && value !== unless) query.set(name, String(value));
  };
  put(NAMES.count, selection.count);
  put(NAMES.place, place);
  put(NAMES.ambition, ambition.kind, DEFAULT_CLAIM.ambition.kind);
  if (ambition.kind === 'custom') {
    put(NAMES.year, ambition.custom.year);
    put(NAMES.cut, ambition.custom.cutPercent);
  }
  put(NAMES.start, startYear, DEFAULT_CLAIM.startYear);
  put(NAMES.delivery, Math.round(delivery * 100), DEFAULT_CLAIM.delivery * 100);
  if (gridShare !== DEFAULT_CLAIM.gridShare) put(NAMES.grid, gridShare ? 1 : 0);
  return `?${query.toString()}`;
}

/** Thrown inside the reader only. */
class Unreadable extends Error {}

/** Read the query of an address. Names of other things in it (`q`, `lang`, a campaign) are left alone. */
export function choiceOf(search: string): AddressReading {
  const query = new URLSearchParams(search);
  const version = query.get(NAMES.version);
  if (version !== null && /^\d{1,4}$/.test(version) && Number(version) > VERSION) {
    return { choice: DEFAULT_CLAIM, trouble: 'newer' };
  }
  let trouble: AddressTrouble | undefined = version === null || version === String(VERSION) ? undefined : 'unreadable';
  const part = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      trouble = 'unreadable';
      return otherwise;
    }
  };
  const choice: ClaimChoice = {
    selection: { ...part(() => countOf(query), {}), ...part(() => placeIn(query), {}) },
    ambition: part(() => ambitionIn(query), DEFAULT_CLAIM.ambition),
    startYear: part(() => whole(query, NAMES.start, CHOICE_LIMITS.startYear), undefined) ?? DEFAULT_CLAIM.startYear,
    delivery: part(() => deliveryIn(query), DEFAULT_CLAIM.delivery),
    gridShare: part(() => gridIn(query), DEFAULT_CLAIM.gridShare),
  };
  return { choice, ...(trouble && { trouble }) };
}

/** A whole number within limits; undefined when the address does not name it. */
function whole(query: URLSearchParams, name: string, limits: { readonly min: number; readonly max: number }) {
  const text = query.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  if (!/^\d{1,6}$/.test(text) || value < limits.min || value > limits.max) throw new Unreadable(name);
  return value;
}

/** More cities than there are is all of them, which is seen once they are known. */
function countOf(query: URLSearchParams): Pick<Selection, 'count'> {
  const count = whole(query, NAMES.count, { min: 1, max: 100_000 });
  return count === undefined ? {} : { count };
}

/** Countries have three capital letters, groups are small words; whether there is such a one is seen once the cities are known. */
function placeIn(query: URLSearchParams): Pick<Selection, 'group' | 'country'> {
  const text = query.get(NAMES.place);
  if (text === null) return {};
  if (/^[A-Z]{3}$/.test(text)) return { country: text };
  if (/^[a-z0-9-]{1,60}$/.test(text)) return { group: text };
  throw new Unreadable(NAMES.place);
}

function ambitionIn(query: URLSearchParams): Ambition {
  const kind = query.get(NAMES.ambition) ?? DEFAULT_CLAIM.ambition.kind;
  if (!(AMBITION_KINDS as readonly string[]).includes(kind)) throw new Unreadable(NAMES.ambition);
  if (kind !== 'custom') return { kind: kind as Exclude<AmbitionKind, 'custom'> };
  const year = whole(query, NAMES.year, CHOICE_LIMITS.customYear);
  const cutPercent = whole(query, NAMES.cut, CHOICE_LIMITS.cutPercent);
  if (year === undefined || cutPercent === undefined) throw new Unreadable(NAMES.year);
  return { kind, custom: { year, cutPercent } };
}

function deliveryIn(query: URLSearchParams): number {
  const { min, max } = CHOICE_LIMITS.delivery;
  const percent = whole(query, NAMES.delivery, { min: min * 100, max: max * 100 });
  return percent === undefined ? DEFAULT_CLAIM.delivery : percent / 100;
}

function gridIn(query: URLSearchParams): boolean {
  return (whole(query, NAMES.grid, { min: 0, max: 1 }) ?? Number(DEFAULT_CLAIM.gridShare)) === 1;
}
