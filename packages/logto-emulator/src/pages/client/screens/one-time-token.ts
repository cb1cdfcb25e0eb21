import { ApiError } from '../api.ts';
import type { App, Screen } from '../app.ts';
import { handleError } from '../errors.ts';
import { completionHandlers, identifyAndLeave, submitAndLeave } from '../flows.ts';
import { agreesToTerms } from '../terms.ts';

/** Where a link leads: signs its owner in, or registers who is not known yet, and shows nothing. */
export function oneTimeTokenScreen(app: App): Screen {
  const query = new URLSearchParams(location.search);
  return {
    title: app.t('signInTitle'),
    content: [],
    shown: () => void follow(app, query),
  };
}

async function follow(app: App, query: URLSearchParams): Promise<void> {
  const [token, address] = [query.get('one_time_token'), query.get('login_hint')];
  const problem = query.get('errorMessage');
  const fail = (title: string, message: string) =>
    app.navigate('/one-time-token/error', {
      replace: true,
      state: { problem: { title, message } },
    });
  const { t, api } = app;
  if (problem) {
    return fail(t('invalidLinkTitle'), problem);
  }
  if (!token || !address) {
    return fail(t('invalidLinkTitle'), t('invalidLink'));
  }
  if (app.settings.terms.agree === 'Manual' && !(await agreesToTerms(app))) {
    return fail(t('termsRequiredTitle'), t('termsRequired'));
  }
  let verificationId: string;
  try {
    await api.start('SignIn');
    verificationId = await api.verifyToken(token, address);
  } catch (error) {
    return error instanceof ApiError
      ? fail(t('invalidLinkTitle'), error.message)
      : handleError(app, error);
  }
  app.session.identifier = address;
  try {
    await identifyAndLeave(app, verificationId);
  } catch (error) {
    await handleError(app, error, {
      ...completionHandlers(app, 'SignIn', { replace: true }),
      'user.user_not_exist': async () => {
        if (await agreesToTerms(app)) {
          await register(app, verificationId);
        } else {
          fail(t('invalidLinkTitle'), t('termsRequired'));
        }
      },
    });
  }
}

async function register(app: App, verificationId: string): Promise<void> {
  try {
    await app.api.switchTo('Register');
    await app.api.identify(verificationId);
    await submitAndLeave(app);
  } catch (error) {
    await handleError(app, error, completionHandlers(app, 'Register', { replace: true }));
  }
}
