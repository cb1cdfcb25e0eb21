import type { FaultRule } from '../faults/fault-rule.ts';
import type { Faults } from '../faults/faults.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { checkAction } from './actions.ts';
import { answer, answerError, newRequestId, wantsJson } from './answer.ts';
import { ApiError } from './api-error.ts';
import { type ApiRequest, readApiRequest } from './api-request.ts';
import type { Authenticator } from './authenticate.ts';
import type { Connection } from './connection.ts';
import type { RateLimit } from './rate-limit.ts';
import { type Account, singleSendMail } from './single-send-mail.ts';

/** What the API works with. */
export interface ApiParts {
  account: Account;
  authenticator: Authenticator;
  rateLimit: RateLimit;
  mailbox: Mailbox;
  faults: Faults;
  now: () => Date;
}

function faultCode({ code, status }: FaultRule): string {
  return code ?? (status === 500 ? 'InternalError' : 'ServiceUnavailable');
}

/** A fault that only delays lets the call succeed. */
function isFailure({ code, status, hang, reset, malformed }: FaultRule): boolean {
  return Boolean(code ?? status ?? (hang || reset || malformed));
}

/** Lets a call fail. @returns the answer, or undefined when there is none @throws {ApiError} */
async function fail(fault: FaultRule, connection: Connection): Promise<Response | undefined> {
  if (fault.hang) {
    await connection.wait();
    return undefined;
  }
  if (fault.reset) {
    connection.reset();
    return undefined;
  }
  if (fault.malformed) {
    return new Response('{"EnvId":"6000', { status: fault.status ?? 200 });
  }
  throw new ApiError(faultCode(fault), undefined, fault.status);
}

/** Answers calls of Direct Mail's API. */
export class DirectMailApi {
  readonly #parts: ApiParts;

  constructor(parts: ApiParts) {
    this.#parts = parts;
  }

  /** @returns the answer, or undefined when a fault keeps it back and the connection is over */
  async handle(raw: Request, connection: Connection): Promise<Response | undefined> {
    const request = await readApiRequest(raw);
    const requestId = newRequestId();
    const json = wantsJson(request);
    try {
      const fault = this.#parts.faults.strike(
        (request.parameters.get('ToAddress') ?? '').split(','),
      );
      if (fault?.delay) {
        await connection.wait(fault.delay);
      }
      if (fault && isFailure(fault)) {
        if (fault.deliver) {
          this.#send(request, requestId);
        }
        return await fail(fault, connection);
      }
      const { envId } = this.#send(request, requestId);
      return answer(json, 'SingleSendMailResponse', { EnvId: envId, RequestId: requestId });
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      return answerError(json, error, { requestId, hostId: request.host });
    }
  }

  #send(request: ApiRequest, requestId: string) {
    const { authenticator, rateLimit, mailbox, account, now } = this.#parts;
    checkAction(request);
    const time = now();
    const caller = authenticator.authenticate(request, time);
    if (!rateLimit.admit(caller, time.getTime())) {
      throw new ApiError('Throttling.User');
    }
    return mailbox.add(singleSendMail(request, account), requestId);
  }
}
