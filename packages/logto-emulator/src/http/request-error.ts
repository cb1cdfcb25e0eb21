import type { ZodError } from 'zod';
import { errorMessage } from './messages.ts';

/** An error that is answered as Logto answers its own: `{ code, data?, details?, message }`. */
export class RequestError extends Error {
  readonly code: string;
  /** HTTP status, 400 where none is given. */
  readonly status: number;
  readonly data: unknown;
  readonly #values: Record<string, unknown>;

  /**
   * @param metadata the code, or the code with the status and what its message wants filled in
   * @param data goes into the body as it is; of a `ZodError`, `details` are derived too
   */
  constructor(
    metadata: string | ({ code: string; status?: number } & Record<string, unknown>),
    data?: unknown,
  ) {
    const {
      code,
      status = 400,
      ...values
    } = typeof metadata === 'string' ? { code: metadata } : metadata;
    super(errorMessage(code, 'en', values));
    this.name = 'RequestError';
    this.code = code;
    this.status = status;
    this.data = data;
    this.#values = values;
  }

  /** The body of the response, with the message in the caller's language. */
  toBody(language: 'en' | 'zh-CN') {
    return {
      code: this.code,
      ...(this.data !== undefined && { data: this.data }),
      ...(isZodError(this.data) && { details: zodDetails(this.data) }),
      message: errorMessage(this.code, language, this.#values),
    };
  }
}

/** One line an issue, in Logto's words. */
function zodDetails({ issues }: ZodError): string {
  return issues
    .map((issue) => {
      const start = `Error in key path "${issue.path.join('.')}": (${issue.code}) `;
      return issue.code === 'invalid_type'
        ? `${start}Expected ${issue.expected} but received ${issue.received}.`
        : start + issue.message;
    })
    .join('\n');
}

/** By name, for a connector's guard is made with a `zod` of its own. */
function isZodError(value: unknown): value is ZodError {
  return value instanceof Error && value.name === 'ZodError' && 'issues' in value;
}
