import { AMBITION_KINDS, CHOICE_LIMITS, type Ambition, type Selection } from '@thousand-cities/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, choiceOf } from './address.ts';
import { DEFAULT_CLAIM, type ClaimChoice } from './state.ts';

const between = ({ min, max }: { readonly min: number; readonly max: number }) => fc.integer({ min, max });
const own = fc.record({ year: between(CHOICE_LIMITS.customYear), cutPercent: between(CHOICE_LIMITS.cutPercent) });
const ambition: fc.Arbitrary<Ambition> = fc
  .tuple(fc.constantFrom(...AMBITION_KINDS), own)
  .map(([kind, custom]) => (kind === 'custom' ? { kind, custom } : { kind }));
const place = fc.oneof(
  fc.constant({}),
  fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/).map((group) => ({ group })),
  fc.stringMatching(/^[A-Z]{3}$/).map((country) => ({ country })),
);
const selection: fc.Arbitrary<Selection> = fc
  .tuple(place, fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }))
  .map(([where, count]) => (count === undefined ? where : { ...where, count }));
const choice: fc.Arbitrary<ClaimChoice> = fc.record({
  selection,
  ambition,
  startYear: between(CHOICE_LIMITS.startYear),
  delivery: fc.integer({ min: 50, max: 100 }).map((percent) => percent / 100),
  gridShare: fc.boolean(),
});

describe('the address of a question', () => {
  it('brings back the same question, whatever it was', () => {
    fc.assert(
      fc.property(choice, (each) => {
        expect(choiceOf(addressOf(each))).toEqual({ choice: each });
      }),
    );
  });

  it('is empty for the question the page opens with', () => {
    expect(addressOf(DEFAULT_CLAIM)).toBe('');
    expect(choiceOf('')).toEqual({ choice: DEFAULT_CLAIM });
  });

  it('can be read by a person, and stays as it is', () => {
    const asked: ClaimChoice = {
      selection: { count: 500, group: 'south-east-asia' },
      ambition: { kind: 'custom', custom: { year: 2045, cutPercent: 80 } },
      startYear: 2030,
      delivery: 0.7,
      gridShare: false,
    };
    const link = '?v=1&cities=500&in=south-east-asia&aim=custom&by=2045&cut=80&from=2030&kept=70&grid=0';
    expect(addressOf(asked)).toBe(link);
    expect(choiceOf(link)).toEqual({ choice: asked });
  });

  it('leaves names alone that belong to others', () => {
    expect(choiceOf('?q=Bandung&lang=id&utm_source=x')).toEqual({ choice: DEFAULT_CLAIM });
  });

  it.each([
    ['?v=1&cities=0'],
    ['?v=1&cities=ten'],
    ['?v=1&from=2050'],
    ['?v=1&kept=20'],
    ['?v=1&aim=wonder'],
    ['?v=1&aim=custom&by=2040'],
    ['?v=1&in=..%2F..'],
    ['?v=1&grid=yes'],
    ['?v=x'],
  ])('says so when part of it cannot be read, and stands at the default there: %s', (search) => {
    expect(choiceOf(search)).toEqual({ choice: DEFAULT_CLAIM, trouble: 'unreadable' });
  });

  it('keeps what it can read', () => {
    const { choice: read, trouble } = choiceOf('?v=1&cities=100&from=soon&kept=80');
    expect(trouble).toBe('unreadable');
    expect(read).toEqual({ ...DEFAULT_CLAIM, selection: { count: 100 }, delivery: 0.8 });
  });

  it('is not guessed at when a later version wrote it', () => {
    expect(choiceOf('?v=2&cities=100')).toEqual({ choice: DEFAULT_CLAIM, trouble: 'newer' });
  });

  it('never fails, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(choiceOf(`?${text}`).choice.startYear).toBeGreaterThanOrEqual(CHOICE_LIMITS.startYear.min);
      }),
    );
  });
});
