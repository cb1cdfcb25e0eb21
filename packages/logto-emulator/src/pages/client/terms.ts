import type { App } from './app.ts';
import { type Child, h } from './dom.ts';
import { toggle } from './elements/toggle.ts';

/** Links to the terms of use and the privacy policy; none when neither is configured. */
function termsLinks({ t, settings }: App, className: string, between?: Child): Child[] {
  const { use, privacy } = settings.terms;
  const link = (href: string, label: string) =>
    h('a', { class: className, href, target: '_blank', rel: 'noopener' }, label, {
      // The link stands inside a box to tick, which a click on it must not reach.
      click: (event) => event.stopPropagation(),
    });
  return [
    use && link(use, t('termsOfUse')),
    use && privacy && (between ?? ` ${t('and')} `),
    privacy && link(privacy, t('privacyPolicy')),
  ].filter(Boolean);
}

/** A sentence with the links in the place of its placeholder. */
function sentence(app: App, phrase: 'autoAgreement' | 'agreeToGoOn', className: string): Child[] {
  const [before, after] = app.t(phrase).split('{links}');
  return [before, ...termsLinks(app, className), after];
}

/** The line that names the terms, when there are any. */
export function termsLine(app: App): HTMLElement | undefined {
  const links = termsLinks(app, 'quiet-link', h('i', { class: 'divider' }));
  if (links.length === 0) {
    return undefined;
  }
  const isAutomatic = app.settings.terms.agree === 'Automatic';
  return h(
    'div',
    { class: 'terms' },
    isAutomatic ? sentence(app, 'autoAgreement', 'quiet-link') : links,
  );
}

/** The box with which a visitor agrees. As in Logto it is there, unseen, where nobody has to. */
export function termsBox(app: App, isShown: boolean): HTMLElement | undefined {
  const links = termsLinks(app, 'quiet-link');
  if (links.length === 0) {
    return undefined;
  }
  return toggle(
    {
      name: 'termsAgreement',
      label: [h('span', {}, app.t('agreeWithTerms')), ...links],
      checked: app.agreement.given,
      className: isShown ? 'terms-box' : 'hidden',
    },
    (given) => {
      app.agreement.given = given;
    },
  );
}

/** @returns whether the visitor agrees to the terms, where that is asked for; asks when need be */
export async function agreesToTerms(app: App): Promise<boolean> {
  const isAsked =
    app.settings.terms.agree !== 'Automatic' && termsLinks(app, 'quiet-link').length > 0;
  if (!isAsked || app.agreement.given) {
    return true;
  }
  const agreed = await app.dialog({
    text: sentence(app, 'agreeToGoOn', 'inline-link'),
    cancel: app.t('cancel'),
    confirm: app.t('agree'),
    ignoresOutside: true,
  });
  if (agreed) {
    app.agreement.given = true;
  }
  return agreed;
}
