import { Suspense } from 'react';
import ProblemAlert from '@/components/problem-alert';
import type { Tokens } from '@/lib/tokens';
import { checkAccessToken } from '@/lib/userinfo';

const time = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'long',
  timeZone: 'UTC',
});

export default function AccessToken({ tokens }: { tokens: Tokens }) {
  const expires = new Date(tokens.expiresAt);
  return (
    <section className="card">
      <h2>Access token</h2>
      <dl>
        <dt>Expires</dt>
        <dd>
          <time dateTime={expires.toISOString()}>{time.format(expires)}</time>
        </dd>
      </dl>
      <Suspense
        fallback={
          <p role="status" className="status busy">
            Asking Logto…
          </p>
        }
      >
        <Verdict tokens={tokens} />
      </Suspense>
    </section>
  );
}

async function Verdict({ tokens }: { tokens: Tokens }) {
  const problem = await checkAccessToken(tokens);
  if (problem) {
    return <ProblemAlert problem={problem} path="/profile" />;
  }
  return (
    <p role="status" className="status">
      Logto accepts the access token
    </p>
  );
}
