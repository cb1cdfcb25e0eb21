import { parseArgs } from 'node:util';
import { describeChange } from './change.ts';
import { checkDelivery } from './check-delivery.ts';
import {
  accountFromEnvironment,
  appsFromEnvironment,
  emulatedAccount,
  logtoFromEnvironment,
} from './environment.ts';
import { ProvisionError } from './errors.ts';
import { provision } from './provision.ts';
import { remove } from './remove.ts';
import { writeSettings } from './settings.ts';

const help = `Sets a Logto up for the two samples, through its Management API.

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
  ANGULAR_URL, NEXTJS_URL  where the samples are (http://localhost:4200, http://localhost:3000)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      'replace-connector': { type: 'boolean', default: false },
      remove: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
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
  const { changes, settings } = await provision({
    logto,
    directMail,
    apps: appsFromEnvironment(process.env),
    replaceConnector: values['replace-connector'],
    dryRun,
    onChange,
  });
  if (dryRun || !settings) {
    return;
  }
  const written = await writeSettings(settings);
  written.forEach(onChange);
  const done = [...changes, ...written].filter(({ action }) => action !== 'none').length;
  console.log(done === 0 ? 'Nothing to change.' : `${done} changed.`);

  if (directMail.accessKeyId !== emulatedAccount.accessKeyId) {
    return;
  }
  const inbox = emulatedAccount.endpoint;
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

await main().catch((error: unknown) => {
  const usage = error instanceof TypeError && 'code' in error;
  if (!(error instanceof ProvisionError) && !usage) {
    throw error;
  }
  console.error(`provision: ${error.message}${usage ? ' See --help.' : ''}`);
  process.exitCode = usage ? 2 : 1;
});
