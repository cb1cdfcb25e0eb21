export type { AccessKey } from './api/authenticate.ts';
export type { MailTemplate } from './api/mail-content.ts';
export type { Fault, FaultRule } from './faults/fault-rule.ts';
export type { Message, MessageSummary } from './mailbox/message.ts';
export type { MessageFilter } from './mailbox/message-filter.ts';
export type { MessageWait } from './mailbox/wait-for-message.ts';
export type { DirectMailEmulatorOptions } from './options.ts';
export { type DirectMailEmulator, startDirectMailEmulator } from './start.ts';
