/**
 * Counting requests together with other processes. Each counts what comes to it, and once a second all tell each other what they
 * counted, by a table: one small write a second instead of one for each request. In between, somebody who asks at several
 * processes may get through as often as they can ask in a second.
 */

/** Add to counters that all share, and learn where they stand. */
export type AddToCounts = (
  counted: readonly { readonly counter: string; readonly points: number; readonly windowMs: number }[],
) => Promise<readonly { readonly counter: string; readonly points: number; readonly msLeft: number }[]>;

interface Held {
  readonly windowMs: number;
  /** Of all, as the last exchange said. */
  all: number;
  /** Counted here since. */
  mine: number;
  /** When it begins anew, by `performance.now`. */
  until: number;
}

const EXCHANGE_MS = 1000;

export class SharedCounts {
  readonly #add: AddToCounts;
  readonly #now: () => number;
  readonly #held = new Map<string, Held>();
  #exchanging: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(add: AddToCounts, now: () => number = () => performance.now()) {
    this.#add = add;
    this.#now = now;
  }

  /** Count one; returns where the counter stands as far as is known here, and how long it goes on. */
  count(counter: string, windowMs: number): { readonly points: number; readonly msLeft: number } {
    const now = this.#now();
    const before = this.#held.get(counter);
    const held = before && before.until > now ? before : { windowMs, all: 0, mine: 0, until: now + windowMs };
    held.mine++;
    this.#held.set(counter, held);
    this.#timer ??= setTimeout(() => void this.exchange(), EXCHANGE_MS).unref();
    return { points: held.all + held.mine, msLeft: held.until - now };
  }

  /** Count one at once at the table, where the number is small and must be right. */
  async countNow(counter: string, windowMs: number): Promise<{ readonly points: number; readonly msLeft: number }> {
    return (await this.#add([{ counter, points: 1, windowMs }]))[0]!;
  }

  /** Tell the others what was counted here. What could not be told is told the next time. */
  exchange(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return (this.#exchanging ??= this.#exchange().finally(() => (this.#exchanging = undefined)));
  }

  async #exchange(): Promise<void> {
    const now = this.#now();
    for (const [counter, held] of this.#held) if (held.until <= now) this.#held.delete(counter);
    const told = [...this.#held].filter(([, { mine }]) => mine > 0);
    if (told.length === 0) return;
    const given = told.map(([counter, { mine: points, windowMs }]) => ({ counter, points, windowMs }));
    const answers = await this.#add(given).catch(() => []);
    const pointsOf = new Map(given.map(({ counter, points }) => [counter, points]));
    for (const { counter, points, msLeft } of answers) {
      const held = this.#held.get(counter);
      if (!held) continue;
      held.all = points;
      held.mine -= pointsOf.get(counter)!;
      held.until = this.#now() + msLeft;
    }
  }
}
