/** A store that does not open at first, and what is over being forgotten. */
import { DomainError } from '@thousand-cities/model';
import { openStore, SYSTEM, type Database } from '@thousand-cities/store';
import { afterEach, expect, it, vi } from 'vitest';
import { createWorkspace } from './store-handle.ts';

afterEach(() => vi.useRealTimers());

it('is opened again after a database that was not there yet, and after no other failure', async () => {
  let tries = 0;
  const open = async (): Promise<Database> => {
    if (++tries === 1) throw new DomainError('store-unavailable', 'no answer');
    return openStore({});
  };
  const workspace = createWorkspace({ location: {}, open, retryMs: 20 });
  await expect(workspace.open()).rejects.toMatchObject({ code: 'store-unavailable' });
  expect(() => workspace.current()).toThrow('no answer');
  await vi.waitFor(() => expect(workspace.current()).toBeDefined(), { timeout: 20_000 });
  expect(tries).toBe(2);
  await workspace.close();

  const newer = () => Promise.reject(new DomainError('store-newer', 'from a later program'));
  const never = createWorkspace({ location: {}, open: newer, retryMs: 1 });
  await expect(never.open()).rejects.toMatchObject({ code: 'store-newer' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(() => never.current()).toThrow('later program');
});

it('forgets what is over a minute after it was opened, though nobody lets it run for an hour', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const db = await openStore({});
  const workspace = createWorkspace({ location: {}, open: () => Promise.resolve(db) });
  await workspace.open();
  const failures = () => db.as(SYSTEM, (tx) => tx.selectFrom('auth_failures').select('address').execute());
  const old = { address: 'x', failures: 1, last_at: '2020-01-01T00:00:00Z', locked_until: null };
  await db.as(SYSTEM, (tx) => tx.insertInto('auth_failures').values(old).execute());
  vi.advanceTimersByTime(61_000);
  vi.useRealTimers();
  await vi.waitFor(async () => expect(await failures()).toEqual([]));
  await workspace.close();
});
