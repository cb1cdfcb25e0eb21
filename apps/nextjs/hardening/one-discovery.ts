import { customFetch, type NextAuthConfig } from 'next-auth';
import { oncePerProcess } from '@/hardening/once-per-process';

const answers = oncePerProcess('discovery', () => new Map<string, Promise<Response>>());

/** Auth.js asks Logto twice a sign-in how it is set up. With this it asks once. */
export function discoverOnce(providers: NextAuthConfig['providers']): void {
  for (const provider of providers) {
    Object.assign(provider, { [customFetch]: fetchOnce });
  }
}

async function fetchOnce(...args: Parameters<typeof fetch>): Promise<Response> {
  const url = String(args[0]);
  if (!url.endsWith('/.well-known/openid-configuration')) {
    return fetch(...args);
  }
  const answer = answers.get(url) ?? remember(url, fetch(...args));
  return (await answer).clone();
}

function remember(url: string, answer: Promise<Response>): Promise<Response> {
  answers.set(url, answer);
  const forget = () => answers.delete(url);
  answer.then((response) => response.ok || forget(), forget);
  return answer;
}
