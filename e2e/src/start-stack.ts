import { type LogtoKind, StackError, type StackOptions, startStack } from '@dm-kit/stack';
import { shortTtl } from './short-lived.ts';
import { addressesOf, shareStacks } from './stack-addresses.ts';

/**
 * Starts everything once for the run, on free ports: one stack for most tests, and one whose access tokens live for
 * seconds where Logto can be told so. What it returns stops them.
 */
export default async function start(): Promise<() => Promise<void>> {
  const logto = (process.env.LOGTO_KIND ?? 'emulator') as LogtoKind;
  const [main, shortLived] = await Promise.all([
    // Its users do not stay in the demo's database.
    startOne({ logto, composeProject: 'dm-kit-e2e' }),
    logto === 'emulator' ? startOne({ accessTokenTtl: shortTtl }) : undefined,
  ]);
  shareStacks({
    main: addressesOf(main),
    ...(shortLived && { shortLived: addressesOf(shortLived) }),
  });
  return async () => {
    await Promise.all([main.stop(), shortLived?.stop()]);
  };
}

function startOne(options: StackOptions) {
  return startStack({ ...options, ports: 'free' }).catch((error) => {
    // What is wrong and what to do, without where in our code it was noticed.
    if (error instanceof StackError) {
      error.stack = [error.message, ...error.output].join('\n');
    }
    throw error;
  });
}
