export {
  type ApplicationConfig,
  type Local,
  type LocalOptions,
  type LogtoAccess,
  type Placeholders,
  startLocal,
} from './start-local.ts';
