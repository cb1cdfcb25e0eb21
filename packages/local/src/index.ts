export { type Local, type LocalOptions, startLocal } from './start-local.ts';
export type { ApplicationConfig, LogtoAccess, Placeholders } from './types.ts';
