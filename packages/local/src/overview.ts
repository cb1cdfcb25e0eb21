import type { Message } from '@dm-kit/direct-mail-emulator';
import type { ApplicationConfig, Placeholders } from '@dm-kit/provision';
import type { Local } from './start-local.ts';

/** What `--json` prints when all is ready. It holds secrets: of emulators, which have no others. */
export function readyLine({ url, inbox, management }: Local, application: Placeholders): string {
  return JSON.stringify({ event: 'ready', url, inbox, management, application });
}

/** The same for a person. @param written what became of the settings file */
export function table(
  { url, inbox, management }: Local,
  { name, start }: ApplicationConfig,
  { issuer, appId, appSecret, url: applicationUrl }: Placeholders,
  written: string | undefined,
): string {
  const rows: [string, string | undefined][] = [
    ['Logto endpoint', url],
    ['Issuer', issuer],
    ['App ID', appId],
    ['App secret', appSecret],
    ['Settings', written],
    ['Inbox', inbox],
    ['Management API', `client ${management.appId}, secret ${management.appSecret},`],
    ['', `resource ${management.resource}`],
  ];
  const lines = rows.flatMap(([what, value]) =>
    value === undefined ? [] : [`    ${what.padEnd(18)}${value}`],
  );
  const next = start ? `Starting ${name}: ${applicationUrl}` : `${name} can sign in now.`;
  return `
${lines.join('\n')}

  ${next}
  Each code is shown here as its mail arrives. Ctrl-C ends everything.
`;
}

/** A mail as one line, with its code. */
export function describeMail({ to, subject, code }: Message): string {
  return `  ✉ ${to.join(', ')}: ${subject}${code ? `  →  ${code}` : ''}`;
}
