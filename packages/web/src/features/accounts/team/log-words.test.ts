import { expect, it } from 'vitest';
import catalogue from '../../../i18n/workspace-catalogue.en.ts';
import { createSay } from '../../../i18n/messages.ts';
import { actorOf, deedOf, type LogEntry } from './log-words.ts';

const say = createSay('en', catalogue);
const names = new Map([
  ['a', 'Ada'],
  ['r', 'Rosa'],
]);
const line = (entry: LogEntry) => `${actorOf(entry, names, say)} ${deedOf(entry, names, say, catalogue)}`;

it.each([
  ['city.found', 'city/x', null, { name: 'Riverton', lead: 'a' }, 'Ada founded the city Riverton'],
  ['members.accept', 'user/r', null, { role: 'editor' }, 'Rosa accepted an invitation, as editor'],
  ['members.set', 'user/r', 'a', { role: 'viewer' }, 'Ada gave Rosa the role viewer'],
  ['members.set', 'user/gone', 'a', { role: null }, 'Ada removed a former member'],
  [
    'members.invite',
    'invitation/x',
    'admin',
    { role: 'lead', by: 'installation' },
    'The administrator of the installation invited a lead, since nobody led the city',
  ],
  [
    'members.set',
    'user/gone',
    'admin',
    { role: null, account: 'anonymised' },
    'a former member left, and the account was deleted',
  ],
  ['base-year.choose', 'inventory/x', 'r', { year: 2019 }, 'Rosa chose 2019 as the base year'],
  ['plan.approved', 'plan/x/3', 'gone', { sha256: 'f' }, 'a former member approved a plan (version 3)'],
  ['comment.add', 'plan/x', 'v', { id: 'c' }, 'A validator of a network, or a former member wrote a comment'],
  ['something.new', 'thing/x', null, {}, 'The program something.new thing/x'],
])('%s of %s is told in words', (action, subject, actor, detail, words) => {
  expect(line({ action, subject, actor, detail: JSON.stringify(detail) })).toBe(words);
});

it('an entry whose detail is none is told all the same', () => {
  expect(line({ action: 'city.rename', subject: 'city/x', actor: 'a', detail: 'x' })).toBe('Ada renamed the city to ');
});
