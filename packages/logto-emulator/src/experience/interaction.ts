import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';
import type { StoredInteraction } from '../oidc/interactions.ts';
import type { User } from '../store/types.ts';
import type { ExperienceState, InteractionEvent, Profile, VerificationRecord } from './types.ts';

/** What the Experience API has to know of the request. */
export interface Visitor {
  ip: string;
  userAgent?: string;
  acceptLanguage?: string;
  /** The value of the cookie `_logto`: application and languages of the authorization request. */
  logtoCookie?: string;
}

/** An interaction as the Experience API sees it: event, proofs, profile, and who it is. */
export class ExperienceInteraction {
  readonly context: Context;
  readonly visitor: Visitor;
  readonly stored: StoredInteraction;
  readonly #state: ExperienceState;

  constructor(
    context: Context,
    visitor: Visitor,
    stored: StoredInteraction,
    state: ExperienceState,
  ) {
    this.context = context;
    this.visitor = visitor;
    this.stored = stored;
    this.#state = state;
  }

  /** Begins anew: what an earlier interaction kept is forgotten. */
  static start(
    context: Context,
    visitor: Visitor,
    stored: StoredInteraction,
    interactionEvent: InteractionEvent,
  ): ExperienceInteraction {
    return new ExperienceInteraction(context, visitor, stored, {
      interactionEvent,
      profile: {},
      mfa: {},
      verificationRecords: [],
      captcha: { verified: false, skipped: false },
    });
  }

  /** @throws RequestError `session.interaction_not_found` (404) when none was started */
  static restore(context: Context, visitor: Visitor, stored: StoredInteraction) {
    const state = stored.result as ExperienceState | undefined;
    if (!state?.interactionEvent) {
      throw new RequestError({ code: 'session.interaction_not_found', status: 404 });
    }
    const { interactionEvent, userId, profile, mfa, verificationRecords, captcha } = state;
    return new ExperienceInteraction(context, visitor, stored, {
      interactionEvent,
      ...(userId !== undefined && { userId }),
      profile,
      mfa,
      verificationRecords,
      captcha,
    });
  }

  get event(): InteractionEvent {
    return this.#state.interactionEvent;
  }

  get userId(): string | undefined {
    return this.#state.userId;
  }

  get profile(): Profile {
    return this.#state.profile;
  }

  /** Another event forgets the profile; the proofs stay. */
  switchEvent(event: InteractionEvent): void {
    if (event !== this.event) {
      this.#state.profile = {};
    }
    this.#state.interactionEvent = event;
  }

  addToProfile(profile: Profile): void {
    this.#state.profile = { ...this.profile, ...profile };
  }

  setUser({ id }: User): void {
    this.#state.userId = id;
  }

  /** After a registration, the profile is the user's own. */
  setNewUser(user: User): void {
    this.setUser(user);
    this.#state.profile = {};
  }

  /** @throws RequestError `session.identifier_not_found` (404) when nobody is identified */
  identifiedUser(): User {
    const { userId } = this;
    if (userId === undefined) {
      throw new RequestError({ code: 'session.identifier_not_found', status: 404 });
    }
    const user = this.context.store.users.get(userId);
    if (!user) {
      throw new RequestError({ code: 'entity.not_found', status: 404 });
    }
    return user;
  }

  /** The user, where there may be none yet: at registration. */
  userIfAny(): User | undefined {
    return this.event === 'Register' && this.userId === undefined
      ? undefined
      : this.identifiedUser();
  }

  /** @throws RequestError `session.verification_session_not_found` (404) */
  record(id: string): VerificationRecord {
    const record = this.#state.verificationRecords.find((candidate) => candidate.id === id);
    if (!record) {
      throw new RequestError({ code: 'session.verification_session_not_found', status: 404 });
    }
    return record;
  }

  /** A later proof takes the place of an earlier one of its type. */
  setRecord(record: VerificationRecord): void {
    const records = this.#state.verificationRecords;
    const index = records.findIndex(({ type }) => type === record.type);
    this.#state.verificationRecords =
      index === -1 ? [...records, record] : records.with(index, record);
  }

  /** Whether a one-time token was verified: it lets somebody register where nobody else may. */
  get hasOneTimeToken(): boolean {
    return this.#state.verificationRecords.some(({ type }) => type === 'OneTimeToken');
  }

  /** Whether the second factor of the user was verified. */
  get hasVerifiedMfa(): boolean {
    return this.#state.verificationRecords.some(
      (record) => record.type === 'MfaEmailVerificationCode' && record.verified,
    );
  }

  /** @throws RequestError `session.captcha_required` (422): the emulator has no captcha to pass */
  assertNoCaptcha(): void {
    const { captchaPolicy } = this.context.store.signInExperience;
    if (captchaPolicy.enabled === true && !this.#state.captcha.skipped) {
      throw new RequestError({ code: 'session.captcha_required', status: 422 });
    }
  }

  skipCaptcha(): void {
    this.#state.captcha = { ...this.#state.captcha, skipped: true };
  }

  /** What `GET /api/experience/interaction` answers: everything but password hashes. */
  toPublic() {
    const { passwordEncrypted, passwordEncryptionMethod, ...profile } = this.profile;
    return {
      ...this.toResult(),
      profile,
      verificationRecords: this.#state.verificationRecords.map((record) =>
        record.type === 'NewPasswordIdentity'
          ? { id: record.id, type: record.type, identifier: record.identifier }
          : record,
      ),
    };
  }

  /** What is kept in the interaction, and in the session once it ended. */
  toResult() {
    const { ip, userAgent } = this.visitor;
    return { ...this.#state, signInContext: { ip, ...(userAgent && { userAgent }) } };
  }

  async save(): Promise<void> {
    await this.finish(this.toResult());
  }

  /** Writes a result: of a step, or the last one, which lets the authorization request go on. */
  async finish(result: Record<string, unknown>): Promise<void> {
    this.stored.result = { ...this.stored.lastSubmission, ...result };
    await this.stored.persist();
  }
}
