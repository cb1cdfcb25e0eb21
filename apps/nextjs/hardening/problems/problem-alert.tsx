import { signIn } from '@/auth';
import SignOut from '@/components/sign-out';

interface Explanation {
  title: string;
  /** For whoever reads the page. */
  remedy: string;
  /** For whoever runs this application; shown in development only. */
  hint?: string;
}

const notSetUp = 'This application is not set up for signing in. Tell whoever runs it.';

/** `OAuthCallbackError`, `AccessDenied` and `Configuration` are names that Auth.js gives. */
function explanations(): Record<string, Explanation> {
  const { AUTH_LOGTO_ISSUER, AUTH_LOGTO_ID, AUTH_URL } = process.env;
  const accessDenied = {
    title: 'Access denied',
    remedy:
      'Logto did not let you in. Sign in again, or ask whoever runs this application for access.',
  };
  return {
    LogtoDoesNotAnswer: {
      title: 'Logto does not answer',
      remedy: 'The sign-in service cannot be reached at the moment. Try again in a little while.',
      hint: `Nothing answers as Logto at ${AUTH_LOGTO_ISSUER}. Start Logto, or correct AUTH_LOGTO_ISSUER in .env.local.`,
    },
    SignedOutHereOnly: {
      title: 'Logto does not answer',
      remedy:
        'You are signed out of this application, but not of the sign-in service, which cannot be reached at the moment. Try again in a little while.',
    },
    AccessDenied: accessDenied,
    OAuthCallbackError: accessDenied,
    UnknownApplication: {
      title: 'Logto does not know this application',
      remedy: notSetUp,
      hint: `Logto at ${AUTH_LOGTO_ISSUER} has no application with the ID ${AUTH_LOGTO_ID} and this secret. Copy the App ID and the App Secret from the Logto Console into AUTH_LOGTO_ID and AUTH_LOGTO_SECRET in .env.local.`,
    },
    RedirectUriNotRegistered: {
      title: 'The redirect URI is not registered',
      remedy: notSetUp,
      hint: `Add ${AUTH_URL}/api/auth/callback/logto to the redirect URIs of this application in the Logto Console; it has to match to the letter.`,
    },
    SessionEnded: {
      title: 'Your session has ended',
      remedy:
        'You were signed out, or the session was too old to be renewed. Sign in again to go on.',
    },
    Configuration: {
      title: 'Sign-in did not finish',
      remedy: 'It took too long, or another tab began one too. Sign in again.',
      hint: 'If it fails again, the server’s log says why.',
    },
  };
}

/** What the name of a problem in the address bar means to the visitor. */
export function explain(name: string): Explanation {
  const known = explanations();
  const fallback = known.Configuration as Explanation;
  return Object.hasOwn(known, name) ? (known[name] ?? fallback) : fallback;
}

interface Props {
  problem: string;
  /** Where a new sign-in leads to: a path of this application. */
  path?: string | undefined;
}

/** What went wrong, what to do about it, and a button that tries again. */
export default function ProblemAlert({ problem, path = '/' }: Props) {
  const { title, remedy, hint } = explain(problem);
  return (
    <section role="alert" className="alert">
      <h2>{title}</h2>
      <p>{remedy}</p>
      {hint && process.env.NODE_ENV === 'development' && <p>{hint}</p>}
      {problem === 'SignedOutHereOnly' ? (
        <SignOut />
      ) : (
        <form
          action={async () => {
            'use server';
            await signIn('logto', { redirectTo: path });
          }}
        >
          <button type="submit">Try again</button>
        </form>
      )}
    </section>
  );
}
