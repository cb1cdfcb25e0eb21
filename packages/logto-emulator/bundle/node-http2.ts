/** Stands in for `node:http2`, which the server's libraries load to tell that a request is not of it. */
export class Http2ServerRequest {}
export const constants = {};
