/**
 * Remembers the nonces of accepted requests for as long as their timestamp could be accepted again,
 * so that a request cannot be replayed. Bounded: the oldest are forgotten first.
 */
export class Nonces {
  readonly #expiry = new Map<string, number>();
  readonly #lifetime: number;
  readonly #capacity: number;

  /** @param lifetime milliseconds @param capacity nonces kept at most */
  constructor(lifetime: number, capacity = 200_000) {
    this.#lifetime = lifetime;
    this.#capacity = capacity;
  }

  /** Notes the nonce; false when it is known already. @param now milliseconds since the epoch */
  add(nonce: string, now: number): boolean {
    // A map keeps the order of insertion, so the oldest come first.
    for (const [known, expiry] of this.#expiry) {
      if (expiry > now && this.#expiry.size < this.#capacity) {
        break;
      }
      this.#expiry.delete(known);
    }
    if (this.#expiry.has(nonce)) {
      return false;
    }
    this.#expiry.set(nonce, now + this.#lifetime);
    return true;
  }

  clear(): void {
    this.#expiry.clear();
  }
}
