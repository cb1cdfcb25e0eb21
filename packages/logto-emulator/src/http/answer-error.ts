import type { ErrorHandler } from 'hono';
import { BodySyntaxError, BodyTooLargeError } from './body.ts';
import { preferredLanguage } from './language.ts';
import { RequestError } from './request-error.ts';

/** Turns what a route throws into Logto's answer; what is not expected says nothing to the caller. */
export const answerError: ErrorHandler = (error, c) => {
  const answer = (body: object, status: number) =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
  if (error instanceof RequestError) {
    return answer(error.toBody(preferredLanguage(c.req.header('accept-language'))), error.status);
  }
  if (error instanceof BodySyntaxError) return answer({ message: error.message }, 400);
  if (error instanceof BodyTooLargeError) return new Response('Payload Too Large', { status: 413 });
  console.error(error);
  return answer({ message: 'Internal server error.' }, 500);
};
