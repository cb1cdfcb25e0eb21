import { type LogtoKind, startStack } from '@dm-kit/stack';
import { addressesOf, shareStack } from './stack-addresses.ts';

/** Starts everything once for the run, on free ports; what it returns stops it. */
export default async function start(): Promise<() => Promise<void>> {
  const logto = (process.env.LOGTO_KIND ?? 'emulator') as LogtoKind;
  const stack = await startStack({ logto, ports: 'free' });
  shareStack(addressesOf(stack));
  return () => stack.stop();
}
