import type { KoaContextWithOIDC } from 'oidc-provider';

/** Where an authorization request may start, by its `first_screen` (or the older `interaction_mode`). */
const screens: Record<string, string> = {
  sign_in: 'sign-in',
  signIn: 'sign-in',
  register: 'register',
  signUp: 'register',
  reset_password: 'reset-password',
  'identifier:sign_in': 'identifier-sign-in',
  'identifier:register': 'identifier-register',
  single_sign_on: 'single-sign-on',
};

/** Parameters of the authorization request beyond OpenID Connect's own. */
export const extraParams = [
  'interaction_mode',
  'first_screen',
  'direct_sign_in',
  'organization_id',
  'login_hint',
  'ui_locales',
  'identifier',
  'one_time_token',
  'google_one_tap_credential',
];

/** The page for a prompt, as a path: a sign-in page, or the consent page. */
export function interactionUrl(
  ctx: KoaContextWithOIDC,
  prompt: string,
  params: Record<string, unknown>,
): string {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const shared = {
    appId: text('client_id'),
    organizationId: text('organization_id'),
    uiLocales: text('ui_locales'),
  };
  // The pages and the mails read here which application they are for, and in which language.
  ctx.cookies.set('_logto', JSON.stringify(shared), {
    sameSite: 'lax',
    overwrite: true,
    httpOnly: false,
  });
  if (prompt === 'consent') {
    return pathOf('consent', { app_id: shared.appId });
  }
  const screen =
    screens[text('first_screen') ?? text('interaction_mode') ?? 'sign_in'] ?? 'sign-in';
  const direct = text('direct_sign_in')?.split(':');
  return pathOf(direct ? ['direct', ...direct.slice(0, 2)].join('/') : screen, {
    app_id: shared.appId,
    organization_id: shared.organizationId,
    ui_locales: shared.uiLocales,
    one_time_token: text('one_time_token'),
    login_hint: text('login_hint'),
    identifier: text('identifier'),
    fallback: direct && screen,
  });
}

function pathOf(page: string, query: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value) {
      search.set(name, value);
    }
  }
  return search.size === 0 ? `/${page}` : `/${page}?${search}`;
}
