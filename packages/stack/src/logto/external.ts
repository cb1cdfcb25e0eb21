import { accountFromEnvironment, logtoFromEnvironment } from '@dm-kit/provision';
import { DIRECT_MAIL, startDirectMail } from '../direct-mail.ts';
import { StackError } from '../errors.ts';
import { reported } from '../progress.ts';
import type { LogtoOptions, RunningLogto } from './kind.ts';

const DIRECT_MAIL_CONSOLE = 'https://dm.console.aliyun.com';

/**
 * A Logto that runs already, wherever that is, by LOGTO_*. It sends with the Direct Mail emulator that is
 * started here (DM_ENDPOINT says where that Logto finds it), or with a real account (DM_ACCESS_KEY_ID, …).
 */
export async function startExternalLogto(options: LogtoOptions): Promise<RunningLogto> {
  const { ports, onProgress, signal } = options;
  if (options.accessTokenTtl !== undefined) {
    throw new StackError('Only the emulator can issue access tokens of another lifetime.');
  }
  const access = logtoFromEnvironment(process.env);
  const account = accountFromEnvironment(process.env);
  const running = { name: 'Logto', url: access.endpoint, access };
  if (process.env.DM_ACCESS_KEY_ID) {
    return { ...running, parts: [], directMail: { url: DIRECT_MAIL_CONSOLE, account } };
  }

  const emulator = await reported(onProgress, DIRECT_MAIL, (onOutput) =>
    startDirectMail({ port: ports.directMail, watch: options.watch, signal, onOutput }),
  );
  const endpoint = process.env.DM_ENDPOINT || emulator.url;
  return {
    ...running,
    parts: [emulator],
    directMail: { url: emulator.url, account: { ...account, endpoint } },
  };
}
