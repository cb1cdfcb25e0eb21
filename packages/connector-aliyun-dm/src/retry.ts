import type { Answer } from './answer.ts';
import type { RequestFailure } from './http-request.ts';
import { isThrottled } from './provider-errors.ts';

/** What came of one attempt. */
export type Outcome = (Answer & { status: number }) | ({ kind: 'unanswered' } & RequestFailure);

/**
 * Whether nothing can have been sent and another attempt may succeed. The service cannot recognise a
 * request that comes again, so only what is certain is repeated.
 */
export function mayRepeat(outcome: Outcome): boolean {
  return outcome.kind === 'unanswered'
    ? !outcome.established && outcome.failure !== 'tls'
    : outcome.kind === 'refused' && isThrottled(outcome.code);
}

/** Milliseconds: the middle of the first pause. */
const base = 200;

/** Milliseconds to wait before attempt `number` (the second one is 1); doubles, plus or minus half. */
export function pauseBefore(number: number, random: number): number {
  return base * 2 ** (number - 1) * (0.5 + random);
}
