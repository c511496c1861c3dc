/** A bell that wakes whoever waits for work in this process. Other processes look for themselves, every second or so. */

export interface Bell {
  ring(): void;
  /** Call `heard` at every ring until the returned function is called. */
  listen(heard: () => void): () => void;
}

export function createBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring: () => listeners.forEach((heard) => heard()),
    listen: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
  };
}

/** Sleep that a ring ends; a ring while nobody sleeps ends the next sleep at once. */
export class Rest {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Sleep for `ms`, or until a ring; `undefined` sleeps until a ring. */
  async sleep(ms: number | undefined): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = undefined;
    this.#rung = false;
  }
}
