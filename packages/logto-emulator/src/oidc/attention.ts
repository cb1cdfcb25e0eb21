/**
 * Stands in for `oidc-provider`'s helper of this name, which writes advice for whoever runs it in
 * production to standard error: the emulator knows what it does.
 */
export function warn(): void {}
export function info(): void {}
