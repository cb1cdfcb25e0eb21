/**
 * Encodes a form body in the order of the entries; `undefined` values are left out. A lone surrogate,
 * which has no UTF-8 form, becomes U+FFFD instead of a thrown `URIError`.
 *
 * The signature covers a hash of the body as it is sent, so that any correct encoding will do; the
 * one of version 1 had to be RFC 3986 to the letter.
 *
 * @param parameters names have to be made of unreserved characters, as those of the service are
 */
export function formEncode(parameters: Readonly<Record<string, string | undefined>>): string {
  let form = '';
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) {
      form += `${form && '&'}${name}=${encodeURIComponent(value.toWellFormed())}`;
    }
  }
  return form;
}
