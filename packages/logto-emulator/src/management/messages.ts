import type { Messages } from '../http/messages.ts';
import { connectorMessages } from './connector-messages.ts';
import { entityMessages } from './entity-messages.ts';
import { signInExperienceMessages } from './sign-in-experience-messages.ts';

/** Messages of the errors that the Management API answers. */
export const managementMessages: Messages = {
  ...connectorMessages,
  ...entityMessages,
  ...signInExperienceMessages,
};
