import type { OpenIdConfiguration } from 'angular-auth-oidc-client';
import type { Problem } from './problem';

export interface Explanation {
  heading: string;
  /** What a visitor can do. */
  remedy: string;
  /** What a developer can do, where that is something else. */
  forDevelopers?: string;
}

const notSetUp = 'This application is not set up for signing in. Tell whoever runs it.';

/** What is wrong, and what to do about it. */
export function explain(
  problem: Problem,
  { authority, clientId, redirectUrl }: OpenIdConfiguration,
): Explanation {
  switch (problem) {
    case 'unreachable':
      return {
        heading: 'Logto does not answer',
        remedy: 'The sign-in service cannot be reached at the moment. Try again in a little while.',
        forDevelopers: `Nothing answers at ${authority}. Start Logto, or correct the endpoint in public/logto.json, then try again.`,
      };
    case 'access-denied':
      return {
        heading: 'Access denied',
        remedy:
          'Logto did not let you in. Sign in again, or ask whoever runs this application for access.',
      };
    case 'unknown-application':
      return {
        heading: 'Logto does not know this application',
        remedy: notSetUp,
        forDevelopers: `Logto at ${authority} has no application with the ID ${clientId}. Copy the App ID from the Logto Console into public/logto.json.`,
      };
    case 'application-type':
      return {
        heading: 'The application is of another type',
        remedy: notSetUp,
        forDevelopers: `Logto expects a secret of the application ${clientId}, and a browser has none. Create a "Single page app" in the Logto Console and enter its App ID in public/logto.json.`,
      };
    case 'redirect-uri':
      return {
        heading: 'The redirect URI is not registered',
        remedy: notSetUp,
        forDevelopers: `Add ${redirectUrl} to the redirect URIs of this application in the Logto Console; it has to match to the letter.`,
      };
    case 'issuer':
      return {
        heading: 'Logto has another address',
        remedy: notSetUp,
        forDevelopers: `The endpoint in public/logto.json leads to ${authority}, and the Logto there calls itself something else (127.0.0.1 is not localhost). Enter the endpoint as Logto has it.`,
      };
    case 'api-resource':
      return {
        heading: 'Logto does not know the API',
        remedy: notSetUp,
        forDevelopers:
          'Add an API resource with the identifier that public/logto.json names as apiResource in the Logto Console, or take apiResource out.',
      };
    case 'clock':
      return {
        heading: 'The clock of this device is wrong',
        remedy:
          'It is minutes away from that of the sign-in service. Let this device set its clock by itself, then sign in again.',
      };
    case 'session-ended':
      return {
        heading: 'Your session has ended',
        remedy:
          'You were signed out, or the session was too old to be renewed. Sign in again to go on.',
      };
    case 'failed':
      return {
        heading: 'Sign-in did not finish',
        remedy:
          'The answer that came back does not belong to a sign-in that this tab started, or it came too late. Sign in again.',
      };
  }
}
