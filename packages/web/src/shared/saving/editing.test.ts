import { describe, expect, it } from 'vitest';
import { beginEditing, editingAfter, isChanged, noteOf, resolution, savesIn, type Editing, type EditingEvent } from './editing.ts'; // prettier-ignore
import { ApiError } from '../api.ts';
import { inventoryRules } from './merge-rules.ts';
import type { SavedVersion } from './document-api.ts';

const version = (number: number, document: unknown): SavedVersion => ({
  version: number,
  state: 'draft',
  document,
  createdBy: null,
  createdAt: '2026-01-01T00:00:00.000Z',
});
const stored = (number: number): EditingEvent => ({
  kind: 'stored',
  head: { version: number, state: 'draft' },
  by: 'me',
  at: '2026-01-02T00:00:00.000Z',
});
const after = (from: Editing, ...events: EditingEvent[]) =>
  events.reduce((now, event) => editingAfter(now, event, inventoryRules), from);
const start = beginEditing(version(1, { note: 'a' }));
const edit = (value: unknown, about?: string): EditingEvent => ({ kind: 'edited', value, ...(about && { about }) });

describe('a document under edit', () => {
  it('goes back and forth through what it was', () => {
    const twice = after(start, edit({ note: 'b' }), edit({ note: 'c' }));
    expect(after(twice, { kind: 'undone' }).value).toEqual({ note: 'b' });
    expect(after(twice, { kind: 'undone' }, { kind: 'undone' }).value).toEqual({ note: 'a' });
    expect(after(twice, { kind: 'undone' }, { kind: 'redone' }).value).toEqual({ note: 'c' });
    expect(after(start, { kind: 'undone' })).toBe(start);
    // Back at what is saved, there is nothing to save.
    expect(after(twice, { kind: 'undone' }).saving).toBe('unsaved');
    expect(after(twice, { kind: 'undone' }, { kind: 'undone' }).saving).toBe('saved');
    expect(after(start, edit({ note: 'b' }), edit({ note: 'a' })).saving).toBe('saved');
  });

  it('takes changes of one thing as one step', () => {
    const typed = after(
      start,
      edit({ note: 'b' }, 'note'),
      edit({ note: 'bc' }, 'note'),
      edit({ note: 'bcd' }, 'note'),
    );
    expect(after(typed, { kind: 'undone' }).value).toEqual({ note: 'a' });
  });

  it('is unsaved again when it was changed while it was being saved', () => {
    const sent = after(start, edit({ note: 'b' }), { kind: 'sending' }, edit({ note: 'c' }));
    expect(sent.saving).toBe('saving');
    const back = after(sent, stored(2));
    expect(back).toMatchObject({
      saving: 'unsaved',
      value: { note: 'c' },
      saved: { version: 2, document: { note: 'b' } },
    });
    expect(after(back, { kind: 'sending' }, stored(3)).saving).toBe('saved');
  });

  it('keeps what was edited when the line is down', () => {
    const down = after(
      start,
      edit({ note: 'b' }),
      { kind: 'sending' },
      { kind: 'failed', error: new Error(), offline: true },
    );
    expect(down).toMatchObject({ saving: 'offline', value: { note: 'b' } });
    expect(isChanged(down)).toBe(true);
  });

  it('is saved by itself after a pause, and again where that may go well later', () => {
    const sent = after(start, edit({ note: 'b' }), { kind: 'sending' });
    const failed = (code: string, status: number) =>
      savesIn(after(sent, { kind: 'failed', error: new ApiError(code, status, ''), offline: status === 0 }));
    expect([start, after(start, edit({ note: 'b' })), sent].map(savesIn)).toEqual([undefined, 8000, undefined]);
    expect([failed('offline', 0), failed('store-unavailable', 503), failed('too-many', 429)]).toEqual([
      10_000, 10_000, 10_000,
    ]);
    // What is refused once is refused again.
    expect([failed('not-allowed', 403), failed('too-large', 413)]).toEqual([undefined, undefined]);
  });

  it('is saved with what is said of it, by whichever save succeeds, once', () => {
    const taken = after(start, { kind: 'edited', value: { note: 'b' }, note: 'Back to version 3.' });
    const down = after(taken, { kind: 'sending' }, { kind: 'failed', error: new Error(), offline: true });
    const on = after(down, edit({ note: 'c' }));
    expect([noteOf(taken), noteOf(down), noteOf(on)]).toEqual(Array(3).fill('Back to version 3.'));
    expect(noteOf(after(on, { kind: 'sending' }, stored(2)))).toBeUndefined();
    // Taken back, it is not told of; brought again, it is; taken while another was on its way, it goes with the next.
    const back = after(taken, { kind: 'undone' });
    expect([noteOf(back), noteOf(after(back, { kind: 'redone' }))]).toEqual([undefined, 'Back to version 3.']);
    const late = after(
      taken,
      { kind: 'sending' },
      { kind: 'edited', value: { note: 'd' }, note: 'Rebased.' },
      stored(2),
    );
    expect(noteOf(late)).toBe('Rebased.');
    // It stands through a merge with what somebody else saved, and is not said again where the lost save was stored after all.
    const theirs = version(2, { note: 'a', boundary: 'theirs' });
    const merged = after(taken, { kind: 'sending' }, { kind: 'conflicted', base: { note: 'a' }, theirs });
    expect(noteOf(merged)).toBe('Back to version 3.');
    const own = version(2, { note: 'b' });
    expect(noteOf(after(on, { kind: 'sending' }, { kind: 'conflicted', base: { note: 'a' }, theirs: own }))).toBeUndefined(); // prettier-ignore
    // Kept on the device it is found again.
    expect(noteOf(after(beginEditing(version(1, { note: 'a' }), { note: 'b' }, 'Rebased.'), edit({ note: 'c' })))).toBe('Rebased.'); // prettier-ignore
  });

  it('goes on with an edit that was kept on the device', () => {
    expect(beginEditing(version(1, { note: 'a' }), { note: 'mine' })).toMatchObject({ saving: 'unsaved' });
    expect(beginEditing(version(1, { note: 'a' }), { note: 'a' })).toMatchObject({ saving: 'saved' });
  });
});

