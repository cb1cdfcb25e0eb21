import { expect, type Page } from '@playwright/test';
import type { Framework } from '../framework.ts';
import { ReaderError } from '../run/reader-error.ts';
import type { Visitor } from '../run/visitor.ts';

const signIn = /^(sign|log)[ -]?in\b|^登录|^登入/i;
const signOut = /^(sign|log)[ -]?out\b|^退出|^登出|^注销/i;

/** What every page about signing in promises: in with a code, out, and in again with a code. @throws {ReaderError} */
export async function journey(visitor: Visitor, framework: Framework, line: number): Promise<void> {
  const { page } = visitor;
  const tokens = watchTokens(page);
  await visitor.act('visit /', [], line);
  await press(page, signIn, line, 'the application shows no button for signing in');
  await enter(visitor, line);
  await expectSession(page, tokens, framework, line);
  await press(page, signOut, line, 'signed in, the application shows no button for signing out');
  await backFromLogto(visitor, line);
  await visitor.act('visit /', [], line);
  await press(page, signIn, line, 'signed out, the application shows no button for signing in');
  const isAsked = page.locator('input[name=identifier]').waitFor({ timeout: 15_000 });
  if (
    !(await isAsked.then(
      () => true,
      () => false,
    ))
  ) {
    throw new ReaderError(
      line,
      'signing out ends the application’s own session only: the next sign-in asks for no address and no code, because the page does not go on to Logto’s end-session address',
    );
  }
  await visitor.act('sign in', [], line);
}

/** Registers with a code; a redirect URI that Logto refuses is said in plain words. */
async function enter(visitor: Visitor, line: number): Promise<void> {
  try {
    await visitor.act('register', [], line);
  } catch (error) {
    const sent = new URL(visitor.page.url()).searchParams.get('redirect_uri');
    if (sent && (error as Error).message.includes('invalid_redirect_uri')) {
      throw new ReaderError(
        line,
        `the application sends ${sent} as its redirect URI, which the page does not have its reader register: Logto refuses it`,
      );
    }
    throw error;
  }
}

async function press(page: Page, name: RegExp, line: number, problem: string): Promise<void> {
  const control = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first();
  try {
    await control.click({ timeout: 20_000 });
  } catch {
    const text = await page.evaluate<string>('document.body.innerText').catch(() => '');
    throw new ReaderError(line, `${problem}: ${text.replace(/\s+/g, ' ').slice(0, 200)}`);
  }
}

/** How many answers with tokens the browser has got. */
function watchTokens(page: Page): { count: number } {
  const seen = { count: 0 };
  page.on('response', (response) => {
    seen.count += /\/oidc\/token$/.test(response.url()) && response.ok() ? 1 : 0;
  });
  return seen;
}

/** The browser is back; is anybody signed in? */
async function expectSession(
  page: Page,
  tokens: { count: number },
  { guide }: Framework,
  line: number,
) {
  const hasSession = async () => {
    const cookies = await page.context().cookies();
    return guide === 'angular'
      ? tokens.count > 0
      : cookies.some(({ name }) => /session-token/.test(name));
  };
  try {
    await expect.poll(hasSession, { timeout: 15_000 }).toBe(true);
  } catch {
    throw new ReaderError(
      line,
      guide === 'angular'
        ? 'Logto sends the browser back with a code, and nobody trades it for tokens: nothing on the page calls checkAuth() or adds withAppInitializerAuthCheck()'
        : `Logto sends the browser back, and there is no session: the browser is at ${page.url().split('?')[0]}`,
    );
  }
}

/** The request that signs out has to end before the browser goes anywhere else. */
async function backFromLogto(visitor: Visitor, line: number): Promise<void> {
  const { page } = visitor;
  try {
    await page.waitForLoadState('networkidle', { timeout: 20_000 });
    await page.waitForURL((url) => !/\/oidc\/session\//.test(url.pathname), { timeout: 20_000 });
  } catch {
    throw new ReaderError(
      line,
      'after signing out the browser stays at Logto: the page has its reader register no post sign-out redirect URI',
    );
  }
  // Some pages show it at all times.
  const control = page.getByRole('button', { name: signOut }).first();
  await control.waitFor({ state: 'hidden', timeout: 10_000 }).catch(() => undefined);
}
