import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { samples } from '@dm-kit/samples';
import { type LogtoKind, logtoKinds } from '../logto/index.ts';
import { repositoryRoot } from '../paths.ts';
import { oneOf, runCommand } from './run.ts';
import { runStack } from './run-stack.ts';

const help = `Builds and starts both samples, Logto and Direct Mail, and sets Logto up for them.

  pnpm demo [--logto KIND] [--ports fixed|free] [--replace-connector] [--verbose]

  --logto emulator     Logto's behaviour in one process; nothing to install (default)
  --logto docker       the real Logto, by compose.yaml
  --logto external     a Logto that runs already: LOGTO_ENDPOINT, LOGTO_M2M_APP_ID, LOGTO_M2M_APP_SECRET
  --ports free         any free ports instead of 3000, 4200, 3001 and 3010
  --replace-connector  replace another e-mail connector of that Logto (its configuration is lost)
  --verbose            also show what the parts print
`;

await runCommand(async (interrupted) => {
  const { values } = parseArgs({
    options: {
      logto: { type: 'string', default: 'emulator' },
      ports: { type: 'string', default: 'fixed' },
      'replace-connector': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  await runStack({
    logto: oneOf('logto', values.logto, Object.keys(logtoKinds) as LogtoKind[]),
    ports: oneOf('ports', values.ports, ['fixed', 'free']),
    replaceConnector: values['replace-connector'],
    filters: [
      '@dm-kit/stack...',
      ...samples.map(({ folder }) => `./${relative(repositoryRoot, folder)}`),
    ],
    showOutput: values.verbose,
    interrupted,
  });
});
