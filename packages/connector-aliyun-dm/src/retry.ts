/** Milliseconds: the middle of the first pause. */
const base = 200;

/** Milliseconds to wait before attempt `number` (the second one is 1); doubles, plus or minus half. */
export function pauseBefore(number: number, random: number): number {
  return base * 2 ** (number - 1) * (0.5 + random);
}

const codes = /^(Throttling(\..+)?|ServiceUnavailable|InternalError)$/;

/**
 * Whether the service refused in a way that cannot have sent a mail and may pass: by its code,
 * because statuses differ from page to page. A 503 without a code comes from a load balancer.
 */
export function isPassing(status: number, code: string | undefined): boolean {
  return code === undefined ? status === 503 : codes.test(code);
}
