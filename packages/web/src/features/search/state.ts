/** The city search box as a value: what is typed, what came back, which result is under the cursor. No DOM, no clock. */
import type { CityHit } from '../../shared/api.ts';

export interface SearchState {
  readonly text: string;
  readonly hits: readonly CityHit[];
  /** The text the hits answer; they may lag behind what is typed. */
  readonly answered: string;
  readonly open: boolean;
  /** Index of the active hit, or −1. */
  readonly active: number;
  readonly failed: boolean;
}

export const emptySearch: SearchState = { text: '', hits: [], answered: '', open: false, active: -1, failed: false };

export type SearchEvent =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'answered'; readonly text: string; readonly hits: readonly CityHit[] }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'moved'; readonly by: 1 | -1 }
  | { readonly kind: 'pointed'; readonly index: number }
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' };

/** What the box becomes. An answer to something no longer typed is dropped. */
export function searchAfter(state: SearchState, event: SearchEvent): SearchState {
  switch (event.kind) {
    case 'typed':
      return event.text.trim() === ''
        ? { ...emptySearch, text: event.text }
        : { ...state, text: event.text, open: true, active: -1, failed: false };
    case 'answered':
      if (event.text !== state.text.trim()) return state;
      return {
        ...state,
        hits: event.hits,
        answered: event.text,
        active: event.hits.length > 0 ? 0 : -1,
        failed: false,
      };
    case 'failed':
      return event.text === state.text.trim() ? { ...state, failed: true } : state;
    case 'moved': {
      const count = state.hits.length;
      if (count === 0) return { ...state, open: true };
      return { ...state, open: true, active: (state.active + event.by + count) % count };
    }
    case 'pointed':
      return { ...state, active: event.index };
    case 'opened':
      return { ...state, open: state.text.trim() !== '' };
    case 'closed':
      return { ...state, open: false };
  }
}

/** The hit that Enter would choose. */
export function activeHit(state: SearchState): CityHit | undefined {
  return state.open ? state.hits[state.active] : undefined;
}

/** What the list says when it has no hits to show. */
export function searchNote(state: SearchState): 'waiting' | 'none' | 'failed' | undefined {
  if (state.failed) return 'failed';
  if (state.hits.length > 0) return undefined;
  return state.answered === state.text.trim() ? 'none' : 'waiting';
}
