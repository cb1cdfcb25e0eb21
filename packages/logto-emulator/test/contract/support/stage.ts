import type { Browser } from '../../support/browser.ts';
import { openMailbox } from '../../support/mailbox.ts';
import { setUp, type Tenant } from '../../support/tenant.ts';
import { Replay } from './replay.ts';
import { openTarget, type Target } from './target.ts';

/** The ids of the single-page application in the recordings, which were made in several runs. */
const recordedSpas = ['lv8skgx1oa0k3vfjbb396', 'o6mfs7it3zyfusxop6zyc'];

/** A Logto that is set up, and the replays of the topics against it. */
export interface Stage extends AsyncDisposable {
  readonly target: Target;
  readonly tenant: Tenant;
  replay(topic: string, browser?: Browser): Replay;
}

export async function openStage(): Promise<Stage> {
  const target = await openTarget();
  const mailbox = await openMailbox();
  const { endpoint, adminEndpoint, appId, appSecret } = target;
  const logto = {
    url: endpoint,
    issuer: `${endpoint}/oidc`,
    m2m: {
      appId,
      appSecret,
      resource: 'https://default.logto.app/api',
      tokenEndpoint: `${adminEndpoint}/oidc/token`,
    },
  };
  const tenant = await setUp(logto, mailbox, 'http-email');
  return {
    target,
    tenant,
    replay: (topic, browser = tenant.browser()) =>
      new Replay(topic, target, browser, new Map(recordedSpas.map((id) => [id, tenant.spa]))),
    async [Symbol.asyncDispose]() {
      await target[Symbol.asyncDispose]();
      await mailbox[Symbol.asyncDispose]();
    },
  };
}
