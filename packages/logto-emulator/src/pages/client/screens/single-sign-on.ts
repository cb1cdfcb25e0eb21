import type { App, Screen } from '../app.ts';
import { h } from '../dom.ts';
import { form } from '../elements/form.ts';
import { icon } from '../elements/icons.ts';
import { focusedLayout, screenLink, secondaryLayout } from '../elements/layout.ts';
import { identifierField } from '../identifier.ts';
import { agreesToTerms, termsBox, termsLine } from '../terms.ts';

/** `first_screen=single_sign_on`: asks for an address. The emulator has no connector that any belongs to. */
export function focusedSingleSignOnScreen(app: App): Screen {
  const { t, settings } = app;
  const { element, focus } = singleSignOnForm(app, settings.terms.agree === 'Manual');
  return {
    title: t('singleSignOn'),
    content: [
      focusedLayout(t('singleSignOn'), t('singleSignOnDescription'), [
        element,
        settings.terms.agree === 'Automatic' && termsLine(app),
        screenLink(app, '/sign-in', t('allSignInOptions')),
      ]),
    ],
    shown: focus,
  };
}

/** The same, reached from one of the first screens. */
export function singleSignOnScreen(app: App): Screen {
  const { t } = app;
  const { element, focus } = singleSignOnForm(app, false);
  return {
    title: t('singleSignOn'),
    content: [secondaryLayout(app, t('singleSignOn'), t('singleSignOnDescription'), [element])],
    shown: focus,
  };
}

/** The line of the first screens that leads there; none where single sign-on is off. */
export function singleSignOnLine(app: App): HTMLElement | false {
  const { t, settings } = app;
  const [before, after] = t('useSingleSignOn').split('{link}');
  const open = () => app.navigate('/single-sign-on/email');
  return (
    settings.singleSignOn &&
    h('div', { class: 'other-way' }, [
      before,
      // Without an address or a place among the tab stops, as on Logto's pages.
      h('a', { class: 'link' }, t('singleSignOn'), { click: open }),
      after,
    ])
  );
}

function singleSignOnForm(app: App, asksForTerms: boolean) {
  const { t } = app;
  const identifier = identifierField(app, ['email']);
  const { element } = form({
    fields: [identifier],
    beforeButton: [asksForTerms && termsBox(app, true)],
    label: t('singleSignOn'),
    icon: icon('lock'),
    async submit() {
      if (asksForTerms && !(await agreesToTerms(app))) {
        return undefined;
      }
      return t('noSingleSignOn');
    },
  });
  return { element, focus: () => identifier.field.input.focus() };
}