describe('a save whose answer was lost', () => {
  const sent = after(start, edit({ note: 'b' }), { kind: 'sending' });
  const lost = after(sent, { kind: 'failed', error: new Error(), offline: true });
  const own: EditingEvent = { kind: 'conflicted', base: { note: 'a' }, theirs: version(2, { note: 'b' }) };

  it('is no edit of somebody else: what came after stands upon it', () => {
    const on = after(lost, edit({ note: 'c' }), { kind: 'sending' }, own);
    expect(on).toMatchObject({ saving: 'unsaved', value: { note: 'c' }, saved: { version: 2 } });
    expect(on.conflict).toBeUndefined();
    expect(after(on, { kind: 'undone' }).value).toEqual({ note: 'b' });
  });

  it('may be stored, so that going back from it is a change, which is kept', () => {
    const back = after(lost, { kind: 'undone' });
    expect(isChanged(back)).toBe(true);
    expect(after(back, { kind: 'arrived', newer: version(2, { note: 'b' }) }).value).toEqual({ note: 'a' });
    const stands = after(back, { kind: 'sending' }, own);
    expect(stands).toMatchObject({ saving: 'unsaved', value: { note: 'a' }, saved: { version: 2 } });
    expect(after(stands, { kind: 'sending' }, stored(3))).toMatchObject({ saving: 'saved', value: { note: 'a' } });
  });

  it('is not one that was refused', () => {
    const refused = after(sent, { kind: 'failed', error: new ApiError('not-allowed', 403, ''), offline: false });
    expect(after(refused, { kind: 'undone' }).saving).toBe('saved');
  });
});

describe('somebody else', () => {
  it('who saved something else is merged in at once', () => {
    const mine = after(start, edit({ note: 'a', boundary: 'city' }), { kind: 'sending' });
    const merged = after(mine, { kind: 'conflicted', base: { note: 'a' }, theirs: version(2, { note: 'theirs' }) });
    expect(merged).toMatchObject({
      saving: 'unsaved',
      value: { note: 'theirs', boundary: 'city' },
      saved: { version: 2 },
    });
    expect(after(merged, { kind: 'undone' }).value).toEqual({ note: 'a', boundary: 'city' });
  });

  it('who changed the same is asked about, and nothing is lost meanwhile', () => {
    const mine = after(start, edit({ note: 'mine' }), { kind: 'sending' });
    const open = after(mine, { kind: 'conflicted', base: { note: 'a' }, theirs: version(2, { note: 'theirs' }) });
    expect(open).toMatchObject({ saving: 'conflict', value: { note: 'mine' } });
    const { conflict } = open;
    const theirs = resolution(conflict!, new Set(conflict!.conflicts), inventoryRules);
    expect(theirs).toEqual({ note: 'theirs' });
    expect(after(open, { kind: 'resolved', value: theirs })).toMatchObject({ saving: 'saved', saved: { version: 2 } });
    const kept = resolution(conflict!, new Set(), inventoryRules);
    expect(after(open, { kind: 'resolved', value: kept })).toMatchObject({
      saving: 'unsaved',
      value: { note: 'mine' },
    });
  });

  it('is shown at once where I have changed nothing, and waits where I have', () => {
    const newer = version(2, { note: 'theirs' });
    expect(after(start, { kind: 'arrived', newer })).toMatchObject({ value: { note: 'theirs' }, saving: 'saved' });
    const mine = after(start, edit({ note: 'mine' }), { kind: 'arrived', newer });
    expect(mine).toMatchObject({ value: { note: 'mine' }, saving: 'unsaved', newer: { version: 2 } });
  });
});
