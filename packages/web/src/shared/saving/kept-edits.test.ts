import { expect, it } from 'vitest';
import { countKept, forgetKept } from './device.ts';
import { keptEdits } from './kept-edits.ts';

/** A device's storage, with room for so many characters. */
function storageOf(room = Infinity): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (name: string) => items.get(name) ?? null,
    removeItem: (name: string) => void items.delete(name),
    setItem: (name: string, text: string) => {
      if (text.length > room) throw new Error('QuotaExceededError');
      items.set(name, text);
    },
  } as unknown as Storage;
}
const place = { kind: 'plan', cityId: 'c1', documentId: 'd1' } as const;

it('an edit is found again by whoever made it, and by nobody else who signs in on the same device', () => {
  const device = storageOf();
  const [ana, budi] = [keptEdits(place, 'ana', device), keptEdits(place, 'budi', device)];
  const edit = { basedOn: 3, value: { title: 'Mine' } };
  expect(ana.keep(edit)).toBe(true);
  expect(budi.read()).toBeUndefined();
  budi.forget();
  expect(ana.read()).toEqual(edit);
  expect(keptEdits({ ...place, documentId: 'd2' }, 'ana', device).read()).toBeUndefined();
  ana.forget();
  expect(ana.read()).toBeUndefined();
});

it('a device without room says so, and what is no edit is none', () => {
  expect(keptEdits(place, 'ana', storageOf(10)).keep({ basedOn: 3, value: 'too long for it' })).toBe(false);
  const device = storageOf();
  device.setItem('edit:ana:plan:c1:d1', '{"basedOn":');
  expect(keptEdits(place, 'ana', device).read()).toBeUndefined();
});

it('signing out forgets what is unsaved, and somebody’s signing in what others left; nothing else is touched', () => {
  const [device, tab] = [storageOf(), storageOf()];
  const edit = { basedOn: 3, value: { title: 'Mine' } };
  device.setItem('theme', 'dark');
  const left = () => {
    keptEdits(place, 'ana', device).keep(edit);
    keptEdits({ ...place, documentId: 'd2' }, 'ana', tab).keep(edit);
    keptEdits(place, 'anabel', device).keep(edit);
  };
  left();
  expect(countKept('ana', [device, tab])).toBe(2);
  forgetKept([device, tab], 'ana');
  expect([countKept('ana', [device, tab]), countKept('anabel', [device, tab])]).toEqual([2, 0]);
  left();
  forgetKept([device, tab]);
  expect([countKept('ana', [device, tab]), countKept('anabel', [device, tab])]).toEqual([0, 0]);
  expect(device.getItem('theme')).toBe('dark');
});
