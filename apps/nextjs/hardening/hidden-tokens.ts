import type { NextRequest } from 'next/server';
import type { NextAuthResult } from 'next-auth';

/** Answers the browser's question for the session without Logto's tokens, which are for the server. */
export function hideTokens({ GET, POST }: NextAuthResult['handlers']): NextAuthResult['handlers'] {
  async function hiding(request: NextRequest): Promise<Response> {
    const response = await GET(request);
    if (!request.nextUrl.pathname.endsWith('/session')) {
      return response;
    }
    const session = await response.json();
    const shown = session && { user: session.user, expires: session.expires };
    return Response.json(shown, response);
  }
  return { GET: hiding, POST };
}
