import type { App, Screen } from '../app.ts';
import { codeForm } from '../code-form.ts';
import { h } from '../dom.ts';
import { form } from '../elements/form.ts';
import { secondaryLayout } from '../elements/layout.ts';
import { handleError } from '../errors.ts';
import { completionHandlers, sendCode, submitAndLeave } from '../flows.ts';
import { identifierField } from '../identifier.ts';
import { brokenSessionScreen } from './error.ts';

/** The second factor: a code to the address of the account. */
export function mfaVerificationScreen(app: App): Screen {
  const { t, api, session, state } = app;
  if (!state.maskedEmail) {
    return brokenSessionScreen(app);
  }
  if (!session.verificationId) {
    return brokenSessionScreen(app, 'Verification ID not found');
  }
  const code = codeForm(app, {
    name: 'mfaCode',
    async check({ code, setProblem }) {
      try {
        await api.verifyMfaCode(session.verificationId ?? '', code);
        await submitAndLeave(app);
      } catch (error) {
        await handleError(app, error, {
          ...completionHandlers(app, 'SignIn', { replace: true }),
          'verification_code.expired': ({ message }) => setProblem(message),
          'verification_code.code_mismatch': ({ message }) => setProblem(message),
        });
      }
    },
    async resend() {
      session.verificationId = await api.sendMfaCode();
    },
  });
  const title = t('mfaTitle');
  return {
    title,
    content: [
      secondaryLayout(app, title, undefined, [
        h('div', { class: 'section' }, [
          h('div', { class: 'section-title' }, t('mfaCodeTitle')),
          h('div', { class: 'description' }, t('mfaCodeSent', { address: state.maskedEmail })),
          code.element,
        ]),
      ]),
    ],
    shown: code.focus,
    removed: code.stop,
  };
}

/** The address that an account needs for its second factor. */
export function mfaBindingScreen(app: App): Screen {
  const { t, state, session } = app;
  if (!state.interactionEvent) {
    return brokenSessionScreen(app);
  }
  const identifier = identifierField(app, ['email'], { creates: true });
  const { element } = form({
    fields: [identifier],
    label: t('continue'),
    submit() {
      session.identifier = identifier.value();
      return sendCode(app, 'continue', identifier.value());
    },
  });
  const title = t('mfaBindingTitle');
  return {
    title,
    content: [secondaryLayout(app, title, t('mfaBindingDescription'), [element])],
    shown: () => identifier.field.input.focus(),
  };
}
