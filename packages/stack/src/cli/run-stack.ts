import { styleText } from 'node:util';
import { build } from '../build.ts';
import { repositoryRoot } from '../paths.ts';
import { preflight } from '../preflight.ts';
import { reported } from '../progress.ts';
import { type Stack, type StackOptions, startStack } from '../stack.ts';
import { claimPorts } from './running.ts';
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
  // Free ports may be shared out as often as one likes.
  const claim =
    options.ports === 'free'
      ? undefined
      : await claimPorts(options.watch ? 'dev' : 'demo', repositoryRoot);
  try {
    await preflight(options);
    await reported(onProgress, 'Build', async () => {
      const onTask = (name: string) => onProgress({ event: 'note', text: `Building ${name}` });
      await build({ filters, signal: interrupted, onTask });
      return {};
    });
    const stack = await startStack({ ...options, signal: interrupted, onProgress });
    claim?.tell(placesOf(stack));
    screen.line(overview(stack, (performance.now() - begin) / 1000));

    const end = await Promise.race([stack.crashed, whenAborted(interrupted)]);
    if (end) {
      throw end;
    }
    screen.line();
    screen.line('  Stopping');
    await stack.stop();
  } finally {
    claim?.release();
    screen.end();
  }
}

function placesOf({ samples, directMail, logto }: Stack): [name: string, url: string][] {
  return [
    ...Object.values(samples).map(({ name, url }): [string, string] => [name, url]),
    ['Mails', directMail.url],
    ['Logto', logto.url],
  ];
}

function overview(stack: Stack, seconds: number): string {
  const row = (name: string, url: string) => `    ${name.padEnd(20)}${styleText('cyan', url)}`;
  return `
  ${styleText('bold', `Ready in ${seconds.toFixed(1)} s`)}

${placesOf(stack)
  .map(([name, url]) => row(name, url))
  .join('\n')}

  Try this
    1. Open a sample, choose "Create account" and enter an e-mail address.
    2. Open the mails, copy the code, and enter it: you are signed in.
    3. Open the other sample and sign in: Logto asks for no second code.

  ${styleText(
    'dim',
    stack.logto.staysUp
      ? 'Ctrl-C stops everything but Logto, which was up before.'
      : 'Ctrl-C stops everything.',
  )}
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
