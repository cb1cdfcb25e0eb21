/** Characters of the line that gives a chunk's size, extensions included. */
const maxSizeLine = 1024;

/**
 * Joins the chunks of a chunked body (RFC 9112, 7.1); trailers are skipped.
 *
 * @param bytes a character for each byte (latin1)
 * @param from where the body begins
 * @returns the body and where it ends; `more` as long as it is not all there
 */
export function readChunks(
  bytes: string,
  from: number,
): { body: string; end: number } | 'more' | 'invalid' {
  let body = '';
  for (let at = from; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) {
      return bytes.length - at > maxSizeLine ? 'invalid' : 'more';
    }
    const [, digits] = /^([\da-f]{1,8})[\t ]*(?:;.*)?$/i.exec(bytes.slice(at, lineEnd)) ?? [];
    if (digits === undefined) {
      return 'invalid';
    }
    const size = Number.parseInt(digits, 16);
    const dataEnd = lineEnd + 2 + size;
    if (size === 0) {
      // The last chunk: an empty line ends it, after trailers or at once.
      const end = bytes.startsWith('\r\n', dataEnd)
        ? dataEnd
        : bytes.indexOf('\r\n\r\n', dataEnd) + 2;
      return end < dataEnd || bytes.length < end + 2 ? 'more' : { body, end: end + 2 };
    }
    if (bytes.length < dataEnd + 2) {
      return 'more';
    }
    if (!bytes.startsWith('\r\n', dataEnd)) {
      return 'invalid';
    }
    body += bytes.slice(lineEnd + 2, dataEnd);
    at = dataEnd + 2;
  }
}
