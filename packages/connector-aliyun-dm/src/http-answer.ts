import { readChunks } from './chunked-body.ts';

/** An answer that was read to its end. */
export interface HttpAnswer {
  status: number;
  text: string;
  /** Whether the connection may carry another request. */
  reusable: boolean;
}

/** `more`: it is not all there. `invalid`: it never will be HTTP/1.1. */
export type HttpReading = HttpAnswer | 'more' | 'invalid';

const start = /^HTTP\/1\.([01]) (\d{3})(?: [^\r\n]*)?(?:\r\n|$)/;
/** As far as the first line has arrived, it has to look like this. */
const startPrefix = 'HTTP/1.';

function utf8(bytes: string): string {
  return /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;
}

interface Framing {
  lengths: string[];
  encodings: string[];
  close: boolean;
}

/** What the header lines say about where the body ends and what comes after it. */
function readFraming(head: string): Framing {
  const framing: Framing = { lengths: [], encodings: [], close: false };
  for (const [, name = '', value = ''] of head.matchAll(
    /\r\n(content-length|transfer-encoding|connection)[\t ]*:([^\r\n]*)/gi,
  )) {
    const values = value.split(',').map((one) => one.trim().toLowerCase());
    switch (name.toLowerCase()) {
      case 'content-length':
        framing.lengths.push(...values);
        break;
      case 'transfer-encoding':
        framing.encodings.push(...values);
        break;
      default:
        framing.close ||= values.includes('close');
    }
  }
  return framing;
}

/**
 * Reads one HTTP/1.1 answer to a POST out of what has arrived (RFC 9112).
 *
 * It is strict: what two readers could understand in two ways is invalid.
 *
 * @param bytes everything since the request was written, a character for each byte (latin1)
 * @param closed whether the other side has closed the connection, so that nothing follows
 */
export function readHttpAnswer(bytes: string, closed: boolean): HttpReading {
  if (!bytes.startsWith(startPrefix) && !startPrefix.startsWith(bytes)) {
    return 'invalid';
  }
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) {
    return 'more';
  }
  const head = bytes.slice(0, headEnd);
  const [, minor, digits] = start.exec(head) ?? [];
  if (digits === undefined) {
    return 'invalid';
  }
  const status = Number(digits);
  const bodyStart = headEnd + 4;
  if (status < 200) {
    // An interim answer; the one that counts follows. Nothing was asked that 101 would answer.
    return status === 101 ? 'invalid' : readHttpAnswer(bytes.slice(bodyStart), closed);
  }
  const { lengths, encodings, close } = readFraming(head);
  const keeps = minor === '1' && !close;
  if (encodings.length > 0) {
    if (lengths.length > 0 || encodings.length > 1 || encodings[0] !== 'chunked') {
      return 'invalid';
    }
    const chunks = readChunks(bytes, bodyStart);
    if (typeof chunks === 'string') {
      return chunks;
    }
    return { status, text: utf8(chunks.body), reusable: keeps && chunks.end === bytes.length };
  }
  const [length] = lengths;
  if (length !== undefined) {
    if (lengths.some((other) => other !== length) || !/^\d{1,15}$/.test(length)) {
      return 'invalid';
    }
    const end = bodyStart + Number(length);
    if (bytes.length < end) {
      return 'more';
    }
    return {
      status,
      text: utf8(bytes.slice(bodyStart, end)),
      reusable: keeps && end === bytes.length,
    };
  }
  if (status === 204 || status === 304) {
    return { status, text: '', reusable: keeps && bodyStart === bytes.length };
  }
  // No length: the body ends with the connection.
  return closed ? { status, text: utf8(bytes.slice(bodyStart)), reusable: false } : 'more';
}
