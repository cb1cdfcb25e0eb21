import { ConnectorErrorCodes } from '@logto/connector-kit';
import { expect, test } from 'vitest';
import { providerErrorOf, providerErrors } from './provider-errors.ts';

const {
  General,
  InsufficientRequestParameters,
  InvalidConfig,
  InvalidRequestParameters,
  RateLimitExceeded,
  TemplateNotFound,
  UsageLimitExceeded,
} = ConnectorErrorCodes;

/** What Logto answers depends on this: 429 for the two limits, 400 for the rest. */
const expected: [ConnectorErrorCodes, string[]][] = [
  [RateLimitExceeded, ['Throttling', 'Throttling.User', 'Throttling.Api']],
  [UsageLimitExceeded, ['InvalidSendMail.Spam']],
  [
    General,
    [
      'ServiceUnavailable',
      'InternalError',
      'SignatureNonceUsed',
      'InvalidTimeStamp.Expired',
      'InvalidTimeStamp.Format',
    ],
  ],
  [
    InvalidConfig,
    [
      'SignatureDoesNotMatch',
      'Signature',
      'InvalidSecurityToken.Expired',
      'InvalidSecurityToken.Malformed',
      'InvalidSecurityToken.MismatchWithAccessKey',
      'Forbidden.UserVerification',
      'InvalidReplyAddress.Malformed',
      'InvalidReplyAddressAlias.Malformed',
      'InvalidHtmlBody.Malformed',
      'InvalidTextBody',
      'InvalidAccessKeyId.NotFound',
      'InvalidAccessKeyId.Inactive',
      'Forbidden.RAM',
      'Forbidden.RiskControl',
      'Forbidden',
      'InvalidMailAddress.NotFound',
      'InvalidMailAddressStatus.Malformed',
      'InvalidMailAddressDomain.Malformed',
      'InvalidMailAddressSendType.Malformed',
      'InvalidSubject.Malformed',
      'InvalidFromAlias.Malformed',
      'InvalidFromALias.Malformed',
      'InvalidBody',
    ],
  ],
  [InsufficientRequestParameters, ['MissingParameter']],
  [
    InvalidRequestParameters,
    [
      'InvalidToAddress',
      'InvalidToAddress.Spam',
      'InvalidReceiverName.Malformed',
      'InvalidReceiver.NotFound',
      'EmailFormatError',
      'EmailLengthError',
    ],
  ],
  [TemplateNotFound, ['InvalidTemplate.NotFound']],
];

const pairs = expected.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const));

test.each(pairs)('%s is %s', (code, kind) => {
  expect(providerErrorOf(code).code).toBe(kind);
});

test('nothing else is in the table', () => {
  expect([...providerErrors.keys()].toSorted()).toEqual(pairs.map(([code]) => code).toSorted());
});

test('each says what is wrong and what to do, in one sentence', () => {
  for (const { advice } of providerErrors.values()) {
    expect(advice).toMatch(/^[A-Z][^.]{20,}: .{20,}[^.]$/);
  }
});

test.each(['Throttling.SomethingNew', 'Forbidden.SomethingNew', 'SomethingNew', 'constructor'])(
  '%s, which is not documented, gets the advice of no other',
  (code) => {
    expect(providerErrorOf(code)).toMatchObject({ code: General });
    expect([...providerErrors.values()]).not.toContain(providerErrorOf(code));
  },
);

test('an outcome that is not certain says that the mail may have been sent', () => {
  const ambiguous = [...providerErrors].filter(([, { advice }]) =>
    /may have been sent/.test(advice),
  );
  expect(ambiguous.map(([code]) => code)).toEqual([
    'ServiceUnavailable',
    'InternalError',
    'SignatureNonceUsed',
  ]);
});
