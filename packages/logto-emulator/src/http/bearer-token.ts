import { RequestError } from './request-error.ts';

const scheme = 'Bearer';

/** The access token of a request. @throws RequestError `auth.*` (401) when there is none */
export function bearerToken(authorization: string | undefined): string {
  if (!authorization) {
    throw new RequestError({ code: 'auth.authorization_header_missing', status: 401 });
  }
  if (!authorization.startsWith(scheme)) {
    throw new RequestError(
      { code: 'auth.authorization_token_type_not_supported', status: 401 },
      { supportedTypes: [scheme] },
    );
  }
  return authorization.slice(scheme.length + 1);
}
