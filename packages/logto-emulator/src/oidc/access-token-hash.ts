import type { KoaContextWithOIDC, Provider } from 'oidc-provider';

/** What the library's types leave out: the request that an ID token is made for. */
type WithContext = InstanceType<Provider['IdToken']> & { ctx?: KoaContextWithOIDC };

/**
 * Puts into an ID token the hash of the access token that is given with it (`at_hash`), as Logto 1.41
 * does. `oidc-provider` 9 does so in front of the browser alone.
 */
export function addAccessTokenHash(provider: Provider): void {
  const values = new WeakMap<object, string>();
  const { AccessToken, IdToken } = provider;
  const { save } = AccessToken.prototype;
  AccessToken.prototype.save = async function keepValue(...args) {
    const value = await save.apply(this, args);
    values.set(this, value);
    return value;
  };
  const { issue } = IdToken.prototype;
  IdToken.prototype.issue = async function withHash(this: WithContext, options) {
    const token = this.ctx?.oidc.entities.AccessToken;
    const value = token && values.get(token);
    if (options.use === 'idtoken' && value !== undefined) {
      this.set('at_hash', value);
    }
    return issue.call(this, options);
  };
}
