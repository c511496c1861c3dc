/** Answers that are worked out once and kept, the latest so many. */

/**
 * Keep what `make` comes to for the latest `size` keys. Who asks while it is being made waits for the same; what fails is
 * forgotten, so that the next may try again.
 */
export class Kept<T> {
  readonly #size: number;
  readonly #values = new Map<string, Promise<T>>();

  constructor(size: number) {
    this.#size = size;
  }

  get(key: string, make: () => Promise<T> | T): Promise<T> {
    const known = this.#values.get(key);
    const value = known ?? Promise.resolve().then(make);
    this.#values.delete(key);
    this.#values.set(key, value);
    if (known) return known;
    value.catch(() => this.#values.get(key) === value && this.#values.delete(key));
    const oldest = this.#values.keys().next();
    if (this.#values.size > this.#size && !oldest.done) this.#values.delete(oldest.value);
    return value;
  }
}

/** Ask once for all who ask at the same moment: nobody gets an answer that was begun before they asked and had ended. */
export class Together<T> {
  readonly #asking = new Map<string, Promise<T>>();

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#asking.get(key);
    if (known) return known;
    const asked = ask().finally(() => this.#asking.delete(key));
    this.#asking.set(key, asked);
    return asked;
  }
}
