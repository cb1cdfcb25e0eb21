import type { Consent } from '../api.ts';
import type { App, Screen } from '../app.ts';
import { h } from '../dom.ts';
import { actionLink, button } from '../elements/button.ts';
import { icon, logoUrl } from '../elements/icons.ts';
import { handleError } from '../errors.ts';

/** Somebody is signed in, and a link of somebody else was opened: asks before it signs them in. */
export function switchAccountScreen(app: App): Screen {
  const page = h('div', { class: 'landing switch-account' });
  return {
    title: app.t('switchAccount'),
    content: [page],
    async shown() {
      try {
        page.append(...content(app, await app.api.consent()));
      } catch (error) {
        await handleError(app, error);
      }
    },
  };
}

function content({ t, settings, navigate }: App, { user, redirectUri }: Consent): HTMLElement[] {
  const { search } = location;
  const name = new URLSearchParams(search).get('login_hint') ?? '';
  const account = user.primaryEmail ?? '';
  const logo = h('img', { class: 'logo', alt: 'app logo', src: logoUrl });
  return [
    ...(settings.hasLogo ? [h('div', { class: 'branding' }, logo)] : []),
    h('div', {}, t('signedInAs', { account })),
    h('div', { class: 'account' }, [
      icon('user'),
      h('div', {}, [
        h('div', {}, user.name ?? t('userId', { id: user.id })),
        h('div', { class: 'description' }, account),
      ]),
    ]),
    h('div', {}, t('switchDescription')),
    button(t('continueAs', { name }), {
      click: () => navigate(`/one-time-token${search}`, { replace: true }),
    }).element,
    h(
      'div',
      { class: 'other-way' },
      actionLink(t('backToAccount'), () => {
        if (redirectUri) {
          location.assign(new URL(redirectUri).origin);
        }
      }),
    ),
  ];
}
