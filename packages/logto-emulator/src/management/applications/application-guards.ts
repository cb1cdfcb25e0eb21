import { z } from 'zod';
import { jsonObjectGuard, stringEnum } from '../common/guards.ts';
import { isRedirectUri } from './redirect-uri.ts';

export const applicationTypeGuard = stringEnum(
  'Native',
  'SPA',
  'Traditional',
  'MachineToMachine',
  'Protected',
  'SAML',
);

const redirectUris = z.string().refine(isRedirectUri).array();

const oidcClientMetadataGuard = z.object({
  redirectUris,
  postLogoutRedirectUris: redirectUris,
  backchannelLogoutUri: z.string().url().optional(),
  backchannelLogoutSessionRequired: z.boolean().optional(),
  logoUri: z.string().optional(),
});

const customClientMetadataGuard = z.object({
  corsAllowedOrigins: z.string().min(1).array().optional(),
  idTokenTtl: z.number().optional(),
  refreshTokenTtl: z.number().optional(),
  refreshTokenTtlInDays: z.number().int().min(1).max(180).optional(),
  tenantId: z.string().optional(),
  alwaysIssueRefreshToken: z.boolean().optional(),
  rotateRefreshToken: z.boolean().optional(),
  allowTokenExchange: z.boolean().optional(),
  isDeviceFlow: z.boolean().optional(),
  maxAllowedGrants: z.number().int().positive().optional(),
});

/** The body of `POST /applications`. */
export const applicationCreateGuard = z.object({
  name: z.string().min(1).max(256),
  description: z.string().nullable().optional(),
  type: applicationTypeGuard,
  oidcClientMetadata: oidcClientMetadataGuard.optional(),
  customClientMetadata: customClientMetadataGuard.optional(),
  customData: jsonObjectGuard.optional(),
  isThirdParty: z.boolean().optional(),
  protectedAppMetadata: z.object({ subDomain: z.string(), origin: z.string() }).optional(),
});

/** The body of `PATCH /applications/{id}`. */
export const applicationPatchGuard = applicationCreateGuard
  .omit({ type: true, isThirdParty: true, protectedAppMetadata: true })
  .partial()
  .extend({
    appLevelAccessControlEnabled: z.boolean().optional(),
    protectedAppMetadata: z
      .object({
        origin: z.string().optional(),
        sessionDuration: z.number().optional(),
        pageRules: z.object({ path: z.string() }).array().optional(),
        additionalScopes: stringEnum(
          'custom_data',
          'identities',
          'roles',
          'urn:logto:scope:organizations',
          'urn:logto:scope:organization_roles',
        )
          .array()
          .optional(),
      })
      .nullish(),
    isAdmin: z.boolean().optional(),
  });

/** The query of `GET /applications`. */
export const applicationListGuard = z.object({
  types: applicationTypeGuard
    .array()
    .or(applicationTypeGuard.transform((type) => [type]))
    .optional(),
  excludeRoleId: z.string().optional(),
  excludeOrganizationId: z.string().optional(),
  isThirdParty: z.union([z.literal('true'), z.literal('false')]).optional(),
});
