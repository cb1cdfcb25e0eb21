/** Files by their paths below some root, with slashes: text, or an image's bytes. */
export type Files = Map<string, string | Buffer>;
