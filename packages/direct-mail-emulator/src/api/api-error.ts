import { errorCodes } from './error-codes.ts';

/** A refusal in the vendor's terms: it becomes the error object of the answer. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;

  /** @param code one of {@link errorCodes}, or any other, which then has status 400 */
  constructor(code: string, message?: string, status?: number) {
    const [knownStatus, knownMessage] = errorCodes[code] ?? [400, 'The request was refused.'];
    super(message ?? knownMessage);
    this.code = code;
    this.status = status ?? knownStatus;
  }
}

/** The parameter is mandatory and not there, or empty. */
export function missingParameter(name: string): ApiError {
  return new ApiError(
    'MissingParameter',
    `The input parameter "${name}" that is mandatory for processing this request is not supplied.`,
  );
}

/** The parameter has a value that it cannot have, and no error code of its own. */
export function invalidParameter(name: string, why?: string): ApiError {
  return new ApiError(
    'InvalidParameter',
    `The specified parameter "${name}" is not valid.${why ? ` ${why}` : ''}`,
  );
}
