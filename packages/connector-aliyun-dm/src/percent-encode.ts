/**
 * Percent-encodes by RFC 3986: all but `A-Za-z0-9-_.~` becomes `%XX` of its UTF-8 bytes.
 *
 * A lone surrogate, which has no UTF-8 form, becomes U+FFFD instead of a thrown `URIError`.
 */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Encodes a form body in the order of the entries; `undefined` values are left out.
 *
 * @param parameters names have to be made of unreserved characters, as those of the service are
 */
export const formEncode = (parameters: Readonly<Record<string, string | undefined>>): string => {
  let form = '';
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) {
      form += `${form && '&'}${name}=${percentEncode(value)}`;
    }
  }
  return form;
};
