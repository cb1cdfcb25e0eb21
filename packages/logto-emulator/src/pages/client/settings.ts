/** What the pages need to know of the sign-in experience; the server writes it into the document. */
export interface Settings {
  color: { primaryColor: string; isDarkModeEnabled: boolean; darkPrimaryColor?: string };
  /** Whether a logo is configured at all; what is shown is always the local one. */
  hasLogo: boolean;
  hideLogtoBranding: boolean;
  signInMode: 'SignIn' | 'Register' | 'SignInAndRegister';
  /** How an e-mail address signs in; absent when it cannot. */
  signIn?: { password: boolean; verificationCode: boolean; isPasswordPrimary: boolean };
  /** Whether an e-mail address can register. */
  signUpWithEmail: boolean;
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

/** What the browser checks of a password before it asks the server. */
export interface PasswordLimits {
  /** Characters. */
  min: number;
  /** Characters. */
  max: number;
  /** How many of: lower case, upper case, digits, symbols. */
  characterTypes: number;
}
