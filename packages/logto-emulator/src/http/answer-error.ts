import type { ErrorHandler } from 'hono';
import { errors } from 'oidc-provider';
import { toErrorBody } from '../oidc/error-body.ts';
import { DataFileError } from '../store/journal.ts';
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
  const language = preferredLanguage(c.req.header('accept-language'));
  if (error instanceof RequestError) {
    return answer(error.toBody(language), error.status);
  }
  if (error instanceof errors.OIDCProviderError) {
    const { error: name, error_description: description, statusCode } = error;
    return answer(
      toErrorBody({ error: name, error_description: description }, language),
      statusCode,
    );
  }
  if (error instanceof BodySyntaxError) {
    return answer({ message: error.message }, 400);
  }
  if (error instanceof BodyTooLargeError) {
    // Logto's error handler lets its parser's error go, and what is left is an answer that was not made.
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return new Response('Not Found', { status: 404, headers });
  }
  // Never the error itself: that of an HTTP client has the request, with the code, in its properties.
  console.error(error instanceof DataFileError ? error.message : error.stack);
  return answer({ message: 'Internal server error.' }, 500);
};
