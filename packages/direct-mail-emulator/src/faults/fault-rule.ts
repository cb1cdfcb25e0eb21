/** What goes wrong, for which calls, and how often. */
export interface FaultRule {
  /** Answer this error code, such as `Throttling.User`. */
  code?: string;
  /** HTTP status of the answer; by default the one that belongs to the code. */
  status?: number;
  /** Wait so many milliseconds before anything else. */
  delay?: number;
  /** Never answer. */
  hang?: boolean;
  /** Cut the connection without an answer. */
  reset?: boolean;
  /** Answer with a body that is neither JSON nor XML. */
  malformed?: boolean;
  /** Take the mail in before the fault happens: the sender cannot know that it was sent. */
  deliver?: boolean;
  /** Only calls with this recipient: an address, or a domain. */
  to?: string;
  /** Only the next so many calls that match; then the rule is gone. */
  times?: number;
  /** Only this share of the calls that match, evenly spread: 0.5 is every second one. */
  share?: number;
}

/** A rule in force. */
export type Fault = FaultRule & {
  id: string;
  /** How often it has struck. */
  hits: number;
};

const is = {
  text: (value: unknown) => typeof value === 'string' && value.trim() !== '' && value.length <= 300,
  yes: (value: unknown) => value === true || value === false,
  whole: (least: number, most: number) => (value: unknown) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
};

const fields: Readonly<Record<keyof FaultRule, [test: (value: unknown) => boolean, what: string]>> =
  {
    code: [
      (value) => is.text(value) && /^[\w.-]+$/.test(String(value)),
      'an error code such as "Throttling.User"',
    ],
    status: [is.whole(200, 599), 'an HTTP status from 200 to 599'],
    delay: [is.whole(0, 3_600_000), 'milliseconds from 0 to 3600000'],
    hang: [is.yes, 'true or false'],
    reset: [is.yes, 'true or false'],
    malformed: [is.yes, 'true or false'],
    deliver: [is.yes, 'true or false'],
    to: [is.text, 'an address or a domain'],
    times: [is.whole(1, 1_000_000), 'a whole number from 1 to 1000000'],
    share: [
      (value) => typeof value === 'number' && value > 0 && value <= 1,
      'a number above 0, at most 1',
    ],
  };

/** Checks a rule from outside. @throws {TypeError} that says in one line what is wrong */
export function readFaultRule(input: unknown): FaultRule {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new TypeError('A fault rule must be an object');
  }
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  for (const [name, value] of given) {
    if (!Object.hasOwn(fields, name)) {
      throw new TypeError(
        `A fault rule has no "${name}"; it has: ${Object.keys(fields).join(', ')}`,
      );
    }
    const [test, what] = fields[name as keyof FaultRule];
    if (!test(value)) {
      throw new TypeError(`"${name}" of a fault rule must be ${what}`);
    }
  }
  const rule: FaultRule = Object.fromEntries(given);
  const answer = rule.code ?? (rule.malformed ? undefined : rule.status);
  const ends = [answer, rule.hang, rule.reset, rule.malformed].filter(Boolean);
  if (ends.length > 1) {
    throw new TypeError('A fault rule can have one of: code or status, hang, reset, malformed');
  }
  if (ends.length === 0 && !rule.delay) {
    throw new TypeError('A fault rule needs one of: code, status, delay, hang, reset, malformed');
  }
  return rule;
}
