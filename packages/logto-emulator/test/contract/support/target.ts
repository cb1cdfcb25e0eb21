import { fileURLToPath } from 'node:url';
import { startLogtoEmulator } from '../../../src/index.ts';

/** The Logto that the recordings are replayed against. */
export interface Target extends AsyncDisposable {
  readonly isEmulator: boolean;
  readonly endpoint: string;
  readonly adminEndpoint: string;
  readonly appId: string;
  readonly appSecret: string;
}

/**
 * The emulator, or with `LOGTO_ENDPOINT` set any other Logto, which needs `LOGTO_M2M_APP_ID` and
 * `LOGTO_M2M_APP_SECRET` too, and where its admin server is apart, `LOGTO_ADMIN_ENDPOINT`.
 */
export async function openTarget(): Promise<Target> {
  const { LOGTO_ENDPOINT: endpoint, LOGTO_ADMIN_ENDPOINT, ...env } = process.env;
  if (endpoint) {
    return {
      isEmulator: false,
      endpoint,
      adminEndpoint: LOGTO_ADMIN_ENDPOINT ?? endpoint,
      appId: required(env.LOGTO_M2M_APP_ID, 'LOGTO_M2M_APP_ID'),
      appSecret: required(env.LOGTO_M2M_APP_SECRET, 'LOGTO_M2M_APP_SECRET'),
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
  const connectors = ['aliyun-dm', 'http-email'].map((name) =>
    fileURLToPath(new URL(`../../../node_modules/@logto/connector-${name}`, import.meta.url)),
  );
  const logto = await startLogtoEmulator({ port: 0, connectors });
  return {
    isEmulator: true,
    endpoint: logto.url,
    adminEndpoint: logto.url,
    appId: logto.m2m.appId,
    appSecret: logto.m2m.appSecret,
    [Symbol.asyncDispose]: () => logto.close(),
  };
}

function required(value: string | undefined, name: string): string {
  if (!value) {
    throw new Error(`With LOGTO_ENDPOINT, ${name} has to be set too.`);
  }
  return value;
}
