import type { NextRequest } from 'next/server';

/**
 * Whether a followed `<Link>` asks for the data of a page, without leaving the one that is shown. Such a
 * request cannot go on to Logto: a redirect to another origin fails, after it began a sign-in.
 */
export function isFollowedLink({ headers }: NextRequest): boolean {
  // The proxy does not see the header `rsc`, and not every browser sends the other one.
  return headers.has('rsc') || headers.get('sec-fetch-dest') === 'empty';
}

/** No data: Next.js then loads the address as a page of its own. */
export function loadAsPage(): Response {
  return new Response(null);
}
