import { isDeepStrictEqual } from 'node:util';
import {
  body,
  type Change,
  connectToLogto,
  type DirectMailAccount,
  describeChange,
  kitConnectorId,
  type LogtoAccess,
  ProvisionError,
  provision,
  type WantedApplication,
} from '@dm-kit/provision';
import { type Finding, fine, note, problem } from './finding.ts';

/** Seconds that clocks may differ; Logto takes tokens and codes by its own clock, Direct Mail allows 900. */
const allowedSkew = 30;

/** Whether Logto answers, by what name it goes, and what time it has there. No credentials needed. */
export async function checkReach(endpoint: string, now = () => Date.now()): Promise<Finding[]> {
  const asked = now();
  const response = await fetch(`${endpoint}/oidc/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  const issuer = response?.ok
    ? ((await response.json().catch(() => ({}))) as { issuer?: string }).issuer
    : undefined;
  if (!response || !issuer) {
    return [
      problem(
        'Logto',
        `${endpoint} ${response ? `answers (HTTP ${response.status}), but not as a Logto` : 'does not answer'}`,
        'Start it (`pnpm demo`, `pnpm logto up`), or set LOGTO_ENDPOINT to where it is.',
      ),
    ];
  }
  return [
    fine('Logto', `answers at ${endpoint}`),
    issuer === `${endpoint}/oidc`
      ? fine('Issuer', issuer)
      : problem(
          'Issuer',
          `${issuer}, and the samples are told ${endpoint}/oidc`,
          `Set ENDPOINT=${endpoint} where Logto runs (a container's own name is of no use to a browser), or LOGTO_ENDPOINT=${issuer.replace(/\/oidc$/, '')} here.`,
        ),
    checkClock(response.headers.get('date'), asked),
  ];
}

function checkClock(date: string | null, now: number): Finding {
  // The header has whole seconds.
  const skew = date ? Math.round((Date.parse(date) - now) / 1000) : undefined;
  if (skew === undefined || Number.isNaN(skew)) {
    return note('Clock', 'Logto does not say its time');
  }
  return Math.abs(skew) <= allowedSkew
    ? fine('Clock', 'the same there and here')
    : problem(
        'Clock',
        `Logto's is ${Math.abs(skew)} seconds ${skew > 0 ? 'ahead' : 'behind'}`,
        'Set both clocks by NTP: tokens and signatures are refused otherwise.',
      );
}

export interface SetUpChecks {
  logto: LogtoAccess;
  directMail: DirectMailAccount;
  applications: WantedApplication[];
  /** The form of the connector as built here, to tell another version of it; none when it is not built. */
  formItems?: unknown;
}

/** What `provision` would have to do: nothing, when all is well. */
export async function checkSetUp({ formItems, ...options }: SetUpChecks): Promise<Finding[]> {
  try {
    const { changes } = await provision({ ...options, dryRun: true });
    const factories = body(await connectToLogto(options.logto).GET('/api/connector-factories'));
    const installed = factories.find(({ id }) => id === kitConnectorId);
    return [connectorVersion(installed?.formItems, formItems), ...changes.map(toFinding)];
  } catch (error) {
    if (!(error instanceof ProvisionError)) {
      throw error;
    }
    const [detail = '', ...remedy] = error.message.split(': ');
    return [problem('Set-up', detail, remedy.join(': ') || 'See above.')];
  }
}

function connectorVersion(installed: unknown, own: unknown): Finding {
  const what = `Connector ${kitConnectorId}`;
  if (own === undefined) {
    return note(what, 'installed', '`pnpm build` lets its version be compared.');
  }
  return isDeepStrictEqual(JSON.parse(JSON.stringify(own)), installed)
    ? fine(what, 'installed, with the settings of the one built here')
    : problem(
        what,
        'installed, but not in the version built here: its settings differ',
        'Install it again (packages/connector-aliyun-dm/README.md) and restart Logto; `pnpm logto up` does both.',
      );
}

function toFinding(change: Change): Finding {
  if (change.action === 'none') {
    return fine(change.subject, 'as the samples need it');
  }
  const planned = describeChange(change, true).slice(change.subject.length + 2);
  return problem(change.subject, planned, 'Run `pnpm provision` (or `pnpm demo`).');
}
