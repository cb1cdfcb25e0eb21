import { randomBytes } from 'node:crypto';
import {
  checkDelivery,
  describeChange,
  type LogtoAccess,
  provision,
  writeSettings,
} from '@dm-kit/provision';
import type { RunningLogto } from './logto/kind.ts';
import type { Settings } from './samples.ts';

export interface SetUpOptions {
  access: LogtoAccess;
  directMail: RunningLogto['directMail'];
  /** Where the browser finds the samples. */
  apps: { angular: string; nextjs: string };
  /** Replace another e-mail connector; its configuration is lost. */
  replaceConnector?: boolean | undefined;
  /** Write the samples' local settings; without, a secret for the sessions is made for this once. */
  writeSettings?: boolean | undefined;
  /** Called once a thing, with a line for a person. */
  onNote: (text: string) => void;
}

/** Sets Logto up for the samples, and sees to it that its mails arrive. @throws {ProvisionError} */
export async function setUp(options: SetUpOptions): Promise<Settings> {
  const { access, directMail, apps, replaceConnector = false, onNote } = options;
  const { settings } = await provision({
    logto: access,
    directMail: directMail.account,
    apps,
    replaceConnector,
    onChange: (change) => onNote(describeChange(change)),
  });
  if (!settings) {
    throw new Error('provision gave no settings, though it was no dry run');
  }
  if (directMail.inbox) {
    await checkDelivery({ logto: access, directMail: directMail.account, inbox: directMail.url });
    onNote('Test mail: arrived');
  }
  if (options.writeSettings) {
    for (const change of await writeSettings(settings)) {
      onNote(describeChange(change));
    }
    // The secret that seals sessions is in the file as well, and stays the same.
    return settings;
  }
  const secret = randomBytes(32).toString('base64url');
  return { ...settings, nextjs: { ...settings.nextjs, AUTH_SECRET: secret } };
}
