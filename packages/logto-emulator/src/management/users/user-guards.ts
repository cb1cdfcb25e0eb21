import { z } from 'zod';
import { jsonObjectGuard, stringEnum } from '../common/guards.ts';

const addressGuard = z.object({
  formatted: z.string().optional(),
  streetAddress: z.string().optional(),
  locality: z.string().optional(),
  region: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
});

/** A user's profile: the claims of OpenID Connect that are not columns of their own. */
export const userProfileGuard = z
  .object({
    familyName: z.string(),
    givenName: z.string(),
    middleName: z.string(),
    nickname: z.string(),
    preferredUsername: z.string(),
    profile: z.string(),
    website: z.string(),
    gender: z.string(),
    birthdate: z.string(),
    zoneinfo: z.string(),
    locale: z.string(),
    address: addressGuard,
  })
  .partial();

const username = z.string().regex(/^[A-Z_a-z]\w*$/);
const email = z.string().regex(/^\S+@\S+\.\S+$/);
const phone = z.string().regex(/^\d+$/);
const empty = z.literal('');

/** The body of `POST /users`. */
export const userCreateGuard = z
  .object({
    primaryPhone: phone,
    primaryEmail: email,
    username,
    password: z.string().min(1),
    passwordDigest: z.string().max(256),
    passwordAlgorithm: stringEnum(
      'Argon2i',
      'Argon2id',
      'Argon2d',
      'SHA1',
      'SHA256',
      'MD5',
      'Bcrypt',
      'Legacy',
    ),
    name: z.string(),
    avatar: z.string().url().or(empty).nullable(),
    customData: jsonObjectGuard,
    profile: userProfileGuard,
  })
  .partial();

/** The body of `PATCH /users/{userId}`. */
export const userPatchGuard = z
  .object({
    username: username.or(empty).nullable(),
    primaryEmail: email.or(empty).nullable(),
    primaryPhone: phone.or(empty).nullable(),
    name: z.string().or(empty).nullable(),
    avatar: z.string().url().or(empty).nullable(),
    customData: jsonObjectGuard,
    profile: userProfileGuard,
  })
  .partial();
