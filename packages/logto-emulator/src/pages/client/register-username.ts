import type { App } from './app.ts';
import { handleError } from './errors.ts';
import { completionHandlers, identifyAndLeave } from './flows.ts';

/**
 * Starts a registration with a user name, and goes on with what it still lacks.
 *
 * @returns what to say below the name, when it is the problem
 */
export async function registerUsername(app: App, username: string): Promise<string | undefined> {
  let problem: string | undefined;
  try {
    await app.api.start('Register');
    await app.api.addUsername(username);
    if (app.settings.passwordAfterUsername) {
      app.navigate('/register/password');
    } else {
      await identifyAndLeave(app);
    }
  } catch (error) {
    await handleError(app, error, {
      ...completionHandlers(app, 'Register', { replace: true }),
      'user.username_already_in_use': ({ message }) => {
        problem = message;
      },
    });
  }
  return problem;
}
