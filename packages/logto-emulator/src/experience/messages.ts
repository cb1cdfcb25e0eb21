import type { Messages } from '../http/messages.ts';

/** Messages of the errors that the Experience API and OpenID Connect answer. */
export const experienceMessages: Messages = {};
