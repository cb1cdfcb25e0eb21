/**
 * Status and message of the error codes of Direct Mail and of the gateway before it. The codes and
 * statuses are those of the vendor's error pages; where two pages differ, the newer one counts.
 */
export const errorCodes: Readonly<Record<string, readonly [status: number, message: string]>> = {
  // The gateway
  MissingParameter: [400, 'An input parameter that is mandatory for this request is not supplied.'],
  InvalidParameter: [400, 'A specified parameter is not valid.'],
  InvalidVersion: [400, 'Specified parameter Version is not valid.'],
  'InvalidAction.NotFound': [404, 'Specified api is not found, please check your url and method.'],
  'InvalidTimeStamp.Format': [400, 'Specified time stamp or date value is not well formatted.'],
  'InvalidTimeStamp.Expired': [400, 'Specified time stamp or date value is expired.'],
  SignatureNonceUsed: [400, 'Specified signature nonce was used already.'],
  IncompleteSignature: [400, 'The request signature does not conform to the standards.'],
  SignatureDoesNotMatch: [400, 'Specified signature does not match our calculation.'],
  'InvalidAccessKeyId.NotFound': [404, 'Specified access key is not found.'],
  'InvalidAccessKeyId.Inactive': [400, 'Specified access key is disabled.'],
  'InvalidSecurityToken.Malformed': [400, 'Specified SecurityToken is malformed.'],
  'InvalidSecurityToken.Expired': [400, 'Specified SecurityToken is expired.'],
  'InvalidSecurityToken.MismatchWithAccessKey': [
    400,
    'Specified SecurityToken mismatch with the AccessKey.',
  ],
  Forbidden: [403, 'The user is not authorized to operate on the specified resource.'],
  'Forbidden.RAM': [403, 'User not authorized to operate on the specified resource.'],
  'Forbidden.RiskControl': [403, 'This operation is forbidden by the risk control system.'],
  Throttling: [400, 'Request was denied due to request throttling.'],
  'Throttling.User': [400, 'Request was denied due to user flow control.'],
  'Throttling.Api': [400, 'Request was denied due to api flow control.'],
  ServiceUnavailable: [503, 'The request has failed due to a temporary failure of the server.'],
  InternalError: [500, 'The request processing has failed due to some unknown error.'],

  // The sender
  'InvalidMailAddress.NotFound': [404, 'The specified mailAddress does not exist.'],
  'InvalidMailAddressStatus.Malformed': [
    400,
    'The specified mailAddress status is wrongly formed.',
  ],
  'InvalidMailAddressDomain.Malformed': [400, 'The specified mailAddress domain does not exist.'],
  'InvalidMailAddressSendType.Malformed': [
    400,
    'The specified mailAddress sendType is wrongly formed.',
  ],

  // The recipient
  InvalidToAddress: [400, 'The specified toAddress is wrongly formed.'],
  'InvalidToAddress.Spam': [400, 'Sendmail rejected by invalid address.'],
  'InvalidReceiverName.Malformed': [400, 'The specified receiver name is wrongly formed.'],
  'InvalidReceiver.NotFound': [404, 'The specified receiver does not exist.'],
  EmailFormatError: [
    400,
    'The Email format is invalid. It must only contain numbers, letters, underscores, minus sign, plus sign, and period.',
  ],
  EmailLengthError: [400, 'The maximum length of Email is 192 characters.'],

  // The content
  'InvalidSubject.Malformed': [400, 'The specified subject is wrongly formed.'],
  'InvalidFromAlias.Malformed': [400, 'The specified fromAlias is wrongly formed.'],
  InvalidBody: [400, 'The specified textBody or htmlBody is wrongly formed.'],
  'InvalidSendMail.Spam': [400, 'Sendmail rejected by spam filter.'],
  'InvalidTemplate.NotFound': [404, 'The specified template does not exist.'],

  // Only the emulator says this: the real service has the action.
  NotSupportedByEmulator: [501, 'The emulator does not support this action.'],
};
