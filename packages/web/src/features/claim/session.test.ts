import type { ClaimAnswer } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import type { ClaimReply } from './messages.ts';
import type { Roster } from './roster.ts';
import { firstSession, sessionAfter, shareReceived, type SessionEvent } from './session.ts';
import { DEFAULT_CLAIM } from './state.ts';

const after = (...events: SessionEvent[]) => events.reduce(sessionAfter, firstSession);
const replied = (reply: ClaimReply): SessionEvent => ({ kind: 'replied', reply, choice: DEFAULT_CLAIM });
const roster = { id: ['1'] } as unknown as Roster;
const answer = { tonnes: { by2030: 1 } } as unknown as ClaimAnswer;
const cities = replied({ kind: 'roster', roster });
const answered = replied({ kind: 'answer', id: 1, answer, took: 12 });
const offline = { code: 'offline', message: 'the server was not reached' };

describe('what the claim’s page knows', () => {
  it('begins with nothing and waits for both', () => {
    expect(firstSession.cities.phase).toBe('waiting');
    expect(shareReceived(firstSession)).toBeUndefined();
  });

  it('keeps the tonnes when the climate cannot be had', () => {
    const session = after(cities, answered, { kind: 'failed', what: 'climate', refusal: offline });
    expect(session.last?.answer).toBe(answer);
    expect(session.climate).toEqual({ phase: 'failed', refusal: offline });
    expect(session.cities.phase).toBe('ready');
  });

  it('waits again after a retry', () => {
    const session = after(
      { kind: 'failed', what: 'climate', refusal: offline },
      { kind: 'retried', what: 'climate' },
      replied({ kind: 'progress', received: 250, total: 1000 }),
    );
    expect(shareReceived(session)).toBe(0.25);
  });

  it('says how far the climate is only where that is known', () => {
    expect(shareReceived(after(replied({ kind: 'progress', received: 5 })))).toBeUndefined();
    expect(shareReceived(after(replied({ kind: 'progress', received: 1200, total: 1000 })))).toBe(1);
  });

  it('keeps the last answer beside a refusal, and forgets the refusal with the next answer', () => {
    const refused = after(cities, answered, replied({ kind: 'refused', id: 2, code: 'unknown-path', message: 'x' }));
    expect(refused.last?.answer).toBe(answer);
    expect(refused.refusal?.code).toBe('unknown-path');
    expect(sessionAfter(refused, answered).refusal).toBeUndefined();
  });
});
