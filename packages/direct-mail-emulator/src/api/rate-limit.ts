/** Lets through at most so many calls in any second, for each account apart. */
export class RateLimit {
  readonly #calls = new Map<string, number[]>();
  readonly #perSecond: number;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Counts a call; false when it is one too many. @param now milliseconds since the epoch */
  admit(account: string, now: number): boolean {
    const recent = (this.#calls.get(account) ?? []).filter((time) => time > now - 1000);
    this.#calls.set(account, recent);
    if (recent.length >= this.#perSecond) return false;
    if (Number.isFinite(this.#perSecond)) recent.push(now);
    return true;
  }

  clear(): void {
    this.#calls.clear();
  }
}
