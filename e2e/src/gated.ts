import { samples } from '@dm-kit/samples';
import { startStack } from '@dm-kit/stack';
import { test as base } from './fixtures.ts';
import { Gate } from './gate.ts';
import { addressesOf, type StackAddresses } from './stack-addresses.ts';

/** Seconds that an access token lives; half of it is over after 6. */
export const ttl = 12;

interface OwnStack {
  addresses: StackAddresses;
  /** Between the sample's server and Logto. */
  gate: Gate;
}

/**
 * The same tests' fixtures, on a stack of the worker's own: access tokens live for seconds, and Logto can be away. Only
 * the emulator can do that, and one test at a time: `serial`.
 */
export const test = base.extend<{ gate: Gate }, { own: OwnStack }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      await using gate = new Gate();
      const proxy = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: await gate.open() };
      const gated = samples
        .filter(({ name }) => name === 'nextjs')
        .map((sample) => {
          const { file = '.env.local', values = {} } = sample.application.settings ?? {};
          const settings = { file, values: { ...values, ...proxy } };
          return { ...sample, application: { ...sample.application, settings } };
        });
      await using stack = await startStack({ samples: gated, ports: 'free', accessTokenTtl: ttl });
      await use({ addresses: addressesOf(stack), gate });
    },
    { scope: 'worker' },
  ],
  stack: ({ own }, use) => use(own.addresses),
  gate: ({ own }, use) => use(own.gate),
});

export const isPossible = (process.env.LOGTO_KIND ?? 'emulator') === 'emulator';
