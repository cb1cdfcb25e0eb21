import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { User } from '../store/types.ts';
import type { PasswordDigest } from './types.ts';

const derive = promisify(scrypt) as (text: string, salt: Buffer, length: number) => Promise<Buffer>;

const method = 'Scrypt';

/** Hashes a password the way Node can without a library; Logto itself takes Argon2i. */
export async function hashPassword(password: string): Promise<PasswordDigest> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, 32);
  return {
    passwordEncrypted: `${salt.toString('base64url')}.${hash.toString('base64url')}`,
    passwordEncryptionMethod: method,
  };
}

/** Whether it is the user's password; it takes as long for a user who has none, or does not exist. */
export async function verifyPassword(
  user: Pick<User, 'passwordEncrypted'> | undefined,
  password: string,
): Promise<boolean> {
  const [salt = '', hash = ''] = (user?.passwordEncrypted ?? '.').split('.');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), 32);
  const expected = Buffer.from(hash, 'base64url');
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}
