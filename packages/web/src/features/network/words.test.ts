import type { Pledge } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { fourCities } from '../../../test/network-fixture.ts';
import { createLanguage } from '../../i18n/context.tsx';
import en from '../../messages/en.json' with { type: 'json' };
import id from '../../messages/id.json' with { type: 'json' };
import { linesOf } from './rows.ts';
import { totalsOf } from './totals.ts';
import { megatonnes, pledgeStatus, pledgeWords, qualityWords, rowNames, spreadWords, targetName } from './words.ts';

const english = createLanguage('en', en);
const indonesian = createLanguage('id', id);
const lines = linesOf(fourCities(), rowNames(english));
const [jakarta, lodz, nairobi] = lines;
const stated = (step: Partial<Pledge['steps'][number]>, status: Pledge['status'] = 'pledged') =>
  pledgeWords(english, {
    ...jakarta!,
    pledge: { city: 0, status, counts: 'co2e', steps: [{ year: 2030, cut: 0.5, from: 'year', left: 0.5, ...step }] },
  });

describe('what is said of a city', () => {
  it('names country and region in the language, and what the catalogue does not know in English', () => {
    const [said] = linesOf(fourCities(), rowNames(indonesian));
    expect(said).toMatchObject({ country: 'Indonesia', regionName: 'Asia Tenggara' });
    expect(lines[2]).toMatchObject({ regionName: 'Sub-Saharan Africa' });
  });

  it('tells a stated target by what is cut, from what, and by when', () => {
    expect(pledgeWords(english, jakarta!)).toBe('Zero by 2050');
    expect(pledgeStatus(english, jakarta!)).toBe('in law');
    expect(stated({})).toBe('-50% by 2030');
    expect(stated({ baseline: 1990 })).toBe('-50% by 2030 on 1990');
    expect(stated({ from: 'bau' })).toBe('-50% by 2030 on what would be');
    expect(
      pledgeWords(english, { ...jakarta!, pledge: { city: 0, status: 'pledged', counts: 'co2e', steps: [] } }),
    ).toBe('Stated, no figure');
    expect(pledgeWords(english, lodz!)).toBe('None stated');
    expect(pledgeWords(english, nairobi!)).toBe('Not looked for');
    expect(pledgeStatus(english, nairobi!)).toBeUndefined();
  });

  it('says how far the truth may lie: 30 to 120 Mt about 60', () => {
    expect(spreadWords(english, jakarta!)).toBe('-50% … +100%');
    expect(spreadWords(english, { ...jakarta!, tonnes: 0 })).toBeUndefined();
  });

  it('keeps three digits in a column, and nought plain', () => {
    expect([87e6, 12.345e6, 8e6, 342_000, 0].map((tonnes) => megatonnes(tonnes, 'en'))).toEqual([
      '87.0',
      '12.3',
      '8.00',
      '0.342',
      '0',
    ]);
    expect(megatonnes(12.345e6, 'id')).toBe('12,3');
  });
});

describe('what is said of a sum', () => {
  it('always has how much of it is reported and how old it is', () => {
    expect(qualityWords(english, totalsOf(lines))).toBe(
      '5% of this is reported, the rest estimated, from figures of 2019 to 2021.',
    );
    expect(qualityWords(english, totalsOf([jakarta!]))).toBe(
      'None of this is reported; all of it is estimated, from figures of 2021.',
    );
    expect(qualityWords(english, totalsOf([lodz!]))).toBe('All of this is reported, for 2019.');
    expect(qualityWords(english, totalsOf([]))).toBe('');
  });

  it('names targets as everywhere', () => {
    expect(targetName(english, 'pathway-to-paris')).toBe('Zero by 2040');
    expect(targetName(english, 'pledged')).toBe('What each city has stated');
  });
});
