import { ownersOf, type StoredModel } from './stored-model.ts';

/**
 * A model that was left alone for a while, in a string of one byte a character: the number of its pattern,
 * when it ends and when it was used up, and the values for the pattern's gaps.
 */
export type PackedModel = string;

/** So many patterns are remembered; models of others stay as they are. */
const patternLimit = 4096;

/** Where the parts of a packed model begin; times are in base 36. */
const start = { expiresAt: 2, consumedAt: 11, values: 20 };

/** What differs from model to model: ids, times, whose it is, the application's nonce. */
const own =
  /(?<![\w-])[\w-]{43}(?![\w-])|(?<=:)[1-3]\d{9}(?=[,}])|(?<="(?:accountId|grantId|nonce)":")[^"\\]{0,255}/g;

/**
 * Keeps models in a fifth of the memory. The payloads of sign-ins by one application are the same but for
 * a few values: what they share, a pattern with gaps, is kept once.
 */
export class ModelPacker {
  readonly #patterns: string[] = [];
  readonly #numbers = new Map<string, number>();

  /**
   * @param id the model's own: its payload has it once more.
   * @returns `undefined` when there are too many patterns already.
   */
  pack(id: string, { payload, expiresAt, consumedAt }: StoredModel): PackedModel | undefined {
    const values: string[] = [];
    const pattern = payload.replace(jti(id), jti('')).replace(own, (value) => {
      values.push(packValue(value));
      return '\0';
    });
    const number = this.#numberOf(pattern);
    if (number === undefined) {
      return undefined;
    }
    const head =
      String.fromCharCode(number >> 8, number & 255) +
      expiresAt.toString(36).padStart(start.consumedAt - start.expiresAt) +
      (consumedAt?.toString(36) ?? '').padStart(start.values - start.consumedAt);
    return flat(head + values.join(''));
  }

  unpack(kind: string, id: string, packed: PackedModel): StoredModel {
    const pattern = this.#patterns[(packed.charCodeAt(0) << 8) | packed.charCodeAt(1)] ?? '';
    const values = unpackValues(packed.slice(start.values));
    const payload = pattern
      .replace(/\0/g, () => values.next().value ?? '')
      .replace(jti(''), () => jti(id));
    const consumedAt = packed.slice(start.consumedAt, start.values).trim();
    return {
      payload,
      expiresAt: expiryOf(packed),
      ...(consumedAt && { consumedAt: Number.parseInt(consumedAt, 36) }),
      ...ownersOf(kind, JSON.parse(payload)),
    };
  }

  #numberOf(pattern: string): number | undefined {
    const known = this.#numbers.get(pattern);
    if (known !== undefined || this.#patterns.length >= patternLimit) {
      return known;
    }
    this.#numbers.set(pattern, this.#patterns.length);
    return this.#patterns.push(pattern) - 1;
  }
}

/** When a model expires, without unpacking it. */
export function expiryOf(packed: PackedModel): number {
  return Number.parseInt(packed.slice(start.expiresAt, start.consumedAt), 36);
}

/** Whether it is worth unpacking a model to see if it belongs to a grant or an account. */
export function mayBelongTo(packed: PackedModel, owner: string): boolean {
  return packed.includes(packValue(owner));
}

/** An id (43 characters of base64url) in 33 bytes, a time in 4, else at most 255 characters after their number. */
function packValue(value: string): string {
  if (/^[\w-]{43}$/.test(value)) {
    return `i${Buffer.from(`${value}A`, 'base64url').toString('latin1')}`;
  }
  if (/^[1-3]\d{9}$/.test(value)) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(Number(value));
    return `t${bytes.toString('latin1')}`;
  }
  return `s${String.fromCharCode(value.length)}${value}`;
}

function* unpackValues(packed: string): Generator<string> {
  for (let at = 0; at < packed.length; ) {
    const kind = packed[at];
    const begin = at + (kind === 's' ? 2 : 1);
    at = begin + (kind === 'i' ? 33 : kind === 't' ? 4 : packed.charCodeAt(at + 1));
    const value = packed.slice(begin, at);
    if (kind === 's') {
      yield value;
    } else if (kind === 't') {
      yield String(Buffer.from(value, 'latin1').readUInt32BE());
    } else {
      yield Buffer.from(value, 'latin1').toString('base64url').slice(0, 43);
    }
  }
}

/** One piece: strings put together with `+` keep their parts. */
function flat(text: string): string {
  const isOneByte = !/[^\0-\xff]/.test(text);
  return isOneByte ? Buffer.from(text, 'latin1').toString('latin1') : Buffer.from(text).toString();
}

/** A model's own id in its payload. */
function jti(id: string): string {
  return `"jti":"${id}"`;
}
