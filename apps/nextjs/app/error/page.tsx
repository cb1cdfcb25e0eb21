import type { Metadata } from 'next';
import Frame from '@/components/frame';
import ProblemAlert from '@/components/problem-alert';
import { currentSession } from '@/lib/current-session';
import { problemFrom } from '@/lib/problems';

export const metadata: Metadata = { title: 'Problem' };

export default async function ErrorPage({ searchParams }: PageProps<'/error'>) {
  const { error, callbackUrl } = await searchParams;
  const path = typeof callbackUrl === 'string' ? callbackUrl : '/';
  return (
    <Frame session={await currentSession()}>
      <h1 className="unseen">Something is wrong</h1>
      <ProblemAlert problem={problemFrom(error)} path={path} />
    </Frame>
  );
}
