import type { Messages } from '../http/messages.ts';

/** Messages of the errors that the Management API answers. */
export const managementMessages: Messages = {
  'guard.invalid_input': { en: 'The request {{type}} is invalid.' },
};
