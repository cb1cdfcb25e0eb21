import pc from 'picocolors';
import { build } from '../build.ts';
import { preflight } from '../preflight.ts';
import { reported } from '../progress.ts';
import { type Stack, type StackOptions, startStack } from '../stack.ts';
import { Screen } from './screen.ts';

type Options = Pick<StackOptions, 'logto' | 'ports' | 'replaceConnector' | 'watch'> & {
  /** Packages to build first. */
  filters: string[];
  /** Also show what the parts print. */
  showOutput: boolean;
  interrupted: AbortSignal;
};

/** Builds, starts everything, says where it is, and runs until interrupted. */
export async function runStack({ filters, showOutput, interrupted, ...options }: Options) {
  const screen = new Screen({ showOutput });
  const onProgress = screen.show.bind(screen);
  const begin = performance.now();
  screen.line();
  try {
    await preflight(options);
    await reported(onProgress, 'Build', async () => {
      const onTask = (name: string) => onProgress({ event: 'note', text: `Building ${name}` });
      await build({ filters, signal: interrupted, onTask });
      return {};
    });
    const stack = await startStack({ ...options, signal: interrupted, onProgress });
    screen.line(overview(stack, (performance.now() - begin) / 1000));

    const end = await Promise.race([stack.crashed, whenAborted(interrupted)]);
    if (end) {
      throw end;
    }
    screen.line();
    screen.line('  Stopping');
    await stack.stop();
  } finally {
    screen.end();
  }
}

function overview({ samples, directMail, logto }: Stack, seconds: number): string {
  const row = (name: string, url: string) => `    ${name.padEnd(20)}${pc.cyan(url)}`;
  return `
  ${pc.bold(`Ready in ${seconds.toFixed(1)} s`)}

${Object.values(samples)
  .map(({ name, url }) => row(name, url))
  .join('\n')}
${row('Mails', directMail.url)}
${row('Logto', logto.url)}

  Try this
    1. Open a sample, choose "Create account" and enter an e-mail address.
    2. Open the mails, copy the code, and enter it: you are signed in.
    3. Open the other sample and sign in: Logto asks for no second code.

  ${pc.dim('Ctrl-C stops everything.')}
`;
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
