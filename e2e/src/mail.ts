/** A mail as the Direct Mail emulator keeps it. */
export interface Mail {
  id: string;
  created: string;
  from: { address: string; name: string };
  to: string[];
  subject: string;
  tag: string;
  /** What Logto sent it for, as far as the emulator can tell: `SignIn`, `Register`, … */
  usageType: string | null;
  html: string;
  text: string;
}

/** A fault to inject; `to` limits it to one address, so that tests side by side do not disturb each other. */
export interface Fault {
  code?: string;
  reset?: boolean;
  to: string;
  times?: number;
}

/** The Direct Mail emulator's REST API. */
export class Mailbox {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The next mail to this address: the first one, or the first one after `after`. */
  async next(to: string, after?: Mail): Promise<Mail> {
    const query = new URLSearchParams({ to, timeout: '10', ...(after && { after: after.id }) });
    return this.#call(`/api/v1/messages/wait?${query}`);
  }

  async count(to: string): Promise<number> {
    const { total } = await this.#call<{ total: number }>(
      `/api/v1/messages?${new URLSearchParams({ to })}`,
    );
    return total;
  }

  /** Makes sending fail until the returned function is called. */
  async fail(fault: Fault): Promise<() => Promise<void>> {
    const { id } = await this.#call<{ id: string }>('/api/v1/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    return async () => {
      await this.#call(`/api/v1/faults/${id}`, { method: 'DELETE' });
    };
  }

  async #call<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await fetch(this.#url + path, init);
    if (!response.ok) {
      throw new Error(`${path}: HTTP ${response.status} ${await response.text()}`);
    }
    return (await response.json().catch(() => undefined)) as T;
  }
}

/** The six digits that stand alone in a mail. */
export function codeIn(mail: Mail): string {
  const code = mail.html.match(/>(\d{6})</)?.[1];
  if (!code) {
    throw new Error(`no code in "${mail.subject}"`);
  }
  return code;
}
