import { describe, expect, it } from 'vitest';
import { afterwards, isTakenBack, isWithdrawn, type Publication } from './publications.ts';
import { stepsFrom } from './workflow.tsx';

describe('steps of a document', () => {
  it.each([
    ['draft', 'lead', ['submit']],
    ['draft', 'editor', ['submit']],
    ['returned', 'editor', ['submit']],
    ['draft', 'reviewer', []],
    ['draft', 'viewer', []],
    ['review', 'lead', ['approve', 'return']],
    ['review', 'reviewer', ['approve', 'return']],
    ['review', 'editor', []],
    ['approved', 'lead', ['publish']],
    ['approved', 'reviewer', []],
    ['published', 'lead', []],
  ] as const)('from %s as %s: %j', (state, role, steps) => {
    expect(stepsFrom(state, role)).toEqual(steps);
  });

  it('publishes again what was withdrawn, by a lead alone', () => {
    expect(stepsFrom('published', 'lead', true)).toEqual(['publish']);
    expect(stepsFrom('published', 'editor', true)).toEqual([]);
  });
});

describe('a publication that is withdrawn', () => {
  const of = (id: string, kind: 'plan' | 'inventory', subjectId: string, version: number) =>
    ({ id, kind, subjectId, version }) as Publication;
  // Newest first: the plan twice, another plan before both, an inventory of one year.
  const [second, first, other, year] = [
    of('p2', 'plan', 'plan', 8),
    of('p1', 'plan', 'plan', 4),
    of('p0', 'plan', 'other', 4),
    of('i1', 'inventory', '2021', 4),
  ] as const;

  it('leaves the newest of the rest on the page, none of its kind, or nothing', () => {
    expect(afterwards([second, first, other, year], second)).toEqual({ shows: 'another', publication: first });
    expect(afterwards([second, other], second)).toEqual({ shows: 'another', publication: other });
    expect(afterwards([second, year], second)).toEqual({ shows: 'none', kind: 'plan' });
    // An inventory of another year is not shown in its place.
    expect(afterwards([of('i2', 'inventory', '2023', 4), year], year)).toEqual({ shows: 'none', kind: 'inventory' });
    expect(afterwards([year], year)).toEqual({ shows: 'nothing' });
  });

  it('is not called published, nor is one called withdrawn of which nothing is known', () => {
    const version = { version: 8, state: 'published' } as const;
    expect([isWithdrawn(version, [first]), isWithdrawn(version, [second]), isWithdrawn(version, undefined)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isWithdrawn({ version: 9, state: 'draft' }, [first])).toBe(false);
    expect(isTakenBack({ ...version, publishedVersion: 4 })).toBe(true);
    expect(isTakenBack({ ...version, publishedVersion: 8 })).toBe(false);
  });
});
