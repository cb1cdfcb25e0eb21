import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { errorPage, problemFrom } from '@/lib/problems';
import { startSignIn } from '@/lib/start-sign-in';

/** Where a guarded page sends visitors, and Auth.js those whose sign-in Logto refused. */
export async function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  const redirectTo = searchParams.get('callbackUrl') ?? '/';
  const error = searchParams.get('error');
  if (error) {
    redirect(errorPage(problemFrom(error), redirectTo));
  }

  // A link asks for data first, and data cannot go on to Logto. No data: Next.js loads this
  // address as a page instead.
  if (request.headers.has('rsc')) {
    return new Response(null);
  }

  return startSignIn({ redirectTo });
}
