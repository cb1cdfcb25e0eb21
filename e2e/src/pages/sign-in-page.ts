import { expect, type Locator, type Page } from '@playwright/test';

/** Logto's own pages: sign-in, registration, code, dialog. The same for the emulator and for a real Logto. */
export class SignInPage {
  readonly page: Page;
  readonly address: Locator;
  readonly alert: Locator;
  readonly dialog: Locator;
  readonly toast: Locator;

  constructor(page: Page) {
    this.page = page;
    this.address = page.locator('input[name=identifier]');
    this.alert = page.getByRole('alert');
    this.dialog = page.getByRole('dialog');
    this.toast = page.locator('[role=toast]');
  }

  async expectSignIn(): Promise<void> {
    await expect(this.page).toHaveURL(/\/sign-in\?/);
    await expect(this.page).toHaveTitle('Sign in to your account');
  }

  async expectRegister(): Promise<void> {
    await expect(this.page).toHaveURL(/\/register\?/);
    await expect(this.page).toHaveTitle('Create your account');
  }

  async signInWith(address: string): Promise<void> {
    await this.expectSignIn();
    await this.address.fill(address);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  async registerWith(address: string): Promise<void> {
    await this.expectRegister();
    await this.address.fill(address);
    await this.page.getByRole('button', { name: 'Create account', exact: true }).click();
  }

  /** Types the code as a visitor does; the sixth digit submits it. */
  async enterCode(code: string): Promise<void> {
    await expect(this.page).toHaveTitle('Verify your email');
    await this.#eraseCode();
    await this.page.locator('input[name=passcode_0]').click();
    await this.page.keyboard.type(code);
  }

  async answerDialog(text: string, button: 'Cancel' | 'Continue'): Promise<void> {
    await expect(this.dialog).toContainText(text);
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
  }

  /** The page that asks for the password of the address entered before. */
  async enterPassword(password: string): Promise<void> {
    await expect(this.page).toHaveTitle('Enter password');
    await this.page.locator('input[name=password]').fill(password);
    await this.page.getByRole('button', { name: 'Continue', exact: true }).click();
  }

  /** From the password page: a code instead. */
  async useCode(): Promise<void> {
    await expect(this.page).toHaveTitle('Enter password');
    await this.page.getByText('Sign in with verification code').click();
  }

  /** From the password page: a code to set a new one; the address is filled in already. */
  async forgotPassword(): Promise<void> {
    await expect(this.page).toHaveTitle('Enter password');
    await this.page.getByText('Forgot your password?').click();
    await expect(this.page).toHaveTitle('Reset password');
    await this.page.getByRole('button', { name: 'Continue', exact: true }).click();
  }

  /** The page that asks for a new password: of a new account, or in place of a forgotten one. */
  async choosePassword(title: 'Set password' | 'New password', password: string): Promise<void> {
    await expect(this.page).toHaveTitle(title);
    await this.page.locator('input[name=newPassword]').fill(password);
    await this.page.getByRole('button', { name: 'Save password' }).click();
  }

  /** Typing over a full code would submit after every digit. */
  async #eraseCode(): Promise<void> {
    const last = this.page.locator('input[name=passcode_5]');
    if (!(await last.inputValue())) {
      return;
    }
    await last.click();
    for (let digit = 0; digit < 6; digit += 1) {
      await this.page.keyboard.press('Backspace');
    }
  }
}
