import { join } from 'node:path';
import { startDirectMailEmulator } from '@dm-kit/direct-mail-emulator';
import { startLogtoEmulator } from '@dm-kit/logto-emulator';
import { emulatedAccount, type LogtoAccess } from '@dm-kit/provision';
import getPort from 'get-port';
import { repositoryRoot } from '../repository.ts';

/** What a guide takes for given: a Logto with this kit's connector, and Direct Mail. */
export interface Surroundings {
  access: LogtoAccess;
  inbox: string;
  /** Where the reader's application is to be. */
  port: number;
  /** A text of the page with the addresses of this run in place of the usual ones. */
  here(text: string): string;
  /** The account in place of the page's placeholders. */
  account: Record<string, string>;
  close(): Promise<void>;
}

/** Starts both emulators on free ports. */
export async function startSurroundings(usualPort: number): Promise<Surroundings> {
  const directMail = await startDirectMailEmulator({ port: 0 });
  const logto = await startLogtoEmulator({
    port: 0,
    connectors: [join(repositoryRoot, 'packages/connector-aliyun-dm')],
  });
  // The page's own port where it is free: then nothing differs from what the reader does.
  const port = await getPort({ port: usualPort });
  return {
    access: { endpoint: logto.url, ...logto.m2m },
    inbox: directMail.url,
    port,
    here: (text) =>
      text
        .replaceAll('http://localhost:3001', logto.url)
        .replaceAll('http://localhost:3010', directMail.url)
        .replaceAll(`localhost:${usualPort}`, `localhost:${port}`),
    account: { ...emulatedAccount, endpoint: directMail.url },
    close: async () => {
      await logto.close();
      await directMail.close();
    },
  };
}
