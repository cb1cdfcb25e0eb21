import { ConnectorErrorCodes } from '@logto/connector-kit';

export interface ProviderError {
  code: ConnectorErrorCodes;
  /** What is wrong and what to do, where; without the final full stop. */
  advice: string;
}

// Kits 5.0 and 5.1.0 know no usage limit; to Logto both mean 429.
const usageLimit = ConnectorErrorCodes.UsageLimitExceeded ?? ConnectorErrorCodes.RateLimitExceeded;

const { General, InvalidConfig, InvalidRequestParameters, RateLimitExceeded } = ConnectorErrorCodes;

const throttled: ProviderError = {
  code: RateLimitExceeded,
  advice:
    'Direct Mail is receiving too many requests from this account: wait a moment and try again, or ask for a higher rate in the Alibaba Cloud console > Quota Center',
};
const ambiguous: ProviderError = {
  code: General,
  advice:
    'Direct Mail failed, and the mail may have been sent: look into the mailbox before asking for a new code, and at the Alibaba Cloud status page when it lasts',
};
const clock: ProviderError = {
  code: General,
  advice:
    'The clock of the Logto server is more than 15 minutes off: set it by NTP on that machine, nothing needs changing in a console',
};
const wrongSignature: ProviderError = {
  code: InvalidConfig,
  advice:
    'The AccessKey Secret does not belong to the AccessKey ID, or a proxy changed the host header: enter both parts of one AccessKey in the connector, and signedHost where endpoint is a proxy',
};
const wrongKey: ProviderError = {
  code: InvalidConfig,
  advice:
    'The AccessKey ID is unknown or disabled: check it in the RAM console > Users > AccessKey and enter an active one in the connector',
};
const wrongToken: ProviderError = {
  code: InvalidConfig,
  advice:
    'The security token does not belong to the AccessKey or is damaged: enter all three parts of one set of temporary credentials in the connector',
};
const notAllowed: ProviderError = {
  code: InvalidConfig,
  advice:
    'The AccessKey may not send mail: grant its user dm:SingleSendMail in the RAM console > Users > Permissions',
};
const sender: ProviderError = {
  code: InvalidConfig,
  advice:
    'The sender address or its domain is not verified: finish the verification in the Direct Mail console > Email Domains and Sender Addresses',
};
const recipient: ProviderError = {
  code: InvalidRequestParameters,
  advice:
    'Direct Mail does not deliver to this address: check it for typing errors, and look it up in the Direct Mail console > Invalid Addresses',
};
const alias: ProviderError = {
  code: InvalidConfig,
  advice:
    "Direct Mail refuses the sender's name: shorten it or take out special characters in the connector's From Alias or the template's sendFrom",
};
const body: ProviderError = {
  code: InvalidConfig,
  advice:
    'Direct Mail refuses the body: check the content of the e-mail template in the Logto Console > Connectors',
};

/**
 * What the service answers, and the only codes that an error may show.
 *
 * From the vendor's pages "Public error codes" of API version 2015-11-23
 * (alibabacloud.com/help/en/direct-mail/api-dm-2015-11-23-errorcodes), "SingleSendMail" and
 * "Common error codes". Those of reply address and single bodies stand in the vendor's older page
 * of SingleSendMail, which public clients quote. Statuses differ from page to page and say nothing.
 */
