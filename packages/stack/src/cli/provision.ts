import { parseArgs } from 'node:util';
import {
  accountFromEnvironment,
  checkDelivery,
  describeChange,
  emulatedAccount,
  findInbox,
  logtoFromEnvironment,
  ProvisionError,
  provision,
  remove,
  wantedApplication,
} from '@dm-kit/provision';
import { samples } from '@dm-kit/samples';
import { sampleUrls, urlVariable } from '../samples/sample-urls.ts';
import { writeSampleSettings } from '../samples/write-settings.ts';
import { runCommand } from './run.ts';

const help = `Sets a Logto up for the samples, through its Management API.

  pnpm provision [--dry-run] [--replace-connector] [--remove]

  --dry-run            say what would change, change nothing
  --replace-connector  replace another e-mail connector (its configuration is lost)
  --remove             undo: applications and connector gone, sign-in experience as it was

Environment:
  LOGTO_ENDPOINT        http://localhost:3001
  LOGTO_M2M_APP_ID      a machine-to-machine application with access to the Management API
  LOGTO_M2M_APP_SECRET  its secret
  LOGTO_ADMIN_ENDPOINT  where that application gets its token, if not from LOGTO_ENDPOINT
  LOGTO_RESOURCE        Management API identifier (https://default.logto.app/api)
  DM_ENDPOINT           Direct Mail as Logto reaches it (http://localhost:3010, the emulator)
  DM_ACCESS_KEY_ID, DM_ACCESS_KEY_SECRET, DM_ACCOUNT_NAME, DM_REGION_ID, DM_FROM_ALIAS
${samples
  .map(
    ({ name, application: { url } }) =>
      `  ${urlVariable(name).padEnd(20)}  where the ${name} sample is (${url})`,
  )
  .join('\n')}
`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      'replace-connector': { type: 'boolean', default: false },
      remove: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const dryRun = values['dry-run'];
  const onChange = (change: Parameters<typeof describeChange>[0]) =>
    console.log(describeChange(change, dryRun));
  const logto = logtoFromEnvironment(process.env);
  if (values.remove) {
    await remove({ logto, dryRun, onChange });
    return;
  }
  const directMail = accountFromEnvironment(process.env);
  const urls = sampleUrls(samples, process.env);
  const { changes, registrations } = await provision({
    logto,
    directMail,
    applications: samples.map(({ name, application }) =>
      wantedApplication(name, application, urls[name]),
    ),
    replaceConnector: values['replace-connector'],
    dryRun,
    onChange,
  });
  if (dryRun) {
    return;
  }
  const isEmulated = directMail.accessKeyId === emulatedAccount.accessKeyId;
  const inbox = isEmulated ? await findInbox(directMail.endpoint) : undefined;
  const written = await writeSampleSettings(
    samples,
    Object.fromEntries(
      Object.entries(registrations).map(([name, registration]) => [
        name,
        { ...registration, url: urls[name] ?? '', inbox },
      ]),
    ),
  );
  written.forEach(onChange);
  const done = [...changes, ...written].filter(({ action }) => action !== 'none').length;
  console.log(done === 0 ? 'Nothing to change.' : `${done} changed.`);
  if (inbox) {
    await checkDelivery({ logto, directMail, inbox }).then(
      () => console.log(`A test mail arrived in the inbox at ${inbox}.`),
      // Logto is set up all the same: the emulator may be started later.
      (error: unknown) => {
        if (!(error instanceof ProvisionError)) {
          throw error;
        }
        console.error(`Warning: ${error.message}`);
      },
    );
  }
});
