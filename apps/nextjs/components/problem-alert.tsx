import SignIn from '@/components/sign-in';
import SignOut from '@/components/sign-out';
import { explain, type Problem } from '@/lib/problems';

/** What went wrong, what to do about it, and a button that tries again. */
export default function ProblemAlert({ problem, path }: { problem: Problem; path?: string }) {
  const { title, remedy } = explain(problem);
  return (
    <section role="alert" className="alert">
      <h2>{title}</h2>
      <p>{remedy}</p>
      {problem === 'SignedOutHereOnly' ? (
        <SignOut>Try again</SignOut>
      ) : (
        <SignIn redirectTo={path}>Try again</SignIn>
      )}
    </section>
  );
}
