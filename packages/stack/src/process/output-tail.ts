/** What OpenID Connect hands over in addresses, which `next dev` prints with every request. */
const secretParameters =
  /([?&#](?:code|state|id_token|id_token_hint|access_token|refresh_token)=)[^&#\s"']+/g;

/** The last lines that a process wrote, with its secrets blotted out, for an error message. */
export class OutputTail {
  readonly #secrets: string[];
  readonly #size: number;
  #lines: string[] = [];

  constructor(secrets: string[], size = 20) {
    // Short values ("1", "true") would blot out ordinary words.
    this.#secrets = secrets.filter((secret) => secret.length >= 8);
    this.#size = size;
  }

  add(line: string): string {
    let clean = line;
    for (const secret of this.#secrets) {
      clean = clean.replaceAll(secret, '[secret]');
    }
    clean = clean.replace(secretParameters, '$1[secret]');
    this.#lines = [...this.#lines, clean].slice(-this.#size);
    return clean;
  }

  lines(): string[] {
    return this.#lines;
  }
}

/** The values of those variables whose names say that they are secret. */
export function secretsOf(env: Record<string, string | undefined>): string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    value && /SECRET|TOKEN|PASSWORD|KEY/.test(name) ? [value] : [],
  );
}
