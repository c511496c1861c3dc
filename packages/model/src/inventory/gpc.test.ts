import { describe, expect, it } from 'vitest';
import { GPC_REFERENCES, inBoundary, isGpcRef, refsIn, scopeOf, sectorOf, subsectorOf } from './gpc.ts';
import type { Boundary } from './types.ts';

/** The GPC's own summations, written as patterns over references (GPC v1.1, section 4.4). */
const EQUATION: Readonly<Record<Boundary, RegExp>> = {
  basic: /^(I\.[1-8]\.1|I\.[1-6]\.2|II\.[1-5]\.[12]|III\.[1-4]\.[12])$/,
  basicPlus: /^(I\.[1-8]\.1|I\.[1-6]\.[23]|II\.[1-5]\.[123]|III\.[1-4]\.[12]|IV\.[12]|V\.[123])$/,
  basicPlusS3: /^(I\.[1-8]\.1|I\.[1-6]\.[23]|II\.[1-5]\.[123]|III\.[1-4]\.[12]|IV\.[12]|V\.[123]|VI\.1)$/,
  territorial: /^(I\.[1-8]\.1|I\.4\.4|II\.[1-5]\.1|III\.[1-4]\.[13]|IV\.[12]|V\.[123])$/,
};

describe('the 54 GPC references', () => {
  it('are 54, each once', () => {
    expect(new Set(GPC_REFERENCES.map((entry) => entry.ref)).size).toBe(54);
    expect(GPC_REFERENCES).toHaveLength(54);
  });

  it.each([
    ['basic', 32],
    ['basicPlus', 48],
    ['basicPlusS3', 49],
    ['territorial', 27],
  ] as const)('%s counts %i of them, by the published equation', (boundary, count) => {
    expect(refsIn(boundary)).toHaveLength(count);
    for (const { ref } of GPC_REFERENCES) expect(inBoundary(ref, boundary), ref).toBe(EQUATION[boundary].test(ref));
  });

  it('territorial is scope 1 and nothing else', () => {
    for (const { ref, scope } of GPC_REFERENCES) expect(inBoundary(ref, 'territorial'), ref).toBe(scope === 1);
  });

  it('puts exported waste in scope 3 and imported waste in scope 1', () => {
    expect(scopeOf('III.1.2')).toBe(3);
    expect(scopeOf('III.1.3')).toBe(1);
  });

  it('names sector and sub-sector', () => {
    expect([sectorOf('III.4.2'), subsectorOf('III.4.2')]).toEqual(['III', 'III.4']);
    expect([sectorOf('IV.1'), subsectorOf('IV.1')]).toEqual(['IV', 'IV.1']);
  });

  it('refuses what is not in the list', () => {
    expect(isGpcRef('I.63')).toBe(false);
    expect(() => inBoundary('I.7.2', 'basic')).toThrow(expect.objectContaining({ code: 'unknown-reference' }));
  });
});
