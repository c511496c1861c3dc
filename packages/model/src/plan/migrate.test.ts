import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors.ts';
import { migrate, type Migration } from './migrate.ts';

const steps: Record<number, Migration> = {
  1: ({ cityName, ...rest }) => ({ ...rest, version: 2, city: { name: cityName } }),
  2: (document) => ({ ...document, version: 3, drivers: [] }),
};
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
};

describe('migrate', () => {
  it('walks every step from the oldest version to the present one', () => {
    expect(migrate({ version: 1, cityName: 'Semarang' }, steps, 3)).toEqual({
      version: 3,
      city: { name: 'Semarang' },
      drivers: [],
    });
  });
  it('leaves a present document as it is', () => {
    const document = { version: 3, city: { name: 'Lagos' } };
    expect(migrate(document, steps, 3)).toBe(document);
  });
  it('refuses a document of a later program', () =>
    expect(codeOf(() => migrate({ version: 4 }, steps, 3))).toBe('plan-newer'));
  it('refuses a version nobody can read', () =>
    expect(codeOf(() => migrate({ version: 0 }, steps, 3))).toBe('plan-invalid'));
  it('refuses a version that is no whole number', () =>
    expect(codeOf(() => migrate({ version: '3' }, steps, 3))).toBe('plan-invalid'));
  it('treats a step that does not advance as a bug', () => {
    expect(() => migrate({ version: 1 }, { 1: (document) => document }, 2)).toThrow(/bug/);
  });
});
