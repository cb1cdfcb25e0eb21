import { Hono } from 'hono';
import { getConnectors } from '../../connectors/index.ts';
import type { Context } from '../../context.ts';
import { isForgotPasswordAvailable } from './forgot-password.ts';

/** `/.well-known/sign-in-exp`: what a sign-in page needs to know, for anybody. */
export function wellKnownRoutes(context: Context): Hono {
  const experience = async () => {
    const {
      emailBlocklistPolicy: _,
      forgotPasswordMethods,
      ...shown
    } = context.store.signInExperience;
    return {
      ...shown,
      socialConnectors: [],
      ssoConnectors: [],
      forgotPassword: isForgotPasswordAvailable(
        await getConnectors(context),
        forgotPasswordMethods,
      ),
      isDevelopmentTenant: false,
      customProfileFields: [],
      customProfileFieldCatalog: [],
    };
  };
  return new Hono()
    .get('/.well-known/sign-in-exp', async (c) => c.json(await experience()))
    .get('/.well-known/experience', async (c) => c.json(await experience()));
}
