import { connection } from 'next/server';
import type { Session } from 'next-auth';
import { auth } from '@/auth';
import { missingSettings } from '@/lib/settings';

/** Who is signed in; without its settings, the application knows nobody. */
export async function currentSession(): Promise<Session | null> {
  // The settings are those of the server that runs, not of the machine that built it.
  await connection();
  return missingSettings().length > 0 ? null : auth();
}
