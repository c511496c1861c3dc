import { expect, it, vi } from 'vitest';
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
  const edit = { basedOn: 3, value: { title: 'Mine' }, note: 'Set on the inventory of 2021.' };
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

/** An inventory of so many rows. */
const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => ({ ref: `I.${i}` }));

it('of a long edit only what has changed is written again; what is read is always a whole edit', () => {
  const device = storageOf();
  const set = vi.spyOn(device, 'setItem');
  const written = () => set.mock.calls.splice(0).map(([name]) => name);
  const edits = keptEdits(place, 'ana', device);
  const value = { year: 2021, note: undefined, rows: rowsOf(450), sources: {} };
  edits.keep({ basedOn: 1, value });
  // Year, sources, five blocks of a hundred rows, and what they make up.
  expect(written()).toHaveLength(8);
  const changed = { ...value, rows: value.rows.with(207, { ref: 'X' }) };
  edits.keep({ basedOn: 1, value: changed });
  expect(written()).toHaveLength(2);
  expect(edits.read()).toEqual({ basedOn: 1, value: changed });
  const shorter = { ...changed, rows: changed.rows.slice(1) };
  edits.keep({ basedOn: 2, value: shorter });
  expect(edits.read()).toEqual({ basedOn: 2, value: shorter });
  // Nothing lies about: seven pieces, and what they make up.
  expect(device.length).toBe(8);
  edits.forget();
  expect(device.length).toBe(0);
});

it('an edit that is kept gently gives way to the next, and nothing that was left half done is taken for an edit', async () => {
  const device = storageOf();
  const edits = keptEdits(place, 'ana', device);
  const [first, second] = [rowsOf(300), rowsOf(350)];
  // Every look at the clock is later than half a frame: a pause after each piece.
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  let now = 0;
  const given = edits.keepGently({ basedOn: 1, value: { rows: first } });
  expect(edits.read()).toBeUndefined();
  expect(await edits.keepGently({ basedOn: 1, value: { rows: second } })).toBe(true);
  clock.mockRestore();
  expect(await given).toBeUndefined();
  expect(edits.read()).toEqual({ basedOn: 1, value: { rows: second } });
  expect(device.length).toBe(5);
  // Another tab finds a piece that was never used; its first edit clears it away.
  device.setItem('edit:ana:plan:c1:d1#99', '[]');
  const later = keptEdits(place, 'ana', device);
  expect(later.read()).toEqual({ basedOn: 1, value: { rows: second } });
  later.keep({ basedOn: 1, value: { rows: first } });
  expect([device.length, later.read()]).toEqual([4, { basedOn: 1, value: { rows: first } }]);
});

it('a device that fills up keeps the edit before', () => {
  const device = storageOf();
  const edits = keptEdits(place, 'ana', device);
  const before = { basedOn: 1, value: { rows: rowsOf(250) } };
  edits.keep(before);
  const count = device.length;
  vi.spyOn(device, 'setItem').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  expect(edits.keep({ basedOn: 1, value: { rows: rowsOf(260) } })).toBe(false);
  expect([edits.read(), device.length]).toEqual([before, count]);
});
