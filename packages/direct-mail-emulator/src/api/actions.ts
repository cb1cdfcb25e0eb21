import { ApiError, missingParameter } from './api-error.ts';
import type { ApiRequest } from './api-request.ts';

/** The API's only version. */
const version = '2015-11-23';

/** Actions that the real service has and the emulator has not: they get a clear 501. */
const elsewhere = new Set(
  `AddIpfilter ApproveReplyMailAddress AuthorizeFileUpload BatchSendMail ChangeDomainDkimRecord
  CheckDisposable CheckDomain CheckReplyToMailAddress ConfigSetCancelRelationFromAddress
  ConfigSetCreate ConfigSetDelete ConfigSetDetail ConfigSetList ConfigSetRelationFromAddress
  ConfigSetUpdate CreateDomain CreateMailAddress CreateReceiver CreateTag CreateUserSuppression
  DedicatedIpAutoRenewal DedicatedIpChangeWarmupType DedicatedIpList DedicatedIpNonePoolList
  DedicatedIpPoolCreate DedicatedIpPoolDelete DedicatedIpPoolList DedicatedIpPoolUpdate
  DeleteDomain DeleteInvalidAddress DeleteIpfilterByEdmId DeleteMailAddress DeleteReceiver
  DeleteReceiverDetail DeleteTag DeleteValidateFile DescAccountSummary DescDomain DescTemplate
  GetDedicatedIpWarmUpDetail GetDedicatedIpWarmUpInfo GetIpProtection GetIpfilterList
  GetSendifyAutoLoginURL GetSendifyInfo GetSuppressionListLevel GetTrackList
  GetTrackListByMailFromAndTagName GetUser GetValidateFile GetValidateFileStatus
  GetValidationQuota ListBlockSending ListUserSuppression ListValidateFile ModifyMailAddress
  ModifyPWByDomain ModifyTag OpenSendifyTrialService QueryDomainByParam QueryInvalidAddress
  QueryMailAddressByParam QueryReceiverByParam QueryReceiverDetail QueryTagByParam
  QueryTaskByParam QueryTemplateByParam RemoveUserSuppression SaveReceiverDetail
  SendTestByTemplate SendValidateFile SenderStatisticsByTagNameAndBatchID
  SenderStatisticsDetailByParam SetSuppressionListLevel UnblockSending UpdateIpProtection
  UpdateUser ValidateEmail`.split(/\s+/),
);

/** Refuses what is not `SingleSendMail` of version 2015-11-23. */
export function checkAction({ parameters, headers }: ApiRequest): void {
  // Version 3 names both in headers.
  const action = headers.get('x-acs-action') ?? parameters.get('Action');
  const asked = headers.get('x-acs-version') ?? parameters.get('Version');
  if (!action) {
    throw missingParameter('Action');
  }
  if (!asked) {
    throw missingParameter('Version');
  }
  if (asked !== version) {
    throw new ApiError('InvalidVersion');
  }
  if (elsewhere.has(action)) {
    throw new ApiError(
      'NotSupportedByEmulator',
      `The emulator does not support ${action}, only SingleSendMail.`,
    );
  }
  if (action !== 'SingleSendMail') {
    throw new ApiError('InvalidAction.NotFound');
  }
}
