import { RequestError } from '../http/request-error.ts';

/** HTTP status by the code of a connector's error; the others are answered with 400. */
const statusByCode: Record<string, number> = {
  rate_limit_exceeded: 429,
  usage_limit_exceeded: 429,
  not_implemented: 501,
  social_auth_code_invalid: 401,
  social_invalid_access_token: 401,
  social_invalid_id_token: 401,
  authorization_failed: 401,
};

/** Codes whose message wants the error's data in it. */
const described = new Set(['general', 'unexpected_type', 'template_not_supported']);

/**
 * Runs a connector's code and answers its `ConnectorError` as Logto does: `connector.<code>`, with the
 * error's data handed to the caller. `instanceof` decides, so an error of another copy of the kit goes
 * on as it is and becomes HTTP 500, like anything else that is thrown.
 */
export async function translateConnectorErrors<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const { ConnectorError } = await import('@logto/connector-kit');
    if (!(error instanceof ConnectorError)) {
      throw error;
    }
    const { code, data } = error;
    throw new RequestError(
      {
        code: `connector.${code}`,
        status: statusByCode[code] ?? 400,
        ...(described.has(code) && { errorDescription: descriptionOf(data) }),
      },
      data,
    );
  }
}

function descriptionOf(data: unknown): string {
  const description = (data as { errorDescription?: unknown } | null | undefined)?.errorDescription;
  return typeof description === 'string' ? description : (JSON.stringify(data) ?? '');
}