export const providerErrors: ReadonlyMap<string, ProviderError> = new Map([
  ['Throttling', throttled],
  ['Throttling.User', throttled],
  ['Throttling.Api', throttled],
  ['ServiceUnavailable', ambiguous],
  ['InternalError', ambiguous],
  [
    'SignatureNonceUsed',
    {
      code: General,
      advice:
        'Direct Mail has seen this request before, and the mail may have been sent: look into the mailbox, and for a proxy that repeats requests on the way from the Logto server',
    },
  ],
  ['InvalidTimeStamp.Expired', clock],
  ['InvalidTimeStamp.Format', clock],
  ['SignatureDoesNotMatch', wrongSignature],
  ['Signature', wrongSignature],
  ['InvalidAccessKeyId.NotFound', wrongKey],
  ['InvalidAccessKeyId.Inactive', wrongKey],
  [
    'InvalidSecurityToken.Expired',
    {
      code: InvalidConfig,
      advice:
        'The temporary credentials have expired: enter new ones in the connector, or choose a source that renews them',
    },
  ],
  ['InvalidSecurityToken.Malformed', wrongToken],
  ['InvalidSecurityToken.MismatchWithAccessKey', wrongToken],
  ['Forbidden.RAM', notAllowed],
  ['Forbidden', notAllowed],
  [
    'Forbidden.RiskControl',
    {
      code: InvalidConfig,
      advice:
        'Alibaba Cloud has blocked this account by risk control: see the Direct Mail console > Overview and open a ticket',
    },
  ],
  [
    'Forbidden.UserVerification',
    {
      code: InvalidConfig,
      advice:
        'The Alibaba Cloud account has not passed its real-name verification: finish it in the Alibaba Cloud console > Account Center',
    },
  ],
  [
    'MissingParameter',
    {
      code: ConnectorErrorCodes.InsufficientRequestParameters,
      advice:
        'Direct Mail misses a parameter: fill in every required field of the connector in the Logto Console > Connectors',
    },
  ],
  [
    'InvalidMailAddress.NotFound',
    {
      code: InvalidConfig,
      advice:
        'The sender address is not set up in this region: create it in the Direct Mail console > Sender Addresses, or choose the region that has it',
    },
  ],
  ['InvalidMailAddressStatus.Malformed', sender],
  ['InvalidMailAddressDomain.Malformed', sender],
  ['InvalidMailAddressSendType.Malformed', sender],
  ['InvalidToAddress', recipient],
  ['InvalidToAddress.Spam', recipient],
  ['InvalidReceiverName.Malformed', recipient],
  ['InvalidReceiver.NotFound', recipient],
  ['EmailFormatError', recipient],
  ['EmailLengthError', recipient],
  [
    'InvalidSubject.Malformed',
    {
      code: InvalidConfig,
      advice:
        'Direct Mail refuses the subject: give the e-mail template a subject of 1 to 100 characters in the Logto Console > Connectors',
    },
  ],
  ['InvalidFromAlias.Malformed', alias],
  ['InvalidFromALias.Malformed', alias],
  [
    'InvalidReplyAddress.Malformed',
    {
      code: InvalidConfig,
      advice:
        'Direct Mail refuses the reply address: correct replyTo of the connector or of the e-mail template, and check that it is one address',
    },
  ],
  [
    'InvalidReplyAddressAlias.Malformed',
    {
      code: InvalidConfig,
      advice:
        'Direct Mail refuses the name of the reply address: shorten it or take out special characters in replyTo of the connector or of the e-mail template',
    },
  ],
  ['InvalidBody', body],
  ['InvalidHtmlBody.Malformed', body],
  ['InvalidTextBody', body],
  [
    'InvalidSendMail.Spam',
    {
      code: usageLimit,
      advice:
        'Direct Mail rejects the mail for its content, its frequency or a used-up quota: see the Direct Mail console > Overview for the quota, and make the template less like advertising',
    },
  ],
  [
    'InvalidTemplate.NotFound',
    {
      code: ConnectorErrorCodes.TemplateNotFound,
      advice:
        'The template does not exist at Direct Mail: look it up in the Direct Mail console > Email Templates',
    },
  ],
]);

const unknownError: ProviderError = {
  code: General,
  advice:
    'Direct Mail answered with an error that is not documented, and the mail may have been sent: look into the mailbox, then open a ticket with the RequestId',
};

/** What a code means. */
export function providerErrorOf(code: string): ProviderError {
  return providerErrors.get(code) ?? unknownError;
}

/**
 * Whether the service refused before it took the mail, in a way that may pass. Of a throttled request
 * the vendor says "Request was denied"; of ServiceUnavailable and InternalError it says nothing that
 * rules a sent mail out, nor does a status without a code.
 */
export function isThrottled(code: string): boolean {
  return providerErrors.get(code) === throttled;
}
