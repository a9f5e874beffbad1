import type { ReadContext } from '../context';

type FetchWindow = ReadContext['fetchWindow'];

/**
 * A vendor of which every answer takes exactly as long: wraps an in-process one, and counts in answers' lengths how long
 * everything took. No clock is read: time moves on when everybody waits.
 */
export class VirtualTime {
  readonly #waiting: (() => void)[] = [];
  #rounds = 0;
  #moving = false;

  /** How many answers' lengths have passed. */
  get rounds(): number {
    return this.#rounds;
  }

  slowed(fetchWindow: FetchWindow): FetchWindow {
    return async (window, signal) => {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        if (!this.#moving) this.#move();
      });
      return fetchWindow(window, signal);
    };
  }

  /** Lets all who wait now go at once, after everybody has had their say. */
  #move(): void {
    this.#moving = true;
    setImmediate(() => {
      this.#rounds += 1;
      this.#moving = false;
      for (const resolve of this.#waiting.splice(0)) resolve();
    });
  }
}
