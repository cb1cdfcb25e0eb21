import { randomBytes } from 'node:crypto';
import { ProvisionError } from './errors.ts';

/** What an application has to know about its Logto. */
export interface Registration {
  /** Of Logto: `http://localhost:3001`. */
  endpoint: string;
  /** `{endpoint}/oidc`. */
  issuer: string;
  appId: string;
  /** Of an application that has a server. */
  appSecret?: string | undefined;
}

/** What may stand in braces in a setting's value. */
export interface Placeholders extends Registration {
  /** Where the browser finds the application. */
  url: string;
  /** Where one reads the mails, on a machine that has the Direct Mail emulator. */
  inbox?: string | undefined;
}

/**
 * Fills the placeholders in: `{endpoint}`, `{issuer}`, `{appId}`, `{appSecret}`, `{url}`, `{inbox}`, and `{random}`,
 * 32 random bytes that stay what they are in `before`. A setting of something that there is not, such as an inbox, is
 * left out.
 * @throws {ProvisionError} for any other name in braces.
 */
export function settingsValues(
  templates: Record<string, string>,
  placeholders: Placeholders,
  before: Record<string, string | undefined> = {},
): Record<string, string> {
  const { endpoint, issuer, appId, appSecret, url, inbox } = placeholders;
  const known: Record<string, string | undefined> = {
    endpoint,
    issuer,
    appId,
    appSecret,
    url,
    inbox,
  };
  const values: Record<string, string> = {};
  for (const [name, template] of Object.entries(templates)) {
    // What seals sessions is made once: they outlive a second run.
    const random = () => before[name] || randomBytes(32).toString('base64url');
    let isKnown = true;
    const value = template.replace(/\{(\w+)\}/g, (_, key: string) => {
      if (key === 'random') {
        return random();
      }
      if (!(key in known)) {
        throw new ProvisionError(
          `The setting ${name} names {${key}}; there are ${Object.keys(known)
            .map((one) => `{${one}}`)
            .join(', ')} and {random}.`,
        );
      }
      isKnown &&= known[key] !== undefined;
      return known[key] ?? '';
    });
    if (isKnown) {
      values[name] = value;
    }
  }
  return values;
}
