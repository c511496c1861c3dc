import { afterEach, describe, expect, it } from 'vitest';
import { DomainError } from '@thousand-cities/model';
import { Thread, type ThreadOptions } from './thread.ts';
import type { Question } from './worker.case.ts';

type TestThread = Thread<Question, Record<Question['kind'], number>>;
let thread: TestThread;
afterEach(() => thread.end());

const start = (options: Partial<ThreadOptions> = {}): TestThread =>
  (thread = new Thread({ file: new URL('./worker.case', import.meta.url), memoryMb: 64, ...options }));
const double = (number: number) => thread.ask({ kind: 'double', number });
const thrownBy = (promise: Promise<unknown>) => promise.then(() => undefined, (error: unknown) => error); // prettier-ignore

describe('a thread', () => {
  it('answers in the order of asking, tells how far it is, and asks for what it must know', async () => {
    start({ give: (name) => name.length });
    const shares: number[] = [];
    const answers = await Promise.all([
      thread.ask({ kind: 'double', number: 1 }, { onProgress: (share) => shares.push(share) }),
      thread.ask({ kind: 'double-given', name: 'four' }),
      thread.ask({ kind: 'count' }),
    ]);
    expect(answers).toEqual([2, 8, 3]);
    expect(shares).toEqual([0.5]);
  });

  it('passes on refusals as they are, faults by their message, and what could not be given; and goes on', async () => {
    start({
      give: () => {
        throw new DomainError('unknown-country', 'no such country');
      },
    });
    const refusal = await thrownBy(thread.ask({ kind: 'refuse' }));
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'plan-invalid', message: 'not this one', at: ['rows', 3] });
    expect(await thrownBy(thread.ask({ kind: 'double-given', name: 'x' }))).toMatchObject({ code: 'unknown-country' });
    expect((await thrownBy(thread.ask({ kind: 'break' }))) as Error).toMatchObject({ message: expect.stringContaining('a fault') as string }); // prettier-ignore
    // The same thread all along: it has been asked three times before.
    expect(await thread.ask({ kind: 'count' })).toBe(4);
  });

  it('is followed by a new one when it dies or outgrows its memory', async () => {
    start();
    for (const kind of ['die', 'eat'] as const) {
      expect(await thrownBy(thread.ask({ kind }))).toMatchObject({ name: 'ThreadFailed', why: 'ended' });
      expect(await thread.ask({ kind: 'count' })).toBe(1);
    }
  });

  it('is ended when it takes too long', async () => {
    start({ patienceMs: 200 });
    expect(await thrownBy(thread.ask({ kind: 'spin' }))).toMatchObject({ name: 'ThreadFailed', why: 'late' });
  });

  it('is called off in the middle of its work, or before its turn; others get their answer from the next', async () => {
    start();
    const calling = new AbortController();
    const options = { signal: calling.signal };
    const answers = [thrownBy(thread.ask({ kind: 'spin' }, options)), thrownBy(thread.ask({ kind: 'count' }, options)), double(4)]; // prettier-ignore
    calling.abort(new Error('called off'));
    expect((await Promise.all(answers)).map(String)).toEqual(['Error: called off', 'Error: called off', '8']);
  });

  it('takes no more than may wait', async () => {
    start({ mostWaiting: 2 });
    const answers = await Promise.all([double(1), double(2), thrownBy(double(3))]);
    expect(answers).toMatchObject([2, 4, { why: 'busy' }]);
    expect(await double(4)).toBe(8);
  });
});
