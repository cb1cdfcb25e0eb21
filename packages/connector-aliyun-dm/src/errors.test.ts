import { expect, test } from 'vitest';
import { refusedByProvider, refusedHere, unanswered, unreadableAnswer } from './errors.ts';

const requestId = '82B295BB-7E69-491F-9896-ECEAFF09E1A4';

test("a provider's error has advice, code and RequestId", () => {
  const { code, data } = refusedByProvider('SignatureDoesNotMatch', requestId, []);
  expect(code).toBe('invalid_config');
  expect(data).toEqual({
    errorDescription: `The AccessKey Secret does not belong to the AccessKey ID, or a proxy changed the host header: enter both parts of one AccessKey in the connector, and signedHost where endpoint is a proxy (SignatureDoesNotMatch, RequestId ${requestId}).`,
    Code: 'SignatureDoesNotMatch',
    RequestId: requestId,
  });
});

test.each(['Something.New', 'Mysecretname', '135790', 'a sentence', '', 'throttling'])(
  'a code that is not on the list is not passed on: %s',
  (code) => {
    expect(refusedByProvider(code, undefined, []).data).toEqual({
      errorDescription: expect.stringMatching(/^Direct Mail .*may have been sent: [^()]*\.$/),
    });
  },
);

test.each(['1', 'ada@example.com', `${requestId} and more`])(
  'what is no RequestId is not passed on: %s',
  (id) => {
    expect(refusedByProvider('Forbidden', id, []).data).not.toHaveProperty('RequestId');
  },
);

test.each(['7E69', '7e69-491f', 'eaff09e1a4', '91F9-896E'])(
  'a RequestId that repeats %s is not passed on',
  (secret) => {
    const error = refusedByProvider('Forbidden', requestId, [secret]);
    expect(Object.keys(error.data as object)).toEqual(['errorDescription', 'Code']);
  },
);

test('a problem found before sending', () => {
  expect(refusedHere('It is too long: shorten it.')).toMatchObject({
    code: 'invalid_request_parameters',
    data: { errorDescription: 'It is too long: shorten it.' },
  });
});

test.each([200, 404, 502])('HTTP %i with something else', (status) => {
  expect(unreadableAnswer(status)).toMatchObject({
    code: 'invalid_response',
    data: {
      errorDescription: expect.stringMatching(`HTTP ${status} .*and the mail may have been sent: `),
    },
  });
});

test.each([
  [
    'connect',
    false,
    'ECONNREFUSED',
    'general',
    /^No connection to Direct Mail.*\(ECONNREFUSED\): /,
  ],
  ['timeout', false, '', 'general', /^No connection to Direct Mail could be made: /],
  ['tls', false, 'CERT_HAS_EXPIRED', 'invalid_certificate', /TLS.*\(CERT_HAS_EXPIRED\): /],
  [
    'timeout',
    true,
    '',
    'general',
    /^Direct Mail did not answer, and the mail may have been sent: /,
  ],
  ['broken', true, 'ECONNRESET', 'general', /did not answer \(ECONNRESET\), and the mail may/],
  ['invalid', true, '', 'invalid_response', /not one of Direct Mail, and the mail may/],
  ['too-large', true, '', 'invalid_response', /not one of Direct Mail, and the mail may/],
  ['broken', true, 'a sentence with words', 'general', /did not answer, and/],
  ['broken', true, 'xECONNRESET', 'general', /did not answer, and/],
  ['broken', true, 'ECONNRESET now', 'general', /did not answer, and/],
  ['broken', true, 'ECONN-RESET', 'general', /did not answer, and/],
  ['broken', true, 'E2BIG', 'general', /did not answer \(E2BIG\), and/],
] as const)('%s, established %s, %s', (failure, established, code, kind, text) => {
  expect(unanswered({ failure, established, code })).toMatchObject({
    code: kind,
    data: { errorDescription: expect.stringMatching(text) },
  });
});
