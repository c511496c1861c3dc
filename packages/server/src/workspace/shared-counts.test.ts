import { describe, expect, it } from 'vitest';
import { SharedCounts, type AddToCounts } from './shared-counts.ts';

const MINUTE = 60_000;

/** A table that two processes share, at a time that the test sets. */
function world() {
  const clock = { now: 0 };
  const table = new Map<string, { points: number; until: number }>();
  let broken = false;
  const add: AddToCounts = async (counted) => {
    if (broken) throw new Error('no database');
    return counted.map(({ counter, points, windowMs }) => {
      const before = table.get(counter);
      const row = before && before.until > clock.now ? before : { points: 0, until: clock.now + windowMs };
      table.set(counter, { ...row, points: row.points + points });
      return { counter, points: row.points + points, msLeft: row.until - clock.now };
    });
  };
  const process = () => new SharedCounts(add, () => clock.now);
  return { clock, one: process(), two: process(), breakDown: (now: boolean) => (broken = now) };
}

describe('counts of two processes', () => {
  it('add up with every exchange', async () => {
    const { one, two } = world();
    for (let n = 0; n < 5; n++) one.count('ana', MINUTE);
    expect(two.count('ana', MINUTE)).toEqual({ points: 1, msLeft: MINUTE });
    await one.exchange();
    await two.exchange();
    // 5 there and 1 here, and the one that is counted now.
    expect(two.count('ana', MINUTE).points).toBe(7);
    // One has not heard of the other yet: its own 5 and 1 more.
    expect(one.count('ana', MINUTE).points).toBe(6);
    await one.exchange();
    expect(one.count('ana', MINUTE).points).toBe(8);
  });

  it('begin anew when their time is over, at both at once', async () => {
    const { clock, one, two } = world();
    one.count('ana', MINUTE);
    await one.exchange();
    clock.now = 40_000;
    two.count('ana', MINUTE);
    await two.exchange();
    expect(two.count('ana', MINUTE)).toEqual({ points: 3, msLeft: 20_000 });
    clock.now = 60_000;
    expect([one.count('ana', MINUTE).points, two.count('ana', MINUTE).points]).toEqual([1, 1]);
  });

  it('go on by themselves while the table is away, and tell it later', async () => {
    const { one, two, breakDown } = world();
    breakDown(true);
    for (let n = 0; n < 3; n++) one.count('ana', MINUTE);
    await one.exchange();
    expect(one.count('ana', MINUTE).points).toBe(4);
    breakDown(false);
    await one.exchange();
    expect((await two.countNow('ana', MINUTE)).points).toBe(5);
  });
});
