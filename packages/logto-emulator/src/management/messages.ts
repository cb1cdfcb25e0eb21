import type { Messages } from '../http/messages.ts';

/** Messages of the errors that the Management API answers, as Logto words them. */
export const managementMessages: Messages = {
  'auth.authorization_header_missing': { en: 'Authorization header is missing.' },
  'auth.authorization_token_type_not_supported': { en: 'Authorization type is not supported.' },
  'auth.unauthorized': { en: 'Unauthorized. Please check credentials and its scope.' },
  'auth.forbidden': { en: 'Forbidden. Please check your user roles and permissions.' },
  'auth.jwt_sub_missing': { en: 'Missing `sub` in JWT.' },
  'guard.invalid_input': { en: 'The request {{type}} is invalid.' },
  'guard.invalid_pagination': { en: 'The request pagination value is invalid.' },
  'request.invalid_input': { en: 'Input is invalid. {{details}}' },
  'entity.create_failed': { en: 'Failed to create {{name}}.' },
  'entity.not_exists': { en: 'The {{name}} does not exist.' },
  'entity.not_exists_with_id': { en: 'The {{name}} with ID `{{id}}` does not exist.' },
  'entity.not_found': { en: 'The resource does not exist.' },
  'entity.relation_foreign_key_not_found': {
    en: 'Cannot find one or more foreign keys. Please check the input and ensure that all referenced entities exist.',
  },
  'entity.unique_integrity_violation': {
    en: 'The entity already exists. Please check the input and try again.',
  },
  'application.invalid_third_party_application_type': {
    en: 'Only traditional web, single-page, and native applications can be marked as third-party apps.',
  },
  'application.third_party_application_cannot_enable_token_exchange': {
    en: 'Third-party applications are not allowed to enable token exchange.',
  },
  'application.device_flow_native_only': {
    en: 'Device flow is only available for native applications.',
  },
  'application.device_flow_not_changeable': {
    en: 'Device flow cannot be changed after application creation.',
  },
  'application.protected_app_metadata_is_required': { en: 'Protected app metadata is required.' },
  'application.protected_app_not_configured': {
    en: 'Protected app provider is not configured. This feature is not available for open source version.',
  },
  'application.protected_application_only': {
    en: 'The feature is only available for protected applications.',
  },
  'application.no_legacy_secret_found': { en: 'The application does not have a legacy secret.' },
  'application.secret_name_exists': { en: 'Secret name already exists.' },
  'application.saml.use_saml_app_api': {
    en: 'Use `[METHOD] /saml-applications(/.*)?` API to operate SAML app.',
  },
  'custom_profile_fields.entity_not_exists_with_names': {
    en: 'Cannot find entities with the given names: {{names}}',
  },
  'connector.general': { en: 'Error occurred in connector: {{errorDescription}}' },
  'connector.not_found': { en: 'Cannot find any available connector for type: {{type}}.' },
  'connector.invalid_metadata': { en: "The connector's metadata is invalid." },
  'connector.invalid_config_guard': { en: "The connector's config guard is invalid." },
  'connector.unexpected_type': { en: "The connector's type is unexpected." },
  'connector.invalid_request_parameters': { en: 'The request is with wrong input parameter(s).' },
  'connector.insufficient_request_parameters': {
    en: 'The request might miss some input parameters.',
  },
  'connector.invalid_config': { en: "The connector's config is invalid." },
  'connector.invalid_certificate': {
    en: "The connector's certificate is invalid, please make sure the certificate is in PEM encoding.",
  },
  'connector.invalid_response': { en: "The connector's response is invalid." },
  'connector.template_not_found': { en: 'Unable to find correct template in connector config.' },
  'connector.template_not_supported': { en: 'The connector does not support this template type.' },
  'connector.rate_limit_exceeded': { en: 'Trigger rate limit. Please try again later.' },
  'connector.usage_limit_exceeded': { en: 'The email service usage limit has been reached.' },
  'connector.not_implemented': { en: '{{method}}: has not been implemented yet.' },
  'connector.social_auth_code_invalid': {
    en: 'Unable to get access token, please check authorization code.',
  },
  'connector.social_invalid_access_token': { en: "The connector's access token is invalid." },
  'connector.social_invalid_id_token': { en: "The connector's id token is invalid." },
  'connector.authorization_failed': { en: "The user's authorization process is unsuccessful." },
  'connector.more_than_one_connector_factory': {
    en: 'Found multiple connector factories (with id {{connectorIds}}), you may uninstall unnecessary ones.',
  },
  'connector.not_found_with_connector_id': {
    en: 'Can not find connector with given standard connector id.',
  },
  'connector.invalid_type_for_syncing_profile': {
    en: 'You can only sync user profile with social connectors.',
  },
  'connector.can_not_modify_target': { en: "The connector 'target' can not be modified." },
  'connector.cannot_overwrite_metadata_for_non_standard_connector': {
    en: "This connector's 'metadata' cannot be overwritten.",
  },
  'connector.token_storage_not_supported': {
    en: 'This connector does not support token storage. ',
  },
  'sign_in_experiences.enabled_connector_not_found': {
    en: 'Enabled {{type}} connector not found.',
  },
  'sign_in_experiences.passwordless_requires_verify': {
    en: 'Must enable verify for email/phone sign up identifier.',
  },
  'sign_in_experiences.code_sign_in_must_be_enabled': {
    en: 'Verification code sign in must be enabled when set a password is not required in sign up.',
  },
  'sign_in_experiences.unsupported_default_language': {
    en: 'This language - {{language}} is not supported at the moment.',
  },
  'sign_in_experiences.at_least_one_authentication_factor': {
    en: 'You have to select at least one authentication factor.',
  },
  'sign_in_experiences.backup_code_cannot_be_enabled_alone': {
    en: 'Backup code cannot be enabled alone.',
  },
  'sign_in_experiences.duplicated_mfa_factors': { en: 'Duplicated MFA factors.' },
  'sign_in_experiences.email_verification_code_cannot_be_used_for_mfa': {
    en: 'Email verification code cannot be used for MFA when email verification is enabled for sign-in.',
  },
  'sign_in_experiences.phone_verification_code_cannot_be_used_for_mfa': {
    en: 'SMS verification code cannot be used for MFA when SMS verification is enabled for sign-in.',
  },
  'sign_in_experiences.email_verification_code_cannot_be_used_for_sign_in': {
    en: 'Email verification code cannot be used for sign-in when it is enabled for MFA.',
  },
  'sign_in_experiences.phone_verification_code_cannot_be_used_for_sign_in': {
    en: 'SMS verification code cannot be used for sign-in when it is enabled for MFA.',
  },
  'sign_in_experiences.adaptive_mfa_requires_mfa': {
    en: 'MFA must be enabled before enabling adaptive MFA.',
  },
  'sign_in_experiences.adaptive_mfa_requires_non_skippable_policy': {
    en: 'Adaptive MFA requires a non-skippable MFA prompt policy. Use PromptOnlyAtSignInMandatory or PromptAtSignInAndSignUpMandatory.',
  },
  'sign_in_experiences.non_adaptive_mfa_requires_skippable_policy': {
    en: 'When adaptive MFA is disabled, MFA prompt policy must be skippable. Do not use PromptOnlyAtSignInMandatory or PromptAtSignInAndSignUpMandatory.',
  },
  'sign_in_experiences.duplicated_sign_up_identifiers': {
    en: 'Duplicate sign-up identifiers detected.',
  },
  'sign_in_experiences.missing_sign_up_identifiers': {
    en: 'Primary sign-up identifier cannot be empty.',
  },
  'sign_in_experiences.invalid_custom_email_blocklist_format': {
    en: 'Invalid custom email blocklist items: {{items}}. Each item must be a valid email address or email domain, e.g., foo@example.com or @example.com.',
  },
  'sign_in_experiences.forgot_password_method_requires_connector': {
    en: 'Forgot password method requires a corresponding {{method}} connector to be configured.',
  },
  'sign_in_experiences.password_expiration_requires_forgot_password': {
    en: 'Password expiration requires at least one forgot password method with a valid connector.',
  },
  'sign_in_experiences.password_expiration_invalid_period_days': {
    en: 'Valid period days must be a positive integer when password expiration is enabled.',
  },
  'sign_in_experiences.username_policy_case_conflicts_exist': {
    en: 'Cannot switch to case-insensitive usernames while usernames that differ only by case exist. Resolve the conflicts and try again.',
  },
  'emulator.not_supported': {
    en: 'The Logto emulator does not support {{what}}. What it supports is in its SUPPORTED.md.',
  },
  'application.invalid_type': {
    en: 'Only machine to machine applications can have associated roles.',
  },
  'application.invalid_role_type': {
    en: 'Can not assign user type role to machine to machine application.',
  },
  'connector.email_connector.bulk_deletion_no_filter': {
    en: 'At least one filter condition must be provided to perform bulk deletion by properties. Supported properties are: {{properties}}.',
  },
  'entity.invalid_input': { en: 'Invalid input. Value list must not be empty.' },
  'resource.resource_identifier_in_use': {
    en: 'The API identifier {{indicator}} is already in use',
  },
  'resource.cannot_delete_management_api': { en: 'Cannot delete Logto Management API.' },
  'resource.cannot_modify_management_api': { en: 'Cannot modify Logto Management API.' },
  'role.name_in_use': { en: 'This role name {{name}} is already in use' },
  'role.scope_exists': { en: 'The scope id {{scopeId}} has already been added to this role' },
  'role.management_api_scopes_not_assignable_to_user_role': {
    en: 'Cannot assign Management API scopes to a user role.',
  },
  'role.user_exists': { en: 'The user id {{userId}} is already been added to this role' },
  'role.application_exists': {
    en: 'The application id {{applicationId}} is already been added to this role',
  },
  'scope.name_exists': { en: 'The scope name {{name}} is already in use' },
  'scope.name_with_space': { en: 'The name of the scope cannot contain any spaces.' },
  'sign_in_experiences.password_expiration_not_enabled': {
    en: 'Password expiration policy is not enabled. Enable it in the sign-in experience settings before expiring passwords.',
  },
  'user.password_and_digest': {
    en: 'You cannot set both plain text password and password digest.',
  },
  'user.password_algorithm_required': { en: 'Password algorithm is required.' },
  'user.invalid_role_type': {
    en: 'Invalid role type, can not assign machine-to-machine role to user.',
  },
  'user.username_already_in_use': { en: 'This username is already in use.' },
  'user.email_already_in_use': { en: 'This email is associated with an existing account.' },
  'user.phone_already_in_use': { en: 'This phone number is associated with an existing account.' },
  'user.invalid_phone': { en: 'Invalid phone number.' },
  'entity.db_constraint_violated': { en: 'Database constraint violated.' },
};
