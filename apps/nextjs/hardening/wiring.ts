import type { NextAuthConfig, NextAuthResult } from 'next-auth';
// #region hardening: early-renewal
import { renewEarly } from '@/hardening/early-renewal';
// #endregion
// #region hardening: hidden-tokens
import { hideTokens } from '@/hardening/hidden-tokens';
// #endregion
// #region hardening: joined-renewals
import { renewOnce } from '@/hardening/joined-renewals';
// #endregion
// #region hardening: one-discovery
import { discoverOnce } from '@/hardening/one-discovery';
// #endregion
// #region hardening: outage
import { outliveOutage } from '@/hardening/outage';
// #endregion
// #region hardening: problems
import { sayThatItEnded, sayThatLogtoIsAway } from '@/hardening/problems/say-that';
// #endregion
// #region hardening: protected-api
import {
  askForNotes,
  fetchNotesToken,
  showNotesToken,
} from '@/hardening/protected-api/notes-token';
// #endregion
// #region hardening: pushed-request
import { pushRequest } from '@/hardening/pushed-request';
// #endregion
// #region hardening: revocation
import { revokeTokens } from '@/hardening/revocation';
// #endregion
// #region hardening: session-cookie
import { keepCookie, renewWhereItLasts } from '@/hardening/session-cookie';
// #endregion
// #region hardening: settings
import { refuseSignIn, requireSettings } from '@/hardening/settings';

// #endregion

type Callbacks = NonNullable<NextAuthConfig['callbacks']>;
type Config = NextAuthConfig & { callbacks: Required<Pick<Callbacks, 'jwt' | 'session'>> };

/** Wraps what production adds around Auth.js; each can be taken out alone. Auth.js reads `config` anew each time. */
export function harden(config: Config, nextAuth: NextAuthResult): void {
  const { callbacks } = config;

  // From the inside to the outside: the first is called last.
  // #region hardening: protected-api
  callbacks.jwt = fetchNotesToken(callbacks.jwt);
  callbacks.session = showNotesToken(callbacks.session);
  // #endregion
  // #region hardening: joined-renewals
  callbacks.jwt = renewOnce(callbacks.jwt);
  // #endregion
  // #region hardening: early-renewal
  callbacks.jwt = renewEarly(callbacks.jwt);
  // #endregion
  // #region hardening: outage
  callbacks.jwt = outliveOutage(callbacks.jwt);
  // #endregion
  // #region hardening: session-cookie
  callbacks.jwt = renewWhereItLasts(callbacks.jwt);
  nextAuth.auth = keepCookie(nextAuth.auth);
  // #endregion

  // #region hardening: one-discovery
  discoverOnce(config.providers);
  // #endregion
  // #region hardening: problems
  config.pages = { ...config.pages, error: '/problem' };
  nextAuth.auth = sayThatItEnded(nextAuth.auth);
  nextAuth.signIn = sayThatLogtoIsAway(nextAuth.signIn);
  // #endregion
  // #region hardening: pushed-request
  nextAuth.signIn = pushRequest(nextAuth.signIn);
  // #endregion
  // #region hardening: protected-api
  nextAuth.signIn = askForNotes(nextAuth.signIn);
  // #endregion
  // #region hardening: revocation
  config.events = { signOut: revokeTokens };
  // #endregion
  // #region hardening: hidden-tokens
  nextAuth.handlers = hideTokens(nextAuth.handlers);
  // #endregion
  // #region hardening: settings
  nextAuth.auth = requireSettings(nextAuth.auth);
  nextAuth.signIn = refuseSignIn(nextAuth.signIn);
  // #endregion
}
