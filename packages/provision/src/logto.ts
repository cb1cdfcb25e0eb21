import { createApiClient } from '@logto/api/management';
import { ProvisionError } from './errors.ts';

/** A Logto and the machine-to-machine client that may manage it. */
export interface LogtoAccess {
  /** Where Logto is, as the browser sees it: `http://localhost:3001`. */
  endpoint: string;
  /** Where the client gets its token, if not from `endpoint`: `m-default` of a fresh Logto lives in the admin tenant. */
  adminEndpoint?: string | undefined;
  appId: string;
  appSecret: string;
  /** Management API resource indicator; self-hosted: `https://default.logto.app/api`. */
  resource?: string | undefined;
}

export const defaultResource = 'https://default.logto.app/api';

/** Logto's typed Management API client. Every answer but 2xx becomes a {@link ProvisionError}. */
export function connectToLogto(logto: LogtoAccess): LogtoApi {
  let token: Promise<string> | undefined;
  const api = createApiClient({
    baseUrl: trimSlash(logto.endpoint),
    getToken: () => (token ??= requestToken(logto)),
  });
  api.use({
    async onResponse({ request, response }) {
      if (!response.ok) {
        throw await toError(request, response);
      }
    },
    onError({ error }) {
      return error instanceof ProvisionError ? error : unreachable(logto.endpoint, error);
    },
  });
  return api;
}

export type LogtoApi = ReturnType<typeof createApiClient>;

/** The body of an answer that {@link connectToLogto} has already made sure is there. */
export function body<T>(answer: { data?: T }): NonNullable<T> {
  if (answer.data === undefined || answer.data === null) {
    throw new ProvisionError('Logto answered without a body. Is LOGTO_ENDPOINT really a Logto?');
  }
  return answer.data;
}

async function requestToken(logto: LogtoAccess): Promise<string> {
  const endpoint = trimSlash(logto.adminEndpoint ?? logto.endpoint);
  const resource = logto.resource ?? defaultResource;
  const response = await fetch(`${endpoint}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: logto.appId,
      client_secret: logto.appSecret,
      resource,
      scope: 'all',
    }),
  }).catch((error: unknown) => {
    throw unreachable(endpoint, error);
  });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (typeof answer.access_token === 'string') {
    if (answer.scope !== 'all') {
      throw new ProvisionError(
        `The machine-to-machine application ${logto.appId} may not manage Logto: give it the role "Logto Management API access".`,
      );
    }
    return answer.access_token;
  }
  if (answer.error === 'invalid_client') {
    throw new ProvisionError(
      `Logto at ${endpoint} does not accept the machine-to-machine application ${logto.appId}: check LOGTO_M2M_APP_ID and LOGTO_M2M_APP_SECRET, and LOGTO_ADMIN_ENDPOINT if the application belongs to the admin tenant.`,
    );
  }
  if (answer.error === 'invalid_target') {
    throw new ProvisionError(
      `Logto at ${endpoint} has no API resource ${resource}: set LOGTO_RESOURCE to the Management API identifier shown in the Console.`,
    );
  }
  throw new ProvisionError(
    `No token from ${endpoint}/oidc/token (HTTP ${response.status}): is that a Logto?`,
  );
}

async function toError(request: Request, response: Response): Promise<ProvisionError> {
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const said = typeof answer.message === 'string' ? answer.message : `HTTP ${response.status}`;
  const code = typeof answer.code === 'string' ? ` (${answer.code})` : '';
  return new ProvisionError(
    `Logto refused ${request.method} ${new URL(request.url).pathname}: ${said}${code}`,
  );
}

function unreachable(endpoint: string, error: unknown): ProvisionError {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const reason =
    typeof cause === 'object' && cause !== null && 'code' in cause
      ? String(cause.code)
      : 'no answer';
  return new ProvisionError(`Logto does not answer at ${endpoint} (${reason}): is it running?`);
}

/** Logto's own addresses have no slash at the end, and two slashes in a row are another path. */
export function trimSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
