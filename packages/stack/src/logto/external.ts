import { accountFromEnvironment, logtoFromEnvironment } from '@dm-kit/provision';
import { directMailName, startDirectMail } from '../direct-mail.ts';
import { reported } from '../progress.ts';
import { startRestartable } from '../restartable.ts';
import { type LogtoOptions, type RunningLogto, refuseTtl } from './kind.ts';

const directMailConsole = 'https://dm.console.aliyun.com';

/** @throws {ProvisionError} when LOGTO_* or DM_* are not set or not complete. */
export async function requireSettings(): Promise<void> {
  logtoFromEnvironment(process.env);
  accountFromEnvironment(process.env);
}

/**
 * A Logto that runs already, wherever that is, by LOGTO_*. It sends with the Direct Mail emulator that is
 * started here (DM_ENDPOINT says where that Logto finds it), or with a real account (DM_ACCESS_KEY_ID, …).
 */
export async function startExternalLogto(options: LogtoOptions): Promise<RunningLogto> {
  const { ports, onProgress, signal } = options;
  refuseTtl(options);
  const access = logtoFromEnvironment(process.env);
  const account = accountFromEnvironment(process.env);
  const running = {
    name: 'Logto',
    url: access.endpoint,
    access,
    staysUp: true,
    rebuilt: async () => {},
  };
  if (process.env.DM_ACCESS_KEY_ID) {
    return {
      ...running,
      parts: [],
      directMail: { url: directMailConsole, inbox: false, account },
    };
  }

  const emulator = await reported(onProgress, directMailName, (onOutput) =>
    startRestartable(() => startDirectMail({ port: ports.directMail, signal, onOutput })),
  );
  const endpoint = process.env.DM_ENDPOINT || emulator.url;
  return {
    ...running,
    parts: [emulator],
    async rebuilt(folder) {
      if (folder === 'direct-mail-emulator') {
        await emulator.restart();
      }
    },
    directMail: { url: emulator.url, inbox: true, account: { ...account, endpoint } },
  };
}
