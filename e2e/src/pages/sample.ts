import { samples } from '@dm-kit/samples';
import { expect, type Locator, type Page } from '@playwright/test';

const titles = Object.fromEntries(samples.map(({ name, application }) => [name, application.name]));

/** Either sample: they look alike, so one page object drives both. */
export class Sample {
  readonly page: Page;
  readonly name: string;
  readonly url: string;
  readonly header: Locator;
  readonly main: Locator;
  readonly alert: Locator;

  constructor(page: Page, name: string, url: string) {
    this.page = page;
    this.name = name;
    this.url = url;
    this.header = page.getByRole('banner');
    this.main = page.getByRole('main');
    this.alert = this.main.getByRole('alert');
  }

  async open(path = '/'): Promise<void> {
    await this.page.goto(this.url + path);
  }

  async signIn(): Promise<void> {
    await this.header.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  async createAccount(): Promise<void> {
    await this.main.getByRole('button', { name: 'Create account' }).click();
  }

  async signOut(): Promise<void> {
    await this.header.getByRole('button', { name: 'Sign out' }).click();
  }

  async openProfile(): Promise<void> {
    await this.header.getByRole('link', { name: 'Profile' }).click();
  }

  async expectHome(): Promise<void> {
    await expect(this.page).toHaveURL(`${this.url}/`);
    await expect(this.page).toHaveTitle(`Home · ${titles[this.name]}`);
  }

  async expectSignedIn(address: string): Promise<void> {
    await this.expectHome();
    await expect(this.main.getByRole('heading', { level: 1 })).toHaveText('You are signed in');
    await expect(this.main.getByText(`Signed in as ${address}`)).toBeVisible();
    await expect(this.header.getByRole('button', { name: 'Sign out' })).toBeVisible();
  }

  async expectSignedOut(): Promise<void> {
    await this.expectHome();
    await expect(this.main.getByRole('heading', { level: 1 })).toHaveText(
      'Sign in with an e-mail code',
    );
    await expect(this.header.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
  }

  /** The guarded page, with the address of whoever is signed in. */
  async expectProfile(address: string): Promise<void> {
    await expect(this.page).toHaveURL(`${this.url}/profile`);
    await expect(this.page).toHaveTitle(`Profile · ${titles[this.name]}`);
    await expect(this.main.getByRole('heading', { level: 1 })).toHaveText('Your profile');
    await expect(this.main.getByRole('definition').filter({ hasText: address })).toBeVisible();
  }

  /** A claim as the profile's table shows it. */
  claim(name: string): Locator {
    return this.main
      .getByRole('table', { name: 'Claims of the ID token' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name, exact: true }) })
      .getByRole('cell');
  }

  /** When Logto issued the tokens that the profile shows: it changes with each renewal. */
  async issuedAt(): Promise<Date> {
    return new Date((await this.claim('iat').textContent()) ?? '');
  }

  async expectError(heading: string): Promise<void> {
    await expect(this.alert.getByRole('heading', { name: heading })).toBeVisible();
    await expect(this.alert.getByRole('button', { name: 'Try again' })).toBeVisible();
  }
}
