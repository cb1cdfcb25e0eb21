// By their files, not by the package: only so does the bundler write them out into our own declarations.
export type { ApplicationConfig } from '../../provision/src/application-config.ts';
export type { LogtoAccess } from '../../provision/src/logto.ts';
export type { Placeholders } from '../../provision/src/settings-values.ts';
