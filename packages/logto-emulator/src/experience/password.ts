import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { User } from '../store/types.ts';
import type { PasswordDigest } from './types.ts';

const derive = promisify(scrypt) as (text: string, salt: Buffer, length: number) => Promise<Buffer>;

const method = 'Scrypt';

/** Hashes that users may be brought along with, by Logto's name and by OpenSSL's; hexadecimal. */
const imported: Record<string, string> = { MD5: 'md5', SHA1: 'sha1', SHA256: 'sha256' };

/** Whether a password whose hash was made elsewhere by this method can be verified here. */
export function isImportable(passwordEncryptionMethod: string): boolean {
  return passwordEncryptionMethod in imported;
}

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
  user: Pick<User, 'passwordEncrypted' | 'passwordEncryptionMethod'> | undefined,
  password: string,
): Promise<boolean> {
  const algorithm = imported[user?.passwordEncryptionMethod ?? ''];
  if (user && algorithm) {
    const expected = Buffer.from(user.passwordEncrypted ?? '', 'hex');
    const actual = createHash(algorithm).update(password).digest();
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  }
  const [salt = '', hash = ''] = (user?.passwordEncrypted ?? '.').split('.');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), 32);
  const expected = Buffer.from(hash, 'base64url');
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}
