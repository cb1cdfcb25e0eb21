/** What the pages say in English, to the letter as Logto has it. `{name}` is filled in. */
export const en = {
  signIn: 'Sign in',
  continue: 'Continue',
  createAccount: 'Create account',
  cancel: 'Cancel',
  back: 'Back',
  gotIt: 'Got it',
  change: 'Change {method}',
  savePassword: 'Save password',
  showPassword: 'Show password',
  forgotYourPassword: 'Forgot your password?',
  signInWithCode: 'Sign in with verification code',
  signInWithPassword: 'Sign in with password',
  backToSignIn: 'Back to sign in',

  emailLabel: 'Email',
  passwordLabel: 'Password',
  confirmPasswordLabel: 'Confirm password',
  email: 'email',

  signInTitle: 'Sign in to your account',
  noAccount: 'No account yet?',
  registerTitle: 'Create your account',
  haveAccount: 'Already have an account?',
  autoAgreement: 'By continuing, you agree to the {links}.',
  termsOfUse: 'Terms of Use',
  privacyPolicy: 'Privacy Policy',
  and: 'and',

  verifyEmailTitle: 'Verify your email',
  codeSent: 'The verification code has been sent to your {address} {target}',
  codeSentAgain: 'The verification code has been resent',
  resendAfter: 'Not received yet? Resend after {seconds} seconds',
  notReceived: 'Not received yet? ',
  resend: 'Resend verification code',

  reminder: 'Reminder',
  accountExists: 'An account with {value} already exists. Continue to sign in.',
  accountExistsAlert:
    'The account with {type} {value} is linked to another account. Please try another {type}.',
  noSuchAccount: 'No account found for {value}. Create a new one?',
  noSuchAccountAlert: 'The account with {type} {value} does not exist.',

  enterPasswordTitle: 'Enter password',
  enterPasswordFor: 'Sign in with the password to {method} {value}',
  setPasswordTitle: 'Set password',
  newPasswordTitle: 'New password',
  passwordChanged: 'Password changed',
  passwordRequirements: 'Password {items}.',
  requiresLengthOne: 'requires a minimum of {count} character',
  requiresLength: 'requires a minimum of {count} characters',
  requiresCharacterTypes:
    'should contain at least {count} types of uppercase letters, lowercase letters, digits, and symbols',
  resetPasswordTitle: 'Reset password',
  resetPasswordDescription:
    'Enter the {types} associated with your account, and we’ll send you the verification code to reset your password.',
  passwordExpired: 'Your password has expired and must be reset before you can sign in.',
  resetExpiredPassword: 'Reset password',

  required: '{types} is required',
  invalid: 'The {types} is invalid',
  invalidEmail: 'The email is invalid',
  passwordRequired: 'Password is required',
  passwordsDoNotMatch: 'Your passwords don’t match.',
  invalidCode: 'The verification code is invalid.',
  tooShort: 'Minimum length is {min}.',
  tooLong: 'Maximum length is {max}.',
  characterTypes: 'At least {min} types of characters are required.',
  unsupportedCharacters: 'Unsupported character found.',
  pwned: 'Avoid using simple passwords that are easy to guess.',
  restrictedFound: 'Avoid overusing {list}.',
  repetition: 'repeated characters',
  sequence: 'sequential characters',
  userInfo: 'your personal information',
  words: 'product context',

  notFoundTitle: '404 Not Found',
  sessionNotFound: 'Session not found. Please go back and sign in again.',
  accountSuspendedTitle: 'Account suspended',
  accountSuspended:
    'This account has been suspended. Please contact the administrator for assistance.',
  supportEmail: 'Support email: ',
  supportWebsite: 'Support website: ',
  sendFailed: 'Failed to send the verification code. Please try again later.',
  sendFailedUsePassword:
    'Failed to send the verification code. Please sign in with your password instead.',
  unknownError: 'Unknown error.',
  timeout: 'Request timeout.',
};

/** Every text of the pages, by key. */
export type Phrases = typeof en;
