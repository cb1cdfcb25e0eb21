import { readFileSync } from 'node:fs';

/** One exchange with a real Logto. */
export interface Entry {
  label: string;
  request: {
    method: string;
    url: string;
    authorization?: 'Basic' | 'Bearer';
    /** The header with the proof of who it is, which a change in the account center asks for. */
    'logto-verification-id'?: string;
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

/** What was noted between the exchanges: a message that the connector was given, a decoded token, … */
export interface Note {
  label: string;
  [what: string]: unknown;
}

/** The exchanges of a topic, by their labels. */
export function readRecording(topic: string): {
  entry(label: string): Entry;
  note(label: string): unknown;
  labels: string[];
} {
  const file = new URL(`../../recordings/logto-1.42/${topic}.json`, import.meta.url);
  const entries = JSON.parse(readFileSync(file, 'utf8')) as (Entry | Note)[];
  const find = (label: string) => {
    const found = entries.find((entry) => entry.label === label);
    if (!found) {
      throw new Error(`${topic} has no '${label}'`);
    }
    return found;
  };
  return {
    entry: (label) => find(label) as Entry,
    note(label) {
      const { label: _, ...note } = find(label) as Note;
      return Object.values(note)[0];
    },
    labels: entries.map(({ label }) => label),
  };
}
