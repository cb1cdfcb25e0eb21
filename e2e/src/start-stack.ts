import { type LogtoKind, StackError, startStack } from '@dm-kit/stack';
import { addressesOf, shareStack } from './stack-addresses.ts';

/** Starts everything once for the run, on free ports; what it returns stops it. */
export default async function start(): Promise<() => Promise<void>> {
  const logto = (process.env.LOGTO_KIND ?? 'emulator') as LogtoKind;
  const stack = await startStack({
    logto,
    ports: 'free',
    // Its users do not stay in the demo's database.
    composeProject: 'dm-kit-e2e',
  }).catch((error) => {
    // What is wrong and what to do, without where in our code it was noticed.
    if (error instanceof StackError) {
      error.stack = [error.message, ...error.output].join('\n');
    }
    throw error;
  });
  shareStack(addressesOf(stack));
  return () => stack.stop();
}
