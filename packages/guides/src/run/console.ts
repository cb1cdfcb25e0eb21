import { body, connectToLogto, type LogtoAccess, type LogtoApi } from '@dm-kit/provision';
import type { Label } from './labels.ts';
import { ReaderError } from './reader-error.ts';
import type { Step } from './steps.ts';

type Settings = Map<Label, { values: string[]; others: Label[] }>;

/** The Logto Console as a guide uses it, carried out through the Management API. */
export class Console {
  readonly #api: LogtoApi;
  readonly #url: string;
  readonly #settings: Settings = new Map();
  #application: string | undefined;

  constructor(access: LogtoAccess) {
    this.#api = connectToLogto(access);
    this.#url = access.endpoint;
  }

  /** Remembers what the page says; nothing is saved until the page is done with it. */
  set({ label, values, others }: Extract<Step, { kind: 'set' }>): void {
    this.#settings.set(label, { values, others });
  }

  /** What the Console shows for the application, which it creates when it is first asked for. @throws {ReaderError} */
  async read(label: Label, line: number): Promise<string> {
    const id = await this.#create(line);
    switch (label) {
      case 'endpoint':
        return this.#url;
      case 'issuer':
        return `${this.#url}/oidc`;
      case 'appId':
        return id;
      case 'appSecret':
        return this.#secret(id);
      default:
        throw new ReaderError(line, `the Console shows no value for "${label}"`);
    }
  }

  /** The application is there, with at least one address for each way back. @throws {ReaderError} */
  async expectApplication(line: number): Promise<void> {
    await this.#create(line);
    for (const label of ['redirectUris', 'postLogoutRedirectUris'] as const) {
      if (!this.#settings.get(label)?.values.length) {
        throw new ReaderError(line, `the page has not said what to enter under ${label}`);
      }
    }
  }

  async addConnector(config: Record<string, unknown>, line: number): Promise<void> {
    try {
      body(
        await this.#api.POST('/api/connectors', { body: { connectorId: 'aliyun-dm-kit', config } }),
      );
    } catch (error) {
      throw new ReaderError(
        line,
        `the Console does not save the connector: ${(error as Error).message}`,
      );
    }
  }

  /** Saves the sign-in experience, as far as the page has said anything of it. */
  async save(): Promise<void> {
    const has = (label: Label, other: Label) => this.#settings.get(label)?.others.includes(other);
    const signUp = this.#settings.get('signUp');
    const signIn = this.#settings.get('signIn');
    const signUpSettings = has('signUp', 'email')
      ? // A password is wanted until the page says that it is not.
        {
          identifiers: ['email' as const],
          password: !this.#settings.has('signUpPassword'),
          verify: true,
        }
      : undefined;
    const methods = [
      {
        identifier: 'email' as const,
        password: !has('signIn', 'password'),
        verificationCode: Boolean(has('signIn', 'code')),
        isPasswordPrimary: false,
      },
    ];
    if (signUp || signIn) {
      const experience = {
        ...(signUpSettings && { signUp: signUpSettings }),
        ...(has('signIn', 'email') && { signIn: { methods } }),
      };
      await this.#api.PATCH('/api/sign-in-exp', { body: experience });
      for (const label of ['signUp', 'signIn', 'signUpPassword'] as const) {
        this.#settings.delete(label);
      }
    }
  }

  async #create(line: number): Promise<string> {
    if (this.#application) {
      return this.#application;
    }
    const type = this.#settings.has('spa')
      ? 'SPA'
      : this.#settings.has('web')
        ? 'Traditional'
        : undefined;
    if (!type) {
      throw new ReaderError(
        line,
        'the page has not said which type of application to create in the Console',
      );
    }
    const uris = (label: Label) => this.#settings.get(label)?.values ?? [];
    const oidcClientMetadata = {
      redirectUris: uris('redirectUris'),
      postLogoutRedirectUris: uris('postLogoutRedirectUris'),
      // Logto's OpenAPI description types each URI as an object; the API takes strings.
    } as never;
    const created = body(
      await this.#api.POST('/api/applications', {
        body: { name: 'Guide', type, oidcClientMetadata },
      }),
    );
    this.#application = created.id;
    return created.id;
  }

  async #secret(id: string): Promise<string> {
    const secrets = body(
      await this.#api.GET('/api/applications/{id}/secrets', { params: { path: { id } } }),
    ) as { value: string }[];
    return secrets[0]?.value ?? '';
  }
}
