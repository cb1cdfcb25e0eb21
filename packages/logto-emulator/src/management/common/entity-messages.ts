/** Messages of the errors around applications, users and other entities, as Logto words them. */
export const entityMessages = {
  'application.device_flow_native_only': {
    en: 'Device flow is only available for native applications.',
    'zh-CN': 'Device flow 仅适用于原生应用。',
  },
  'application.device_flow_not_changeable': {
    en: 'Device flow cannot be changed after application creation.',
    'zh-CN': 'Device flow 在应用创建后不可更改。',
  },
  'application.invalid_role_type': {
    en: 'Can not assign user type role to machine to machine application.',
    'zh-CN': '无法将用户类型角色分配给机器对机器应用程序。',
  },
  'application.invalid_third_party_application_type': {
    en: 'Only traditional web, single-page, and native applications can be marked as third-party apps.',
    'zh-CN': '只有传统网页应用、单页应用和原生应用可以标记为第三方应用。',
  },
  'application.invalid_type': {
    en: 'Only machine to machine applications can have associated roles.',
    'zh-CN': '只有机器对机器应用程序可以有关联角色。',
  },
  'application.no_legacy_secret_found': {
    en: 'The application does not have a legacy secret.',
    'zh-CN': '该应用程序没有旧版密钥。',
  },
  'application.protected_app_metadata_is_required': {
    en: 'Protected app metadata is required.',
    'zh-CN': '需要保护的应用程序元数据。',
  },
  'application.protected_app_not_configured': {
    en: 'Protected app provider is not configured. This feature is not available for open source version.',
    'zh-CN': '受保护的应用程序提供程序未配置。 此功能不适用于开源版本。',
  },
  'application.protected_application_only': {
    en: 'The feature is only available for protected applications.',
    'zh-CN': '该功能仅适用于受保护的应用程序。',
  },
  'application.saml.use_saml_app_api': {
    en: 'Use `[METHOD] /saml-applications(/.*)?` API to operate SAML app.',
    'zh-CN': '使用 `[METHOD] /saml-applications(/.*)?` API 操作 SAML 应用。',
  },
  'application.secret_name_exists': {
    en: 'Secret name already exists.',
    'zh-CN': '密钥名称已存在。',
  },
  'application.third_party_application_cannot_enable_token_exchange': {
    en: 'Third-party applications are not allowed to enable token exchange.',
    'zh-CN': '第三方应用程序不允许启用令牌交换。',
  },
  'auth.authorization_header_missing': {
    en: 'Authorization header is missing.',
    'zh-CN': 'Authorization 请求头缺失。',
  },
  'auth.authorization_token_type_not_supported': {
    en: 'Authorization type is not supported.',
    'zh-CN': 'Authorization token 类型不支持',
  },
  'auth.forbidden': {
    en: 'Forbidden. Please check your user roles and permissions.',
    'zh-CN': '禁止访问。请检查用户 role 与权限。',
  },
  'auth.jwt_sub_missing': { en: 'Missing `sub` in JWT.', 'zh-CN': 'JWT 缺失 `sub`' },
  'auth.unauthorized': {
    en: 'Unauthorized. Please check credentials and its scope.',
    'zh-CN': '未经授权。请检查凭据及其范围。',
  },
  'custom_profile_fields.entity_not_exists_with_names': {
    en: 'Cannot find entities with the given names: {{names}}',
    'zh-CN': '无法找到具有给定名称的实体：{{names}}',
  },
  'emulator.not_supported': {
    en: 'The Logto emulator does not support {{what}}. What it supports is in its SUPPORTED.md.',
    'zh-CN': 'Logto 模拟器不支持 {{what}}。支持的内容见 SUPPORTED.md。',
  },
  'entity.create_failed': { en: 'Failed to create {{name}}.', 'zh-CN': '创建 {{name}} 失败。' },
  'entity.db_constraint_violated': {
    en: 'Database constraint violated.',
    'zh-CN': '数据库约束被破坏。',
  },
  'entity.invalid_input': {
    en: 'Invalid input. Value list must not be empty.',
    'zh-CN': '无效输入。值列表不能为空。',
  },
  'entity.not_exists': { en: 'The {{name}} does not exist.', 'zh-CN': '该 {{name}} 不存在。' },
  'entity.not_exists_with_id': {
    en: 'The {{name}} with ID `{{id}}` does not exist.',
    'zh-CN': 'ID 为 `{{id}}` 的 {{name}} 不存在。',
  },
  'entity.not_found': { en: 'The resource does not exist.', 'zh-CN': '该资源不存在。' },
  'entity.relation_foreign_key_not_found': {
    en: 'Cannot find one or more foreign keys. Please check the input and ensure that all referenced entities exist.',
    'zh-CN': '无法找到一个或多个外键。请检查输入，并确保所有引用的实体都存在。',
  },
  'entity.unique_integrity_violation': {
    en: 'The entity already exists. Please check the input and try again.',
    'zh-CN': 'The entity already exists. Please check the input and try again.',
  },
  'entity.value_too_long': {
    en: 'The length of value is too long and exceeds the limit.',
    'zh-CN': '值长度过长，超过了限制。',
  },
  'guard.invalid_input': {
    en: 'The request {{type}} is invalid.',
    'zh-CN': '请求中 {{type}} 无效',
  },
  'guard.invalid_pagination': {
    en: 'The request pagination value is invalid.',
    'zh-CN': '分页参数无效',
  },
  'request.invalid_input': {
    en: 'Input is invalid. {{details}}',
    'zh-CN': '输入无效。{{details}}',
  },
  'resource.cannot_delete_management_api': {
    en: 'Cannot delete Logto Management API.',
    'zh-CN': '无法删除 Logto 管理 API。',
  },
  'resource.cannot_modify_management_api': {
    en: 'Cannot modify Logto Management API.',
    'zh-CN': '无法修改 Logto 管理 API。',
  },
  'resource.resource_identifier_in_use': {
    en: 'The API identifier {{indicator}} is already in use',
    'zh-CN': 'API 标识符 {{indicator}} 已被使用',
  },
  'role.application_exists': {
    en: 'The application id {{applicationId}} is already been added to this role',
    'zh-CN': '应用程序 ID {{applicationId}} 已添加到此角色',
  },
  'role.management_api_scopes_not_assignable_to_user_role': {
    en: 'Cannot assign Management API scopes to a user role.',
    'zh-CN': '无法将管理 API 作用域分配给用户角色。',
  },
  'role.name_in_use': {
    en: 'This role name {{name}} is already in use',
    'zh-CN': '此角色名称 {{name}} 已被使用',
  },
  'role.scope_exists': {
    en: 'The scope id {{scopeId}} has already been added to this role',
    'zh-CN': '作用域 ID {{scopeId}} 已添加到此角色',
  },
  'role.user_exists': {
    en: 'The user id {{userId}} is already been added to this role',
    'zh-CN': '用户 ID {{userId}} 已添加到此角色',
  },
  'scope.name_exists': {
    en: 'The scope name {{name}} is already in use',
    'zh-CN': '此作用域名称 {{name}} 已被使用',
  },
  'scope.name_with_space': {
    en: 'The name of the scope cannot contain any spaces.',
    'zh-CN': '作用域名称不能包含任何空格。',
  },
  'user.email_already_in_use': {
    en: 'This email is associated with an existing account.',
    'zh-CN': '该邮箱地址已被使用。',
  },
  'user.invalid_phone': { en: 'Invalid phone number.', 'zh-CN': '手机号码不正确。' },
  'user.invalid_role_type': {
    en: 'Invalid role type, can not assign machine-to-machine role to user.',
    'zh-CN': '无效的角色类型，无法将机器到机器角色分配给用户。',
  },
  'user.password_algorithm_required': {
    en: 'Password algorithm is required.',
    'zh-CN': '密码算法是必需的。',
  },
  'user.password_and_digest': {
    en: 'You cannot set both plain text password and password digest.',
    'zh-CN': 'You cannot set both plain text password and password digest.',
  },
  'user.phone_already_in_use': {
    en: 'This phone number is associated with an existing account.',
    'zh-CN': '该手机号码已被使用。',
  },
  'user.username_already_in_use': {
    en: 'This username is already in use.',
    'zh-CN': '该用户名已被使用。',
  },
};
