// #region hardening: problems
import type { Metadata } from 'next';
import ProblemAlert from '@/hardening/problems/problem-alert';

export const metadata: Metadata = { title: 'Problem' };

/** Where everything that went wrong ends: `/problem?error=SessionEnded&callbackUrl=/profile`. */
export default async function Problem({ searchParams }: PageProps<'/problem'>) {
  const { error, callbackUrl } = await searchParams;
  const path = typeof callbackUrl === 'string' ? callbackUrl : '/';
  return (
    <>
      <h1 className="unseen">Something is wrong</h1>
      <ProblemAlert problem={String(error)} path={path} />
    </>
  );
}
// #endregion
