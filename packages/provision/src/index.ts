export { type WantedApplication, wantedApplication } from './application.ts';
export {
  type ApplicationConfig,
  parseApplicationConfig,
  readApplicationConfig,
} from './application-config.ts';
export { type Change, describeChange } from './change.ts';
export { checkDelivery, type DeliveryOptions } from './check-delivery.ts';
export { type DirectMailAccount, kitConnectorId } from './connector.ts';
export {
  accountFromEnvironment,
  emulatedAccount,
  logtoFromEnvironment,
  requireAddress,
} from './environment.ts';
export { describeFileError, ProvisionError } from './errors.ts';
export { findInbox } from './find-inbox.ts';
export {
  body,
  connectToLogto,
  defaultResource,
  type LogtoAccess,
  type LogtoApi,
} from './logto.ts';
export { notesApi } from './protected-api.ts';
export { type Provisioned, type ProvisionOptions, provision } from './provision.ts';
export { type RemoveOptions, remove } from './remove.ts';
export {
  isJson,
  type LentSettings,
  lendSettings,
  readSettings,
  writeSettings,
} from './settings-file.ts';
export { type Placeholders, type Registration, settingsValues } from './settings-values.ts';
export { emailCodeExperience } from './sign-in-experience.ts';
