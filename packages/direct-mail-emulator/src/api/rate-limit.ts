/** Lets through at most so many calls in any second, for each account apart. */
export class RateLimit {
  readonly #calls = new Map<string, number[]>();
  readonly #perSecond: number;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Counts a call; false when it is one too many. @param now milliseconds since the epoch */
  admit(account: string, now: number): boolean {
    const recent = this.#calls.get(account) ?? [];
    this.#calls.set(account, recent);
    while (recent[0] !== undefined && recent[0] <= now - 1000) {
      recent.shift();
    }
    if (recent.length >= this.#perSecond) {
      return false;
    }
    recent.push(now);
    return true;
  }

  clear(): void {
    this.#calls.clear();
  }
}
