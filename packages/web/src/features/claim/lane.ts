/** One question at a time to a worker: while it works the newest question waits, and those between are dropped. */

/** Between a page that asks faster than a worker answers, and that worker. */
export interface Lane<Q> {
  /** Ask; at once when nothing is being answered, else when that is done. */
  ask(question: Q): void;
  /**
   * An answer came. Sends what waits.
   *
   * @returns whether the answer is to what was asked last; an earlier one may still be shown, as that
   */
  answered(id: number): boolean;
  /** The worker is ready, or there is a new one: whatever was asked last is asked (again). */
  opened(): void;
  /** No answer will come for now: nothing is sent until it opens. */
  closed(): void;
}

/** A lane, closed until `opened`. `send` gives a question to the worker under a number that the answer bears. */
export function createLane<Q>(send: (id: number, question: Q) => void): Lane<Q> {
  let isOpen = false;
  let last = 0;
  let inFlight: number | undefined;
  let waiting: { readonly question: Q } | undefined;
  let newest: { readonly question: Q } | undefined;

  const sendWaiting = (): void => {
    if (!isOpen || inFlight !== undefined || !waiting) return;
    const { question } = waiting;
    waiting = undefined;
    inFlight = ++last;
    send(inFlight, question);
  };
  return {
    ask(question) {
      newest = { question };
      waiting = newest;
      sendWaiting();
    },
    answered(id) {
      // An answer from before the lane was closed belongs to nobody.
      if (id !== inFlight) return false;
      inFlight = undefined;
      const isLast = waiting === undefined;
      sendWaiting();
      return isLast;
    },
    opened() {
      isOpen = true;
      inFlight = undefined;
      waiting = newest;
      sendWaiting();
    },
    closed() {
      isOpen = false;
      inFlight = undefined;
    },
  };
}
