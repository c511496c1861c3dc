/** What the page knows so far, as a value: the cities, the climate, the last answer. No thread, no DOM. */
import type { ClaimAnswer } from '@thousand-cities/model';
import type { ClaimReply, ClimateBasis } from './messages.ts';
import type { Roster } from './roster.ts';
import type { ClaimChoice } from './state.ts';

/** Why something did not come. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export type CitiesState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'ready'; readonly roster: Roster }
  | { readonly phase: 'failed'; readonly refusal: Refusal };

export type ClimateState =
  | { readonly phase: 'waiting'; readonly received: number; readonly total?: number }
  | { readonly phase: 'ready'; readonly basis: ClimateBasis }
  | { readonly phase: 'failed'; readonly refusal: Refusal };

export interface ClaimSession {
  readonly cities: CitiesState;
  readonly climate: ClimateState;
  /** The last answer and the question it answers, which may be an earlier one than stands on screen. */
  readonly last?: { readonly choice: ClaimChoice; readonly answer: ClaimAnswer; readonly took: number };
  /** The last question could not be answered. */
  readonly refusal?: Refusal;
}

export const firstSession: ClaimSession = {
  cities: { phase: 'waiting' },
  climate: { phase: 'waiting', received: 0 },
};

export type SessionEvent =
  | { readonly kind: 'replied'; readonly reply: ClaimReply; readonly choice?: ClaimChoice }
  | { readonly kind: 'failed'; readonly what: 'cities' | 'climate'; readonly refusal: Refusal }
  | { readonly kind: 'retried'; readonly what: 'cities' | 'climate' };

/** What is known after an event. An answer replaces the one before; nothing that was known is lost to a failure. */
export function sessionAfter(session: ClaimSession, event: SessionEvent): ClaimSession {
  switch (event.kind) {
    case 'replied':
      return repliedWith(session, event.reply, event.choice);
    case 'failed':
      return failed(session, event.what, event.refusal);
    case 'retried':
      return event.what === 'cities'
        ? { ...session, cities: { phase: 'waiting' } }
        : { ...session, climate: { phase: 'waiting', received: 0 } };
  }
}

function repliedWith(session: ClaimSession, reply: ClaimReply, choice: ClaimChoice | undefined): ClaimSession {
  switch (reply.kind) {
    case 'roster':
      return { ...session, cities: { phase: 'ready', roster: reply.roster } };
    case 'progress': {
      const { received, total } = reply;
      return { ...session, climate: { phase: 'waiting', received, ...(total !== undefined && { total }) } };
    }
    case 'climate-ready':
      return { ...session, climate: { phase: 'ready', basis: reply.basis } };
    case 'answer': {
      if (!choice) return session;
      const { refusal: _, ...rest } = session;
      return { ...rest, last: { choice, answer: reply.answer, took: reply.took } };
    }
    case 'refused':
      return { ...session, refusal: { code: reply.code, message: reply.message } };
    case 'failed':
      return failed(session, reply.what, { code: reply.code, message: reply.message });
  }
}

function failed(session: ClaimSession, what: 'cities' | 'climate', refusal: Refusal): ClaimSession {
  return what === 'cities'
    ? { ...session, cities: { phase: 'failed', refusal } }
    : { ...session, climate: { phase: 'failed', refusal } };
}

/** 0…1 of the climate that has come; undefined where nobody says how much there is. */
export function shareReceived({ climate }: ClaimSession): number | undefined {
  if (climate.phase !== 'waiting' || climate.total === undefined || climate.total === 0) return undefined;
  return Math.min(1, climate.received / climate.total);
}
