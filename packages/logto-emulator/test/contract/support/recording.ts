import { readFileSync } from 'node:fs';

/** One exchange with a real Logto. */
export interface Entry {
  label: string;
  request: {
    method: string;
    url: string;
    authorization?: 'Basic' | 'Bearer';
    json?: unknown;
    form?: Record<string, string>;
  };
  response: RecordedResponse;
}

export interface RecordedResponse {
  status: number;
  headers: Record<string, string>;
  /** The cookies' names and attributes; values are left out. */
  setCookie: string[];
  body: unknown;
}

/** What the connector was given, which is noted between the exchanges. */
export interface SentMessage {
  label: string;
  sendMessage: Record<string, unknown>;
}

/** The exchanges of a topic, by their labels. */
export function readRecording(topic: string): {
  entry(label: string): Entry;
  message(label: string): SentMessage['sendMessage'];
  labels: string[];
} {
  const file = new URL(`../../recordings/logto-1.41/${topic}.json`, import.meta.url);
  const entries = JSON.parse(readFileSync(file, 'utf8')) as (Entry | SentMessage)[];
  const find = (label: string) => {
    const found = entries.find((entry) => entry.label === label);
    if (!found) {
      throw new Error(`${topic} has no '${label}'`);
    }
    return found;
  };
  return {
    entry: (label) => find(label) as Entry,
    message: (label) => (find(label) as SentMessage).sendMessage,
    labels: entries.map(({ label }) => label),
  };
}
