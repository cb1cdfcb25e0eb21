export { type Change, describeChange } from './change.ts';
export { checkDelivery, type DeliveryOptions } from './check-delivery.ts';
export { type DirectMailAccount, kitConnectorId } from './connector.ts';
export {
  accountFromEnvironment,
  emulatedAccount,
  logtoFromEnvironment,
} from './environment.ts';
export { ProvisionError } from './errors.ts';
export {
  body,
  connectToLogto,
  defaultResource,
  type LogtoAccess,
  type LogtoApi,
} from './logto.ts';
export { type Provisioned, type ProvisionOptions, provision } from './provision.ts';
export { type RemoveOptions, remove } from './remove.ts';
export { type SampleSettings, writeSettings } from './settings.ts';
export { emailCodeExperience } from './sign-in-experience.ts';
