import type { Messages } from '../http/messages.ts';
import { entityMessages } from './common/entity-messages.ts';
import { connectorMessages } from './connectors/connector-messages.ts';
import { signInExperienceMessages } from './sign-in-experience/sign-in-experience-messages.ts';

/** Messages of the errors that the Management API answers. */
export const managementMessages: Messages = {
  ...connectorMessages,
  ...entityMessages,
  ...signInExperienceMessages,
};
