import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type LogtoKind, logtoKinds } from '@dm-kit/stack';

const help = `The browser tests, against a Logto of your choice.

  pnpm e2e [--logto emulator|docker|external] [options of Playwright]

For external, LOGTO_ENDPOINT and the machine-to-machine client name the Logto. \`pnpm --dir e2e exec playwright test
--help\` lists Playwright's own options.
`;

const kinds = Object.keys(logtoKinds);

/**
 * The browser tests against a Logto of your choice: `pnpm e2e [--logto emulator|docker|external] [Playwright's options]`.
 * Builds what they need first. For `external`, LOGTO_ENDPOINT and the machine-to-machine client name the Logto.
 */
async function main(): Promise<number> {
  const { values, tokens } = parseArgs({
    options: {
      logto: { type: 'string', default: 'emulator' },
      help: { type: 'boolean', short: 'h', default: false },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const kind = String(values.logto);
  if (!kinds.includes(kind)) {
    console.error(`e2e: --logto takes ${kinds.join(', ')}, not "${kind}".`);
    return 2;
  }
  // Before minutes go into a build: is there a Docker, are the settings of the other Logto complete?
  try {
    await logtoKinds[kind as LogtoKind].check();
  } catch (error) {
    console.error(`e2e: ${(error as Error).message}`);
    return 1;
  }
  // Everything but --logto and its value is for Playwright.
  const own = new Set(
    tokens.flatMap((token) =>
      token.kind === 'option' && token.name === 'logto'
        ? [token.index, ...(token.inlineValue ? [] : [token.index + 1])]
        : [],
    ),
  );
  const rest = process.argv.slice(2).filter((_, index) => !own.has(index));
  const build = run('turbo', ['run', 'build', '--output-logs=errors-only']);
  return build || run('playwright', ['test', ...rest], { LOGTO_KIND: kind });
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): number {
  const { status } = spawnSync(command, args, {
    cwd: import.meta.dirname,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...env,
      PATH: `${import.meta.dirname}/node_modules/.bin:${process.env.PATH}`,
    },
  });
  return status ?? 1;
}

process.exitCode = await main();
