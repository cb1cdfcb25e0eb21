import type { Route } from './router.ts';
import { linkEmailScreen, setUsernameScreen } from './screens/continue.ts';
import {
  accountSuspendedScreen,
  invalidLinkScreen,
  unknownSessionScreen,
} from './screens/error.ts';
import {
  focusedRegisterScreen,
  focusedResetScreen,
  focusedSignInScreen,
} from './screens/focused.ts';
import { forgotPasswordScreen } from './screens/forgot-password.ts';
import { mfaBindingScreen, mfaVerificationScreen } from './screens/mfa.ts';
import { oneTimeTokenScreen } from './screens/one-time-token.ts';
import { passwordScreen } from './screens/password.ts';
import { registerScreen } from './screens/register.ts';
import { registerPasswordScreen } from './screens/register-password.ts';
import { resetPasswordScreen } from './screens/reset-password.ts';
import { setPasswordScreen } from './screens/set-password.ts';
import { signInScreen } from './screens/sign-in.ts';
import { focusedSingleSignOnScreen, singleSignOnScreen } from './screens/single-sign-on.ts';
import { switchAccountScreen } from './screens/switch-account.ts';
import { verificationCodeScreen } from './screens/verification-code.ts';

/** A link leads to the first screen like any other sign-in, and is known by its token. */
function pageOfLink(): string | undefined {
  const { search } = location;
  return new URLSearchParams(search).has('one_time_token') ? `/one-time-token${search}` : undefined;
}

/** Every page; any other path shows “not found”. */
export const routes: Route[] = [
  {
    path: '/sign-in',
    open: signInScreen,
    insteadOf: ({ signInMode }) => (signInMode === 'Register' ? '/register' : pageOfLink()),
  },
  { path: '/sign-in/verification-code', open: verificationCodeScreen('sign-in') },
  { path: '/sign-in/password', open: passwordScreen },
  {
    path: '/register',
    open: registerScreen,
    insteadOf: ({ signInMode }) => (signInMode === 'SignIn' ? '/sign-in' : pageOfLink()),
  },
  { path: '/register/verification-code', open: verificationCodeScreen('register') },
  { path: '/identifier-sign-in', open: focusedSignInScreen },
  {
    path: '/identifier-register',
    open: focusedRegisterScreen,
    insteadOf: ({ signInMode, signUpIdentifiers }) =>
      signInMode === 'SignIn' || signUpIdentifiers.length === 0 ? '/sign-in' : undefined,
  },
  {
    path: '/reset-password',
    open: focusedResetScreen,
    insteadOf: ({ forgotPassword }) => (forgotPassword ? undefined : '/sign-in'),
  },
  {
    path: '/single-sign-on',
    open: focusedSingleSignOnScreen,
    insteadOf: ({ singleSignOn }) => (singleSignOn ? undefined : '/sign-in'),
  },
  { path: '/single-sign-on/email', open: singleSignOnScreen },
  { path: '/register/password', open: registerPasswordScreen },
  { path: '/continue/password', open: setPasswordScreen },
  { path: '/continue/username', open: setUsernameScreen },
  { path: '/continue/email', open: linkEmailScreen },
  { path: '/continue/emailOrPhone', open: linkEmailScreen },
  { path: '/continue/verification-code', open: verificationCodeScreen('continue') },
  { path: '/forgot-password', open: forgotPasswordScreen },
  { path: '/forgot-password/verification-code', open: verificationCodeScreen('forgot-password') },
  { path: '/forgot-password/reset', open: resetPasswordScreen },
  { path: '/mfa-verification/EmailVerificationCode', open: mfaVerificationScreen },
  { path: '/mfa-binding/EmailVerificationCode', open: mfaBindingScreen },
  { path: '/switch-account', open: switchAccountScreen },
  { path: '/one-time-token', open: oneTimeTokenScreen },
  { path: '/one-time-token/error', open: invalidLinkScreen },
  { path: '/unknown-session', open: unknownSessionScreen },
  { path: '/account-suspended', open: accountSuspendedScreen },
];
