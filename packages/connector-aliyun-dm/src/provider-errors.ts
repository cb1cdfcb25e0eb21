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
const unavailable: ProviderError = {
  code: General,
  advice:
    'Direct Mail is not available at the moment: try again later, and look at the Alibaba Cloud status page when it lasts',
};
const clock: ProviderError = {
  code: General,
  advice:
    'The clock of the Logto server is more than 15 minutes off: set it by NTP on that machine, nothing needs changing in a console',
};
const wrongKey: ProviderError = {
  code: InvalidConfig,
  advice:
    'The AccessKey ID is unknown or disabled: check it in the RAM console > Users > AccessKey and enter an active one in the connector',
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

/** Every code that the vendor documents for `SingleSendMail`. */
export const providerErrors: ReadonlyMap<string, ProviderError> = new Map([
  ['Throttling', throttled],
  ['Throttling.User', throttled],
  ['Throttling.Api', throttled],
  ['ServiceUnavailable', unavailable],
  ['InternalError', unavailable],
  [
    'SignatureNonceUsed',
    {
      code: General,
      advice:
        'Direct Mail has seen this request before, so a proxy may be repeating requests: check the network path of the Logto server, then ask for a new code',
    },
  ],
  ['InvalidTimeStamp.Expired', clock],
  ['InvalidTimeStamp.Format', clock],
  [
    'SignatureDoesNotMatch',
    {
      code: InvalidConfig,
      advice:
        'The AccessKey Secret does not belong to the AccessKey ID: create a new AccessKey in the RAM console > Users > AccessKey and enter both parts in the connector',
    },
  ],
  ['InvalidAccessKeyId.NotFound', wrongKey],
  ['InvalidAccessKeyId.Inactive', wrongKey],
  ['Forbidden.RAM', notAllowed],
  [
    'Forbidden.RiskControl',
    {
      code: InvalidConfig,
      advice:
        'Alibaba Cloud has blocked this account by risk control: see the Direct Mail console > Overview and open a ticket',
    },
  ],
  ['Forbidden', notAllowed],
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
    'InvalidBody',
    {
      code: InvalidConfig,
      advice:
        'Direct Mail refuses the body: check the content of the e-mail template in the Logto Console > Connectors',
    },
  ],
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
    'Direct Mail refuses the mail: look up its error code in the Alibaba Cloud error center, or open a ticket with the RequestId',
};

/** What a code means; one that is not documented goes by its family, such as `Throttling`. */
export function providerErrorOf(code: string): ProviderError {
  return providerErrors.get(code) ?? providerErrors.get(code.split('.')[0] ?? '') ?? unknownError;
}
