/** What the pages remember between screens and over a reload, in the tab's session storage. */
export interface Session {
  /** The application that asked for the sign-in. */
  appId?: string;
  /** The languages the application asked for, separated by spaces. */
  uiLocales?: string;
  /** The identifier that was entered last: a user name or an address. */
  identifier?: string;
  /** The address whose password is to be reset. */
  forgotPasswordEmail?: string;
  /** What the code that was sent last belongs to. */
  verificationId?: string;
}

const keys: Record<keyof Session, string> = {
  appId: 'app_id',
  uiLocales: 'ui_locales',
  identifier: 'logto:identifier',
  forgotPasswordEmail: 'logto:forgot-password-email',
  verificationId: 'logto:verification-id',
};

/** Reads and writes the storage through plain properties; `undefined` removes. */
export function createSession(storage: Storage): Session {
  return new Proxy<Session>(
    {},
    {
      get: (_, name: keyof Session) => storage.getItem(keys[name]) ?? undefined,
      set(_, name: keyof Session, value: string | undefined) {
        if (value === undefined) {
          storage.removeItem(keys[name]);
        } else {
          storage.setItem(keys[name], value);
        }
        return true;
      },
    },
  );
}

/** Forgets what belongs to the sign-in that has just ended. */
export function endSignIn(session: Session): void {
  session.identifier = undefined;
  session.forgotPasswordEmail = undefined;
  session.verificationId = undefined;
}

/**
 * Takes the parameters that concern the whole sign-in out of the address into the session. Only
 * `app_id` stays in the address: the sign-in can then be resumed in another tab.
 *
 * @returns the query to show, without a question mark
 */
export function takeParameters(search: string, session: Session): string {
  if (!search) {
    return '';
  }
  const parameters = new URLSearchParams(search);
  session.appId = parameters.get('app_id') ?? session.appId;
  session.uiLocales = parameters.get('ui_locales') ?? undefined;
  parameters.delete('ui_locales');
  parameters.delete('organization_id');
  return parameters.toString();
}
