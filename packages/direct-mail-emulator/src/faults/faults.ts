import { Listeners } from '../listeners.ts';
import { type Fault, type FaultRule, readFaultRule } from './fault-rule.ts';

function concerns(to: string | undefined, recipients: readonly string[]): boolean {
  if (!to) {
    return true;
  }
  const wanted = to.trim().toLowerCase().replace(/^@/, '');
  return recipients.some((recipient) => {
    const address = recipient.trim().toLowerCase();
    return wanted.includes('@') ? address === wanted : address.endsWith(`@${wanted}`);
  });
}

/** The rules in force, in the order in which they were added: the first that strikes counts. */
export class Faults {
  #faults: (Fault & { seen: number })[] = [];
  #count = 0;
  /** Hear of every change, with the list after it. */
  readonly listeners = new Listeners<Fault[]>();

  /** @throws {TypeError} when the rule is not one */
  add(rule: FaultRule): Fault {
    this.#count += 1;
    const fault = { id: `f${this.#count}`, ...readFaultRule(rule), hits: 0, seen: 0 };
    this.#faults.push(fault);
    this.listeners.emit(this.list());
    return this.#show(fault);
  }

  list(): Fault[] {
    return this.#faults.map((fault) => this.#show(fault));
  }

  /** @returns whether there was one */
  remove(id: string): boolean {
    const before = this.#faults.length;
    this.#faults = this.#faults.filter((fault) => fault.id !== id);
    if (this.#faults.length < before) {
      this.listeners.emit(this.list());
    }
    return this.#faults.length < before;
  }

  clear(): void {
    this.#faults = [];
    this.listeners.emit(this.list());
  }

  /** The rule that strikes a call to these recipients, if any; it counts as used. */
  strike(recipients: readonly string[]): FaultRule | undefined {
    for (const fault of this.#faults) {
      if (!concerns(fault.to, recipients)) {
        continue;
      }
      const share = fault.share ?? 1;
      // Of n calls, floor(n * share) are struck: no chance is involved, so tests can count on it.
      const due = (calls: number) => Math.floor(calls * share + 1e-9);
      fault.seen += 1;
      if (due(fault.seen) === due(fault.seen - 1)) {
        continue;
      }
      fault.hits += 1;
      if (fault.times !== undefined && fault.hits >= fault.times) {
        this.remove(fault.id);
      } else {
        this.listeners.emit(this.list());
      }
      return fault;
    }
    return undefined;
  }

  #show({ seen: _seen, ...fault }: Fault & { seen: number }): Fault {
    return fault;
  }
}
