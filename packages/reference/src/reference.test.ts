import { DomainError, referenceOf } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { loadReference, referenceIdentity } from './node.ts';
import { openReference } from './reference.ts';

const reference = loadReference();

describe('loadReference', () => {
  it('has the identity of the tables on disk', () => {
    expect({ id: reference.id, hash: reference.hash }).toEqual(referenceIdentity());
  });

  it('is one instance per process', () => {
    expect(loadReference()).toBe(reference);
  });

  it('offers warming potentials, budgets, sources and countries', () => {
    expect(reference.gwpSet('AR5').values['CH4-fossil']).toBe(30); // AR5 WGI Table 8.A.1, fossil methane
    expect(reference.carbonBudgetSet(reference.defaultCarbonBudgetSet).gtCo2['1.5']).toBeDefined();
    expect(reference.source('ember').publisher).toBe('Ember');
    expect(reference.country('IDN').name).toBe('Indonesia');
  });

  it.each([
    ['unknown-country', () => reference.country('ZZZ')],
    ['missing-figure', () => reference.source('hearsay')],
    ['missing-figure', () => reference.carbonBudgetSet('AR9')],
  ])('refuses what it does not hold with %s', (code, run) => {
    expect(run).toThrow(DomainError);
    expect(run).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('reads no table before it is asked for a figure', () => {
    const read: string[] = [];
    const lazyReference = openReference(
      (name) => {
        read.push(name);
        throw new Error(name);
      },
      () => ({ id: 'x', hash: 'y' }),
    );
    expect(lazyReference.id).toBe('x');
    expect(read).toEqual([]);
    expect(() => lazyReference.sources).toThrow('sources');
    expect(read).toEqual(['sources']);
  });
});

describe('countrySlice', () => {
  it('answers in a browser as the whole set does for that country', () => {
    const sent = JSON.stringify(reference.countrySlice('IDN'));
    const opened = referenceOf(JSON.parse(sent) as ReturnType<typeof reference.countrySlice>);
    expect(opened.country('IDN')).toEqual(reference.country('IDN'));
    expect(opened.world).toEqual(reference.world);
    expect(opened.gwpSet('AR6')).toEqual(reference.gwpSet('AR6'));
    expect(opened.hash).toBe(reference.hash);
    expect(() => opened.country('DEU')).toThrow(DomainError);
  });

  it('carries every source that it names', () => {
    const slice = reference.countrySlice('MCO');
    const ids = new Set(slice.sources.map((source) => source.id));
    const named = [...JSON.stringify(slice).matchAll(/"source":"([^"]+)"/g)].map((match) => match[1]!);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('stays small: below 60 kB before compression', () => {
    for (const iso3 of ['IDN', 'DEU', 'KEN', 'USA'])
      expect(JSON.stringify(reference.countrySlice(iso3)).length).toBeLessThan(60_000);
  });
});
