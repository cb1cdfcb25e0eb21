import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';
import type { RequestFailure } from './http-request.ts';
import { providerErrorOf, providerErrors } from './provider-errors.ts';
import { repeatsNothing } from './sensitive.ts';

// What an error carries goes to whoever asked for the code: an anonymous visitor. So it is made of
// sentences of this package, error codes and the RequestId, and nothing the service or the network
// wrote in words: the service repeats addresses and even the string to sign in its messages.

const requestIdForm = /^[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}$/i;

/** An error with one sentence and, where known, the provider's code and RequestId. */
function failure(
  code: ConnectorErrorCodes,
  advice: string,
  details: { Code?: string; RequestId?: string } = {},
): ConnectorError {
  const given = [details.Code, details.RequestId && `RequestId ${details.RequestId}`].filter(
    Boolean,
  );
  const suffix = given.length > 0 ? ` (${given.join(', ')})` : '';
  return new ConnectorError(code, { errorDescription: `${advice}${suffix}.`, ...details });
}

/** The error for something that was found before sending. */
export function refusedHere(problem: string): ConnectorError {
  return new ConnectorError(ConnectorErrorCodes.InvalidRequestParameters, {
    errorDescription: problem,
  });
}

/**
 * The error for an answer of the service that is an error object.
 *
 * @param sensitive what must not come back in a RequestId, should the other side echo it
 */
export function refusedByProvider(
  code: string,
  requestId: string | undefined,
  sensitive: readonly string[],
): ConnectorError {
  const { code: kind, advice } = providerErrorOf(code);
  return failure(kind, advice, {
    ...(providerErrors.has(code) && { Code: code }),
    ...(requestId &&
      requestIdForm.test(requestId) &&
      repeatsNothing(requestId, sensitive) && { RequestId: requestId }),
  });
}

/** The error for an answer that is neither a success nor an error object of Direct Mail. */
export function unreadableAnswer(status: number): ConnectorError {
  return failure(
    ConnectorErrorCodes.InvalidResponse,
    `The endpoint answered HTTP ${status} with something that is not of Direct Mail, and the mail may have been sent: check endpoint in the connector and any proxy on the way`,
  );
}

/** The error for a request that got no answer. */
export function unanswered({ failure: reason, established, code }: RequestFailure): ConnectorError {
  const { General, InvalidCertificate, InvalidResponse } = ConnectorErrorCodes;
  const suffix = /^[A-Z][A-Z\d_]{2,60}$/.test(code) ? ` (${code})` : '';
  if (reason === 'tls') {
    return failure(
      InvalidCertificate,
      `The TLS connection to Direct Mail failed${suffix}: check endpoint in the connector, the clock of the Logto server, and that it trusts the certificate`,
    );
  }
  if (reason === 'too-large' || reason === 'invalid') {
    return failure(
      InvalidResponse,
      `The endpoint's answer is not one of Direct Mail${suffix}, and the mail may have been sent: check endpoint in the connector and any proxy on the way`,
    );
  }
  if (!established) {
    return failure(
      General,
      `No connection to Direct Mail could be made${suffix}: check the Logto server's network and DNS, and regionId, network and endpoint in the connector`,
    );
  }
  return failure(
    General,
    `Direct Mail did not answer${suffix}, and the mail may have been sent: look into the mailbox before asking for a new code`,
  );
}
