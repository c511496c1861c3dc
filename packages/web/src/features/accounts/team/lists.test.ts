import { describe, expect, it } from 'vitest';
import { invitationState, networksHere } from './lists.ts';

describe('networks', () => {
  it('stand with what the city shares, its own first, asked or taken in', () => {
    const networks = [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
      { id: 'c', name: 'C' },
    ];
    const of = (networkId: string, acceptedAt: string | null) => ({
      cityId: 'x',
      networkId,
      shares: ['plan' as const],
      acceptedAt,
      declinedAt: null,
      reason: null,
    });
    expect(networksHere(networks, [of('c', null), of('b', '2026-01-01T00:00:00Z')])).toEqual([
      { id: 'b', name: 'B', shares: ['plan'], accepted: true },
      { id: 'c', name: 'C', shares: ['plan'], accepted: false },
      { id: 'a', name: 'A', shares: undefined, accepted: false },
    ]);
    const at = '2026-02-01T00:00:00Z';
    const [, declined] = networksHere(networks, [of('c', null), { ...of('a', null), declinedAt: at, reason: 'Later' }]);
    expect(declined).toEqual({ id: 'a', name: 'A', shares: undefined, accepted: false, declined: { at, reason: 'Later' } }); // prettier-ignore
  });
});

describe('an invitation', () => {
  const invitation = { acceptedAt: null, revokedAt: null, expiresAt: '2026-02-01T00:00:00Z' };
  const before = Date.parse('2026-01-31T00:00:00Z');
  it.each([
    [invitation, before, 'open'],
    [invitation, Date.parse('2026-02-01T00:00:00Z'), 'over'],
    [{ ...invitation, revokedAt: '2026-01-02T00:00:00Z' }, before, 'revoked'],
    [{ ...invitation, acceptedAt: '2026-01-02T00:00:00Z' }, before, 'accepted'],
  ])('is what its moments say', (each, now, state) => {
    expect(invitationState(each, now)).toBe(state);
  });
});
