/** A redirect as Logto's framework answers it, with the address in the body. */
export function redirectTo(location: string): Response {
  return new Response(`Redirecting to ${location}.`, {
    status: 302,
    headers: { location, 'content-type': 'text/html; charset=utf-8' },
  });
}
