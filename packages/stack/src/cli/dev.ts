import { parseArgs } from 'node:util';
import { LOGTO_KINDS, type LogtoKind } from '../logto/index.ts';
import { oneOf, runCommand } from './run.ts';
import { runStack } from './run-stack.ts';

const HELP = `Like \`pnpm demo\`, with everything following changes: the samples reload; the connector and the
emulators are built and started again.

  pnpm dev [--logto KIND] [--replace-connector]
`;

await runCommand(async (interrupted) => {
  const { values } = parseArgs({
    options: {
      logto: { type: 'string', default: 'emulator' },
      'replace-connector': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  await runStack({
    logto: oneOf('logto', values.logto, Object.keys(LOGTO_KINDS) as LogtoKind[]),
    replaceConnector: values['replace-connector'],
    watch: true,
    filters: ['@dm-kit/stack...'],
    showOutput: true,
    interrupted,
  });
});
