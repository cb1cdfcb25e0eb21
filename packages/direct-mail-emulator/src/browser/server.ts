import type { Fault, FaultRule } from '../faults/fault-rule.ts';
import type { Message, MessageSummary } from '../mailbox/message.ts';

/** A page of the list. */
export interface MessagePage {
  total: number;
  unread: number;
  messages: MessageSummary[];
}

/** What the emulator says of itself. */
export interface Info {
  accessKeyIds: string[];
  senders: string[];
  errorCodes: string[];
}

async function call(path: string, method = 'GET', body?: unknown): Promise<Response> {
  const request: RequestInit = { method };
  if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers = { 'content-type': 'application/json' };
  }
  return fetch(`/api/v1/${path}`, request);
}

/** The emulator's REST API, as far as the page uses it. */
export const server = {
  info: async (): Promise<Info> => (await call('info')).json(),

  list: async (query: string, limit: number): Promise<MessagePage> => {
    const search = new URLSearchParams({ query, limit: String(limit) });
    return (await call(`messages?${search}`)).json();
  },

  /** Undefined when there is no such mail. */
  message: async (id: string): Promise<Message | undefined> => {
    const response = await call(`message/${encodeURIComponent(id)}`);
    return response.ok ? response.json() : undefined;
  },

  markRead: (id: string) => call('messages', 'PUT', { ids: [id], read: true }),
  remove: (id: string) => call('messages', 'DELETE', { ids: [id] }),
  removeAll: () => call('messages', 'DELETE'),

  faults: async (): Promise<Fault[]> => (await (await call('faults')).json()).faults,
  removeFault: (id: string) => call(`faults/${id}`, 'DELETE'),

  /** @returns what is wrong with the rule, or undefined */
  addFault: async (rule: FaultRule): Promise<string | undefined> => {
    const response = await call('faults', 'POST', rule);
    return response.ok ? undefined : (await response.json()).error;
  },
};
