/** The page's question as a value: which cities, how far, from when, how much of it. No DOM, no clock. */
import {
  CHOICE_LIMITS,
  DEFAULT_CLAIM,
  type Ambition,
  type AmbitionKind,
  type ClaimChoice,
  type NetworkChoice,
} from '@thousand-cities/model';

export { DEFAULT_CLAIM, type ClaimChoice };

/** The cut of the reader's own that is first offered: the initiative's date, nothing left. */
const FIRST_OWN = { year: 2040, cutPercent: 100 } as const;

export interface ClaimState {
  readonly choice: ClaimChoice;
  /** Year and depth last set by the reader, kept while a named target is tried. */
  readonly own: { readonly year: number; readonly cutPercent: number };
}

export const firstClaim: ClaimState = stateOf(DEFAULT_CLAIM);

/** The state that shows a choice. */
export function stateOf(choice: ClaimChoice): ClaimState {
  return { choice, own: choice.ambition.kind === 'custom' ? choice.ambition.custom : FIRST_OWN };
}

export type ClaimEvent =
  | { readonly kind: 'asked'; readonly choice: ClaimChoice }
  /** The largest of the place; `undefined` is all of them. */
  | { readonly kind: 'count'; readonly count: number | undefined }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'ambition'; readonly ambition: AmbitionKind }
  | { readonly kind: 'own'; readonly year?: number; readonly cutPercent?: number }
  | { readonly kind: 'start'; readonly year: number }
  | { readonly kind: 'delivery'; readonly percent: number }
  | { readonly kind: 'gridShare'; readonly counts: boolean };

/** A part of the world to take cities from: neither is the whole world. */
export interface Place {
  readonly group?: string;
  readonly country?: string;
}

/** What the question becomes. Figures outside what can be chosen are brought to the nearest that can. */
export function claimAfter(state: ClaimState, event: ClaimEvent): ClaimState {
  const { choice } = state;
  const into = (change: Partial<ClaimChoice>): ClaimState => ({ ...state, choice: { ...choice, ...change } });
  switch (event.kind) {
    case 'asked':
      return sameClaim(event.choice, choice) ? state : stateOf(event.choice);
    case 'count':
      return into({ selection: { ...placeOf(choice), ...(event.count !== undefined && { count: event.count }) } });
    case 'place':
      return into({ selection: event.place });
    case 'ambition':
      return into({ ambition: ambitionOf(event.ambition, state.own) });
    case 'own':
      return ownAfter(state, event);
    case 'start':
      return into({ startYear: clamped(event.year, CHOICE_LIMITS.startYear) });
    case 'delivery':
      return into({ delivery: clamped(event.percent / 100, CHOICE_LIMITS.delivery) });
    case 'gridShare':
      return into({ gridShare: event.counts });
  }
}

function ownAfter(state: ClaimState, event: Extract<ClaimEvent, { kind: 'own' }>): ClaimState {
  const own = {
    year: clamped(event.year ?? state.own.year, CHOICE_LIMITS.customYear),
    cutPercent: clamped(event.cutPercent ?? state.own.cutPercent, CHOICE_LIMITS.cutPercent),
  };
  return { own, choice: { ...state.choice, ambition: { kind: 'custom', custom: own } } };
}

function ambitionOf(kind: AmbitionKind, own: ClaimState['own']): Ambition {
  return kind === 'custom' ? { kind, custom: own } : { kind };
}

function clamped(value: number, { min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(max, Math.max(min, value));
}

/** Where the cities are taken from. */
export function placeOf({ selection: { group, country } }: NetworkChoice): Place {
  return { ...(group !== undefined && { group }), ...(country !== undefined && { country }) };
}

/** Whether two questions are the same. */
export function sameClaim(a: ClaimChoice, b: ClaimChoice): boolean {
  return (
    a.selection.count === b.selection.count &&
    a.selection.group === b.selection.group &&
    a.selection.country === b.selection.country &&
    a.ambition.kind === b.ambition.kind &&
    sameOwn(a.ambition, b.ambition) &&
    a.startYear === b.startYear &&
    a.delivery === b.delivery &&
    a.gridShare === b.gridShare
  );
}

function sameOwn(a: Ambition, b: Ambition): boolean {
  if (a.kind !== 'custom' || b.kind !== 'custom') return true;
  return a.custom.year === b.custom.year && a.custom.cutPercent === b.custom.cutPercent;
}

/** Steps of the slider over a number of cities: by tens where there are many. The last step is all of them. */
export interface CountSteps {
  readonly step: number;
  readonly last: number;
}

export function countSteps(pool: number): CountSteps {
  const step = pool >= 200 ? 10 : 1;
  return { step, last: Math.max(1, Math.ceil(pool / step)) };
}

/** Cities at a place of the slider; undefined for all. */
export function countAt(place: number, pool: number): number | undefined {
  const { step, last } = countSteps(pool);
  return place >= last ? undefined : Math.max(1, place) * step;
}

/** Place of the slider for a number of cities. */
export function placeOfCount(count: number | undefined, pool: number): number {
  const { step, last } = countSteps(pool);
  return count === undefined || count >= pool ? last : Math.max(1, Math.round(count / step));
}
