import type { Context as HonoContext } from 'hono';
import type { ZodType, ZodTypeDef } from 'zod';
import { RequestError } from './request-error.ts';

/** The largest body that is read, in bytes: what Logto's body parser takes. */
const limit = 1024 * 1024;

/** A JSON body that cannot be parsed; answered with 400 and the parser's message, as Logto does. */
export class BodySyntaxError extends Error {}

/** A body over the limit; answered with 404, as Logto does. */
export class BodyTooLargeError extends Error {}

/**
 * The JSON body of a request, checked; an absent body counts as `{}`.
 *
 * @throws RequestError `guard.invalid_input`, with the `ZodError` as data
 */
export async function readBody<T>(
  c: HonoContext,
  guard: ZodType<T, ZodTypeDef, unknown>,
): Promise<T> {
  if (Number(c.req.header('content-length') ?? 0) > limit) {
    throw new BodyTooLargeError();
  }
  const text = await c.req.text();
  if (Buffer.byteLength(text) > limit) {
    throw new BodyTooLargeError();
  }
  return checkInput('body', guard, parseBody(c.req.header('content-type') ?? '', text));
}

/**
 * Checks a part of a request by a guard.
 *
 * @throws RequestError `guard.invalid_input`, with the `ZodError` as data
 */
export function checkInput<T>(
  type: 'body' | 'query' | 'params',
  guard: ZodType<T, ZodTypeDef, unknown>,
  value: unknown,
): T {
  const result = guard.safeParse(value);
  if (!result.success) {
    throw new RequestError({ code: 'guard.invalid_input', type }, result.error);
  }
  return result.data;
}

/** By its type, as Logto's parser does: JSON, a form, plain text, and nothing of anything else. */
function parseBody(type: string, text: string): unknown {
  if (/^application\/(json|.+\+json)\b/i.test(type)) {
    return parse(text);
  }
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  return /^text\//i.test(type) ? text : {};
}

function parse(text: string): unknown {
  if (text === '') {
    return {};
  }
  if (!/^[ \t\n\r]*[[{]/.test(text)) {
    throw new BodySyntaxError('invalid JSON, only supports object and array');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BodySyntaxError((error as SyntaxError).message);
  }
}
