import { describe, expect, it } from 'vitest';
import type { CityHit } from '../../shared/api.ts';
import { activeHit, emptySearch, searchAfter, searchNote, type SearchEvent } from './state.ts';

const hit = (id: string): CityHit => ({ id, name: id, iso3: 'IDN', country: 'Indonesia' });
const after = (...events: SearchEvent[]) => events.reduce(searchAfter, emptySearch);

describe('the city search box', () => {
  it('opens while typing and closes when emptied', () => {
    expect(after({ kind: 'typed', text: 'ban' }).open).toBe(true);
    expect(after({ kind: 'typed', text: 'ban' }, { kind: 'typed', text: ' ' }).open).toBe(false);
  });

  it('puts the cursor on the best answer, so that Enter takes it', () => {
    const state = after({ kind: 'typed', text: 'ban' }, { kind: 'answered', text: 'ban', hits: [hit('a'), hit('b')] });
    expect(activeHit(state)?.id).toBe('a');
  });

  it('drops an answer to something no longer typed', () => {
    const state = after(
      { kind: 'typed', text: 'ban' },
      { kind: 'typed', text: 'band' },
      { kind: 'answered', text: 'ban', hits: [hit('a')] },
    );
    expect(state.hits).toEqual([]);
    expect(searchNote(state)).toBe('waiting');
  });

  it('moves through the answers and around the ends', () => {
    const open = after({ kind: 'typed', text: 'b' }, { kind: 'answered', text: 'b', hits: [hit('a'), hit('b')] });
    expect(activeHit(searchAfter(open, { kind: 'moved', by: 1 }))?.id).toBe('b');
    expect(activeHit(searchAfter(open, { kind: 'moved', by: -1 }))?.id).toBe('b');
  });

  it('says when nothing was found and when the server did not answer', () => {
    const typed = after({ kind: 'typed', text: 'xq' });
    expect(searchNote(searchAfter(typed, { kind: 'answered', text: 'xq', hits: [] }))).toBe('none');
    expect(searchNote(searchAfter(typed, { kind: 'failed', text: 'xq' }))).toBe('failed');
  });
});
