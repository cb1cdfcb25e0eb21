import { freePort } from '@dm-kit/processes';
import { type Placeholders, settingsValues } from '@dm-kit/provision';
import { samples } from '@dm-kit/samples';
import { startSample as start } from '@dm-kit/stack';
import { type StackAddresses, startedSample } from './stack-addresses.ts';

/**
 * Starts one more instance of a sample, with something wrong in its settings or with no settings at all.
 * @param values settings by their own names, as they are
 */
export async function startSample(
  name: string,
  stack: StackAddresses,
  wrong: Partial<Pick<Placeholders, 'endpoint' | 'appId'>> | 'none',
  values: Record<string, string> = {},
): Promise<{ url: string } & AsyncDisposable> {
  const sample = samples.find((one) => one.name === name);
  if (!sample) {
    throw new Error(`The registry has no sample "${name}".`);
  }
  const port = await freePort();
  const part = await start(sample, {
    port,
    settings:
      wrong === 'none'
        ? undefined
        : {
            ...settingsValues(sample.application.settings?.values ?? {}, {
              ...startedSample(stack, name).placeholders,
              ...wrong,
              ...(wrong.endpoint && { issuer: `${wrong.endpoint}/oidc` }),
              url: `http://localhost:${port}`,
            }),
            ...values,
          },
  });
  return { url: part.url, [Symbol.asyncDispose]: () => part.stop() };
}
