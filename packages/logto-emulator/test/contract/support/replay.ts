import type { Browser } from '../../support/browser.ts';
import type { Message } from '../../support/mailbox.ts';
import { counterpartOf, differences } from './likeness.ts';
import { type Entry, type RecordedResponse, readRecording } from './recording.ts';
import type { Target } from './target.ts';

/** What a step of a replay changes in the recorded request. */
export interface Overrides {
  /** Sent instead of the recorded fields of this name. */
  json?: Record<string, unknown>;
  form?: Record<string, string>;
  /** Query parameters of the address. */
  query?: Record<string, string>;
  /** The value of `Authorization`, where the recording has one. */
  authorization?: string;
}

/** Where this run's ids stand in answers. */
const ids = new Set([
  'id',
  'verificationId',
  'verificationRecordId',
  'redirectTo',
  'userId',
  'kid',
]);

/** Sends the requests of a topic again, with this run's ids in place of the recorded ones. */
export class Replay {
  /** By label, how the answers differ; labels without a difference are left out. */
  readonly differences: Record<string, string[]> = {};
  readonly #recording: ReturnType<typeof readRecording>;
  readonly #target: Target;
  readonly #browser: Browser;
  /** Recorded values and what they are in this run. */
  readonly known: Map<string, string>;
  readonly #played = new Set<string>();

  /** @param known recorded values and what they are in this run; shared by the topics of a run */
  constructor(topic: string, target: Target, browser: Browser, known: Map<string, string>) {
    this.#recording = readRecording(topic);
    this.#target = target;
    this.#browser = browser;
    this.known = known;
  }

  /** Labels that were recorded and not replayed. */
  get left(): string[] {
    return this.#recording.labels.filter((label) => !this.#played.has(label));
  }

  /** Says what a recorded value is in this run. */
  know(recorded: string, actual: string): void {
    this.known.set(recorded, actual);
  }

  async step(label: string, overrides: Overrides = {}): Promise<RecordedResponse> {
    this.#played.add(label);
    const { request, response } = this.#recording.entry(label);
    const actual = await this.#send(request, overrides);
    this.#learn(response.body, actual.body);
    this.#learnLocation(response.headers.location, actual.headers.location);
    const found = differences(this.#translate(response), actual);
    if (found.length > 0) {
      this.differences[label] = found;
    }
    return actual;
  }

  /** The address of a recorded request, in this run. */
  address(label: string): string {
    return this.#translate(this.#recording.entry(label).request.url);
  }

  /** Replays labels in order, each with the same changes. */
  async steps(labels: readonly string[], overrides: Overrides = {}): Promise<void> {
    for (const label of labels) {
      await this.step(label, overrides);
    }
  }

  /** What a recorded request was sent with. */
  sent(label: string): Record<string, unknown> {
    const { json, form } = this.#recording.entry(label).request;
    return (json ?? form ?? {}) as Record<string, unknown>;
  }

  /** Compares what was noted, such as a message that the connector was given, or a decoded token. */
  note(label: string, actual: unknown): void {
    this.#played.add(label);
    const asResponse = (body: unknown) => ({ status: 200, headers: {}, setCookie: [], body });
    const recorded = this.#translate(this.#recording.note(label));
    const found = differences(asResponse(recorded), asResponse(actual));
    if (found.length > 0) {
      this.differences[label] = found;
    }
  }

  /** Compares a message that the connector was given, and learns its code for the steps that follow. */
  mail(label: string, message: Message | undefined): void {
    const recorded = this.#recording.note(label) as Message;
    if (message) {
      this.know(recorded.payload.code, message.payload.code);
    }
    this.note(label, message);
  }

  async #send(request: Entry['request'], overrides: Overrides): Promise<RecordedResponse> {
    const url = new URL(this.#translate(request.url));
    for (const [name, value] of Object.entries(overrides.query ?? {})) {
      url.searchParams.set(name, value);
    }
    const { json, form } = this.#translate({ json: request.json, form: request.form });
    const proof = request['logto-verification-id'];
    const headers: Record<string, string> = {
      ...(proof && { 'logto-verification-id': this.#translate(proof) }),
      ...(overrides.authorization && { authorization: overrides.authorization }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    };
    const body = form
      ? new URLSearchParams({ ...form, ...overrides.form })
      : json === undefined
        ? undefined
        : JSON.stringify({ ...(json as object), ...overrides.json });
    const response = await this.#browser.fetch(url.href, { method: request.method, headers, body });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      setCookie: response.headers.getSetCookie(),
      body: isJson ? JSON.parse(text) : text,
    };
  }

  /** Learns this run's ids from where the recorded ones stand in an answer. */
  #learn(recorded: unknown, actual: unknown): void {
    if (typeof recorded !== 'object' || recorded === null) {
      return;
    }
    if (typeof actual !== 'object' || actual === null) {
      return;
    }
    if (Array.isArray(recorded) && Array.isArray(actual)) {
      recorded.forEach((item, index) => {
        // By what is known of it already: lists are in the order of ids, which are new in every run.
        this.#learn(item, counterpartOf(this.#translate(item), index, actual));
      });
      return;
    }
    for (const [key, value] of Object.entries(recorded)) {
      const counterpart = (actual as Record<string, unknown>)[key];
      const isId = ids.has(key);
      if (isId && typeof value === 'string' && typeof counterpart === 'string') {
        this.known.set(value, counterpart);
        this.#learnLocation(value, counterpart);
      } else {
        this.#learn(value, counterpart);
      }
    }
  }

  #learnLocation(recorded: string | undefined, actual: string | undefined): void {
    if (!recorded || !actual) {
      return;
    }
    const [from, to] = [recorded, actual].map(
      (text) => /\/oidc\/auth\/([\w-]+)|[?&]code=([\w-]+)/.exec(text) ?? [],
    );
    const [before, after] = [from, to].map((match) => match?.[1] ?? match?.[2]);
    if (before && after) {
      this.known.set(before, after);
    }
  }

  /** Puts this run's values in the place of the recorded ones, everywhere in a value. */
  #translate<T>(value: T): T {
    if (value === undefined) {
      return value;
    }
    const { endpoint, adminEndpoint } = this.#target;
    const addresses: [string, string][] = [
      ['{endpoint}', endpoint],
      ['{adminEndpoint}', adminEndpoint],
      ['http://localhost:3001', endpoint],
      ['http://localhost:3002', adminEndpoint],
    ];
    const text = [...this.known, ...addresses].reduce(
      (result, [from, to]) =>
        result.replaceAll(from, to).replaceAll(encodeURIComponent(from), encodeURIComponent(to)),
      JSON.stringify(value),
    );
    return JSON.parse(text) as T;
  }
}
