import { type ChangeListener, Collection } from './collection.ts';
import type {
  AccountCenter,
  AccountVerification,
  Application,
  ApplicationRole,
  ApplicationSecret,
  Connector,
  EmailTemplate,
  FailedAttempts,
  MessageSends,
  OneTimeToken,
  Organization,
  OrganizationInvitation,
  OrganizationUser,
  Passcode,
  Resource,
  Role,
  RoleScope,
  Scope,
  SignInExperience,
  User,
  UserRole,
} from './types.ts';

function defaultAccountCenter(): AccountCenter {
  return {
    tenantId: 'default',
    id: 'default',
    enabled: false,
    fields: {},
    webauthnRelatedOrigins: [],
    deleteAccountUrl: null,
    customCss: null,
    profileFields: null,
  };
}

/** Everything the emulator knows, but for the models of `oidc-provider`. */
export class Store {
  readonly applications: Collection<Application>;
  readonly applicationSecrets: Collection<ApplicationSecret>;
  readonly users: Collection<User>;
  readonly connectors: Collection<Connector>;
  readonly resources: Collection<Resource>;
  readonly scopes: Collection<Scope>;
  readonly roles: Collection<Role>;
  /** Which scopes a role brings, keyed `roleId/scopeId`. */
  readonly roleScopes: Collection<RoleScope>;
  /** Keyed `applicationId/roleId`. */
  readonly applicationRoles: Collection<ApplicationRole>;
  /** Keyed `userId/roleId`. */
  readonly userRoles: Collection<UserRole>;
  readonly organizations: Collection<Organization>;
  /** Keyed `organizationId/userId`. */
  readonly organizationUsers: Collection<OrganizationUser>;
  readonly organizationInvitations: Collection<OrganizationInvitation>;
  readonly emailTemplates: Collection<EmailTemplate>;
  readonly passcodes: Collection<Passcode>;
  readonly oneTimeTokens: Collection<OneTimeToken>;
  readonly messageSends: Collection<MessageSends>;
  readonly failedAttempts: Collection<FailedAttempts>;
  readonly accountVerifications: Collection<AccountVerification>;
  /** Holds one: `get('default')`. */
  readonly accountCenters: Collection<AccountCenter>;
  /** Holds one: `get('default')`. */
  readonly signInExperiences: Collection<SignInExperience>;

  constructor(onChange: ChangeListener = () => undefined) {
    const byId = <T extends { id: string }>(name: string) =>
      new Collection<T>(name, ({ id }) => id, onChange);
    this.applications = byId('applications');
    this.applicationSecrets = new Collection(
      'applicationSecrets',
      ({ applicationId, name }) => `${applicationId}/${name}`,
      onChange,
    );
    this.users = byId('users');
    this.connectors = byId('connectors');
    this.resources = byId('resources');
    this.scopes = byId('scopes');
    this.roles = byId('roles');
    this.roleScopes = new Collection(
      'roleScopes',
      ({ roleId, scopeId }) => `${roleId}/${scopeId}`,
      onChange,
    );
    this.applicationRoles = new Collection(
      'applicationRoles',
      ({ applicationId, roleId }) => `${applicationId}/${roleId}`,
      onChange,
    );
    this.userRoles = new Collection(
      'userRoles',
      ({ userId, roleId }) => `${userId}/${roleId}`,
      onChange,
    );
    this.organizations = byId('organizations');
    this.organizationUsers = new Collection(
      'organizationUsers',
      ({ organizationId, userId }) => `${organizationId}/${userId}`,
      onChange,
    );
    this.organizationInvitations = byId('organizationInvitations');
    this.emailTemplates = byId('emailTemplates');
    this.passcodes = byId('passcodes');
    this.oneTimeTokens = byId('oneTimeTokens');
    this.messageSends = new Collection('messageSends', ({ recipient }) => recipient, onChange);
    this.failedAttempts = new Collection(
      'failedAttempts',
      ({ identifier }) => identifier,
      onChange,
    );
    this.accountVerifications = byId('accountVerifications');
    this.accountCenters = byId('accountCenters');
    this.signInExperiences = byId('signInExperiences');
  }

  /** The tenant's sign-in experience, which always exists. */
  get signInExperience(): SignInExperience {
    const experience = this.signInExperiences.get('default');
    if (!experience) {
      throw new Error('The store was not seeded.');
    }
    return experience;
  }

  /** The tenant's account center, which always exists. */
  get accountCenter(): AccountCenter {
    return this.accountCenters.get('default') ?? defaultAccountCenter();
  }

  get collections(): Collection<object>[] {
    return Object.values(this).filter(
      (value): value is Collection<object> => value instanceof Collection,
    );
  }

  clear(): void {
    for (const collection of this.collections) {
      collection.clear();
    }
  }
}
