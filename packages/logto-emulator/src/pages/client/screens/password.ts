import type { App, Screen } from '../app.ts';
import { h } from '../dom.ts';
import { actionLink } from '../elements/button.ts';
import { form } from '../elements/form.ts';
import { icon } from '../elements/icons.ts';
import { secondaryLayout } from '../elements/layout.ts';
import { sendCode } from '../flows.ts';
import { methodOfSession } from '../identifier.ts';
import { passwordEntry } from '../password-entry.ts';
import { brokenSessionScreen, notFoundScreen } from './error.ts';

/** The password for the identifier that was entered before. */
export function passwordScreen(app: App): Screen {
  const { t, session } = app;
  const { identifier } = session;
  if (!identifier) {
    return brokenSessionScreen(app);
  }
  const method = methodOfSession(app);
  if (!method?.password) {
    return notFoundScreen(app);
  }

  const password = passwordEntry(app, () => identifier);
  const { field } = password.checked;
  const useCode = async () => {
    const problem = await sendCode(app, 'sign-in', identifier, { replace: true });
    if (problem) {
      app.toast(problem);
    }
  };
  const signIn = form({
    fields: [password.checked],
    beforeButton: [password.forgotLink],
    label: t('continue'),
    name: 'submit',
    submit: () => password.signIn(),
    afterButton: [
      method.verificationCode &&
        h('div', { class: 'switch' }, [
          actionLink(t('signInWithCode'), () => void useCode(), icon('swap')),
        ]),
    ],
  });
  // For password managers: whose password this is.
  signIn.element.prepend(
    h('input', {
      readonly: true,
      hidden: true,
      name: 'identifier',
      autocomplete: method.identifier,
      value: identifier,
    }),
  );
  const title = t('enterPasswordTitle');
  return {
    title,
    content: [
      secondaryLayout(
        app,
        title,
        t('enterPasswordFor', { method: t(method.identifier), value: identifier }),
        [signIn.element],
      ),
    ],
    shown: () => field.input.focus(),
  };
}
