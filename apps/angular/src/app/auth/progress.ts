import { computed, Injectable, signal } from '@angular/core';
import type { Problem } from './problem';

/** What the visitor waits for, and what went wrong with it. */
@Injectable({ providedIn: 'root' })
export class Progress {
  private readonly phase = signal<'checking' | 'settled' | 'leaving'>('checking');
  private readonly outcome = signal<Problem | undefined>(undefined);

  /** What went wrong last in the library's own requests; the interceptor sets it. */
  readonly failure = signal<Problem | undefined>(undefined);
  /** Until it is known who is signed in, and while the browser goes to Logto. */
  readonly busy = computed(() => this.phase() !== 'settled');
  /** A failed request counts while the visitor waits for it; a renewal tries again by itself. */
  readonly problem = computed(() => this.outcome() ?? (this.busy() ? this.failure() : undefined));

  leave(): void {
    this.settle();
    this.phase.set('leaving');
  }

  settle(problem?: Problem): void {
    this.failure.set(undefined);
    this.outcome.set(problem);
    this.phase.set('settled');
  }
}
