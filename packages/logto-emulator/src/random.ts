import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const lowercase = '0123456789abcdefghijklmnopqrstuvwxyz';
const mixed = `${lowercase}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
const blockSize = 16;

/** How far into its stream a source has read; with the seed it says everything about the source. */
export interface RandomState {
  seed: string;
  position: number;
}

/**
 * Random numbers out of a seed: the key stream of AES-256 in counter mode, keyed by the seed's hash.
 * One seed gives one sequence of ids, secrets and codes; without the seed nobody can tell the next.
 */
export class Random {
  readonly seed: string;
  #position = 0;
  #key: Buffer;

  constructor(seed = randomBytes(32).toString('base64url')) {
    this.seed = seed;
    this.#key = createHash('sha256').update(this.seed).digest();
  }

  get state(): RandomState {
    return { seed: this.seed, position: this.#position };
  }

  /** Goes on where the source of an earlier run stopped. */
  resume(position: number): void {
    this.#position = Math.max(this.#position, position);
  }

  bytes(length: number): Buffer {
    const counter = Buffer.alloc(blockSize);
    counter.writeBigUInt64BE(BigInt(this.#position), 8);
    this.#position += Math.ceil(length / blockSize);
    return createCipheriv('aes-256-ctr', this.#key, counter).update(Buffer.alloc(length));
  }

  /** So many characters of the alphabet, each as likely as the other (bytes beyond are thrown away). */
  text(alphabet: string, length: number): string {
    const limit = 256 - (256 % alphabet.length);
    let result = '';
    while (result.length < length) {
      for (const byte of this.bytes(length * 2)) {
        if (byte < limit && result.length < length) {
          result += alphabet[byte % alphabet.length];
        }
      }
    }
    return result;
  }

  /** An id like Logto's: 21 characters, digits and lower-case letters. */
  id(): string {
    return this.text(lowercase, 21);
  }

  /** A short id like that of a Logto user or connector: 12 characters. */
  shortId(): string {
    return this.text(lowercase, 12);
  }

  /** A client secret like Logto's: 32 characters, upper case included. */
  secret(): string {
    return this.text(mixed, 32);
  }

  /** A verification code: six digits. */
  code(): string {
    return this.text('0123456789', 6);
  }
}
