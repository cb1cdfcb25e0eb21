import type { App, Screen } from '../app.ts';
import { form } from '../elements/form.ts';
import { secondaryLayout } from '../elements/layout.ts';
import { handleError } from '../errors.ts';
import { completeAndLeave, completionHandlers, sendCode } from '../flows.ts';
import { type IdentifierField, identifierField } from '../identifier.ts';
import { brokenSessionScreen } from './error.ts';

/** The user name without which an account is not complete. */
export function setUsernameScreen(app: App): Screen {
  const { t, api } = app;
  const { interactionEvent } = app.state;
  if (!interactionEvent) {
    return brokenSessionScreen(app, 'flow state not found');
  }
  const identifier = identifierField(app, ['username'], { creates: true });
  const save = async () => {
    let problem: string | undefined;
    const username = identifier.value();
    app.session.identifier = username;
    try {
      await completeAndLeave(app, interactionEvent, () => api.addUsername(username));
    } catch (error) {
      await handleError(app, error, {
        ...completionHandlers(app, interactionEvent),
        'user.username_already_in_use': ({ message }) => {
          problem = message;
        },
      });
    }
    return problem;
  };
  return screen(app, t('setUsernameTitle'), t('setUsernameDescription'), identifier, save);
}

/** The address without which an account is not complete. */
export function linkEmailScreen(app: App): Screen {
  const { t } = app;
  if (!app.state.interactionEvent) {
    return brokenSessionScreen(app, 'flow state not found');
  }
  const identifier = identifierField(app, ['email'], { creates: true });
  return screen(app, t('linkEmailTitle'), t('linkEmailDescription'), identifier, () => {
    app.session.identifier = identifier.value();
    return sendCode(app, 'continue', identifier.value());
  });
}

function screen(
  app: App,
  title: string,
  description: string,
  identifier: IdentifierField,
  submit: () => Promise<string | undefined>,
): Screen {
  const { element } = form({ fields: [identifier], label: app.t('continue'), submit });
  return {
    title,
    content: [secondaryLayout(app, title, description, [element])],
    shown: () => identifier.field.input.focus(),
  };
}
