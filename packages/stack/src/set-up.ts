import {
  checkDelivery,
  describeChange,
  type LogtoAccess,
  type Placeholders,
  provision,
  wantedApplication,
} from '@dm-kit/provision';
import type { Sample } from '@dm-kit/samples';
import type { RunningLogto } from './logto/kind.ts';

export interface SetUpOptions {
  access: LogtoAccess;
  directMail: RunningLogto['directMail'];
  samples: Sample[];
  /** Where the browser finds the samples, by their names. */
  urls: Record<string, string>;
  /** Replace another e-mail connector; its configuration is lost. */
  replaceConnector?: boolean | undefined;
  /** Called once a thing, with a line for a person. */
  onNote: (text: string) => void;
}

/** Sets Logto up for the samples, and sees to it that its mails arrive. @throws {ProvisionError} */
export async function setUp(options: SetUpOptions): Promise<Record<string, Placeholders>> {
  const { access, directMail, samples, urls, replaceConnector = false, onNote } = options;
  const { registrations } = await provision({
    logto: access,
    directMail: directMail.account,
    applications: samples.map(({ name, application }) =>
      wantedApplication(name, application, urls[name]),
    ),
    replaceConnector,
    onChange: (change) => onNote(describeChange(change)),
  });
  if (directMail.inbox) {
    await checkDelivery({ logto: access, directMail: directMail.account, inbox: directMail.url });
    onNote('Test mail: arrived');
  }
  const inbox = directMail.inbox ? directMail.url : undefined;
  return Object.fromEntries(
    Object.entries(registrations).map(([name, registration]) => [
      name,
      { ...registration, url: urls[name] ?? '', inbox },
    ]),
  );
}
