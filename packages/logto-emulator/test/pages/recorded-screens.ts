import type { Browser } from '@playwright/test';
import { createTranslate, type Language } from '../../src/pages/client/phrases/language.ts';
import { emailCodes, openTenant, passwords } from '../support/tenant.ts';
import { look, recordedScreens, type Screen } from './screen.ts';
import { openVisitor } from './visitor.ts';

const address = 'ui1795535647830@example.com';
const failedSending = 'sign-in: the connector failed to send';

/** What the connector raised when its failure was recorded: the toast ends with it. */
function recordedFailure(): unknown {
  const [line = ''] = recordedScreens.get(failedSending)?.aria.split('\n') ?? [];
  const toast: string = JSON.parse(line.slice(line.indexOf('"')));
  return JSON.parse(toast.slice(toast.indexOf('{')));
}

/** Goes wherever the recorder went, on an emulator of one's own, and looks at each screen. */
export async function visitRecordedScreens(
  browser: Browser,
  language: Language,
): Promise<Map<string, Screen>> {
  await using tenant = await openTenant();
  const { mailbox } = tenant;
  const t = createTranslate(language);
  const seen = new Map<string, Screen>();
  const visit = () => openVisitor(browser, tenant, { locale: language });
  type Visitor = Awaited<ReturnType<typeof visit>>;
  const see = async ({ page }: Visitor, label: string) => void seen.set(label, await look(page));
  const onCodePage = ({ page }: Visitor) => page.locator('[name=passcode_0]').waitFor();

  const newcomer = await visit();
  await newcomer.start();
  await see(newcomer, 'sign-in');
  await see(newcomer, 'sign-in, browser language zh-CN');
  await newcomer.enterAddress('not-an-address');
  await see(newcomer, 'sign-in: malformed address');
  await newcomer.enterAddress(address);
  await onCodePage(newcomer);
  await see(newcomer, 'sign-in: code sent');
  await newcomer.typeCode('000000');
  await newcomer.page.getByRole('alert').waitFor();
  await see(newcomer, 'sign-in: wrong code');
  await newcomer.eraseCode();
  await newcomer.typeCode(() => mailbox.codeFor(address));
  await newcomer.page.getByRole('dialog').waitFor();
  await see(newcomer, 'sign-in: no account with this address');
  await newcomer.page.getByRole('button', { name: t('continue'), exact: true }).click();
  await newcomer.untilRedirected();

  const known = await visit();
  await known.start({ first_screen: 'register' });
  await see(known, 'register');
  await known.enterAddress(address);
  await onCodePage(known);
  await see(known, 'register: code sent');
  await known.typeCode(() => mailbox.codeFor(address));
  await known.page.getByRole('dialog').waitFor();
  await see(known, 'register: address already has an account');

  const unlucky = await visit();
  await unlucky.start();
  mailbox.fail({ code: 'general', data: recordedFailure() });
  await unlucky.enterAddress('x@example.com');
  await unlucky.page.locator('[role=toast]').waitFor();
  await see(unlucky, failedSending);
  mailbox.fail();

  await tenant.api('PATCH', '/sign-in-exp', { ...emailCodes, ...passwords });
  const returning = await visit();
  await returning.start();
  await returning.enterAddress(address);
  await onCodePage(returning);
  await see(returning, 'sign-in with password enabled: after the address');
  await returning.page.goto(`${tenant.logto.url}/forgot-password`);
  await returning.page.locator('main').waitFor();
  await see(returning, 'forgot password');

  const registering = await visit();
  await registering.start({ first_screen: 'register' });
  await registering.enterAddress('pw1795535667696@example.com');
  await onCodePage(registering);
  await registering.typeCode(() => mailbox.codeFor('pw1795535667696@example.com'));
  await registering.page.locator('[name=newPassword]').waitFor();
  await see(registering, 'register with password enabled: set the password');

  const lost = await visit();
  await lost.page.goto(`${tenant.logto.url}/sign-in`);
  await lost.page.goto(`${tenant.logto.url}/forgot-password`);
  await lost.page.locator('main').waitFor();
  await see(lost, 'forgot password opened without a session');
  return seen;
}
