import { parseArgs } from 'node:util';
import { type LogtoKind, logtoKinds } from '../logto/index.ts';
import { oneOf, runCommand } from './run.ts';
import { runStack } from './run-stack.ts';

const help = `Like \`pnpm demo\`, with everything following changes: the samples reload; the connector and the
emulators are built and started again.

  pnpm dev [--logto KIND] [--replace-connector]
`;

await runCommand(async (interrupted) => {
  const { values } = parseArgs({
    options: {
      logto: { type: 'string', default: 'emulator' },
      'replace-connector': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  await runStack({
    logto: oneOf('logto', values.logto, Object.keys(logtoKinds) as LogtoKind[]),
    replaceConnector: values['replace-connector'],
    watch: true,
    filters: ['@dm-kit/stack...'],
    showOutput: true,
    interrupted,
  });
});
