/** Worked examples of methane commitment; constants of GPC v1.1 ch. 8. */
import { describe, expect, it } from 'vitest';
import { GPC_COMMITMENT_DOCF, methaneCommitment, mixedDoc } from './methane-commitment.ts';

describe('methane commitment', () => {
  it('takes the GPC constants', () => {
    // DOC of 50 % food, 20 % paper, 30 % plastics = 0.075 + 0.08 + 0 = 0.155. L0 = 1 · 0.155 · 0.6 · 0.5 · 16/12 = 0.062 t/t.
    const doc = mixedDoc([
      { share: 0.5, doc: 0.15 },
      { share: 0.2, doc: 0.4 },
      { share: 0.3, doc: 0 },
    ]);
    expect(doc).toBeCloseTo(0.155, 12);
    const emission = methaneCommitment({
      tonnes: 1000,
      doc,
      docf: GPC_COMMITMENT_DOCF,
      mcf: 1,
      methaneShare: 0.5,
      recoveredShare: 0.2,
      oxidation: 0.1,
      source: 'gpc',
    });
    expect(emission.gases['CH4-biogenic']).toBeCloseTo(62 * 0.8 * 0.9, 9);
  });

  it('refuses a mix that is not whole', () => {
    expect(() => mixedDoc([{ share: 0.5, doc: 0.15 }])).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});
