import { freePort, startAngular, startNextjs } from '@dm-kit/stack';
import type { SampleName } from './pages/sample.ts';
import type { StackAddresses } from './stack-addresses.ts';

/** What is wrong with the settings; what is not given is as in the stack. */
interface Wrong {
  endpoint?: string;
  appId?: string;
}

/** Starts one more instance of a sample, with something wrong in its settings or with no settings at all. */
export async function startSample(
  name: SampleName,
  { settings }: StackAddresses,
  wrong: Wrong | 'none',
): Promise<{ url: string } & AsyncDisposable> {
  const part =
    name === 'angular'
      ? await startAngular({
          port: 0,
          settings: wrong === 'none' ? undefined : { ...settings.angular, ...wrong },
        })
      : await startNextjs({
          port: await freePort(),
          env: nextjsEnvironment(settings.nextjs, wrong),
        });
  return { url: part.url, [Symbol.asyncDispose]: () => part.stop() };
}

function nextjsEnvironment(
  { AUTH_URL: _, ...env }: StackAddresses['settings']['nextjs'],
  wrong: Wrong | 'none',
) {
  // Empty, not absent: a developer's .env.local would fill the gap.
  if (wrong === 'none') {
    return { AUTH_LOGTO_ISSUER: '', AUTH_LOGTO_ID: '', AUTH_LOGTO_SECRET: '' };
  }
  return {
    ...env,
    ...(wrong.endpoint && { AUTH_LOGTO_ISSUER: `${wrong.endpoint}/oidc` }),
    ...(wrong.appId && { AUTH_LOGTO_ID: wrong.appId }),
  };
}
