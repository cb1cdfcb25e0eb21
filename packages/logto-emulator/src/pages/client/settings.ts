import type { IdentifierType } from './identifier-type.ts';

/** What the pages need to know of the sign-in experience; the server writes it into the document. */
export interface Settings {
  color: { primaryColor: string; isDarkModeEnabled: boolean; darkPrimaryColor?: string };
  /** Whether a logo is configured at all; what is shown is always the local one. */
  hasLogo: boolean;
  hideLogtoBranding: boolean;
  signInMode: 'SignIn' | 'Register' | 'SignInAndRegister';
  /** What one can sign in with, in the order of the sign-in experience. */
  signInMethods: SignInMethod[];
  /** What one can register with, in the order of the sign-in experience. */
  signUpIdentifiers: IdentifierType[];
  /** Whether an e-mail address may register, be it only as a further identifier. */
  signUpWithEmail: boolean;
  /** Whether a user name is followed by a password right away: nothing else is asked for. */
  passwordAfterUsername: boolean;
  usernamePolicy: UsernamePolicy;
  /** Whether the pages offer single sign-on, which no address has here. */
  singleSignOn: boolean;
  /** Whether a forgotten password can be set anew with a code. */
  forgotPassword: boolean;
  passwordPolicy: PasswordLimits;
  terms: {
    agree: 'Automatic' | 'ManualRegistrationOnly' | 'Manual';
    use?: string;
    privacy?: string;
  };
  support: { email?: string; website?: string };
}

/** How one kind of identifier signs in. */
export interface SignInMethod {
  identifier: IdentifierType;
  password: boolean;
  verificationCode: boolean;
  isPasswordPrimary: boolean;
}

/** What a new user name may be. */
export interface UsernamePolicy {
  /** Characters. */
  minLength?: number;
  /** Characters. */
  maxLength?: number;
  /** Kinds of characters; one that is not named is allowed. */
  allowedChars?: Partial<Record<'lowercase' | 'uppercase' | 'numbers' | 'underscore', boolean>>;
}

/** What the browser checks of a password before it asks the server. */
export interface PasswordLimits {
  /** Characters. */
  min: number;
  /** Characters. */
  max: number;
  /** How many of: lower case, upper case, digits, symbols. */
  characterTypes: number;
}
