import type { Context } from '../context.ts';
import { RequestError } from '../http/request-error.ts';

/** Logto sends so many messages to one recipient in so many seconds; no setting changes that. */
const maxSends = 10;
const window = 600;

/**
 * Sends a message unless its recipient had too many lately. A message that cannot be sent does not count.
 *
 * @throws RequestError `request.message_rate_limited` (429)
 */
export async function withSendLimit(
  { store, clock }: Context,
  recipient: string,
  send: () => Promise<void>,
): Promise<void> {
  const key = recipient.trim().toLowerCase();
  const recent = () =>
    (store.messageSends.get(key)?.times ?? []).filter(
      (time) => time > clock.now().getTime() - window * 1000,
    );
  if (recent().length >= maxSends) {
    throw new RequestError({ code: 'request.message_rate_limited', status: 429 });
  }
  await send();
  store.messageSends.put({ recipient: key, times: [...recent(), clock.now().getTime()] });
}
