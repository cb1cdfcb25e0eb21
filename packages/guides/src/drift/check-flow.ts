import type { Block, PublishedDocument } from '../published/document.ts';
import type { Claim } from './finding.ts';
import type { Sample } from './samples.ts';

interface Page {
  code: string;
  text: string;
  /** The first line whose code or text matches. */
  lineOf(pattern: RegExp): number;
}

/** What a reader who does all that the page says has to end with. */
interface Expectation {
  samples: string[];
  /** When the page is one that has to care. */
  when: (page: Page) => boolean;
  holds: (page: Page) => boolean;
  at: RegExp;
  claim: string;
  truth: string;
}

const expectations: Expectation[] = [
  {
    samples: ['angular'],
    when: ({ code }) => /\bprovideAuth\(/.test(code),
    holds: ({ code }) => /checkAuth|withAppInitializerAuthCheck|autoLogin\w*Guard/.test(code),
    at: /handle the rest|Handle redirect|provideAuth\(/,
    claim: 'the callback is handled',
    truth:
      'nothing on the page calls checkAuth or adds withAppInitializerAuthCheck(): the code is never exchanged',
  },
  {
    samples: ['angular'],
    when: ({ code, text }) => /localhost:\d+\/callback/.test(code + text),
    holds: ({ code }) => /path:\s*['"]callback['"]/.test(code),
    at: /localhost:\d+\/callback/,
    claim: 'Logto sends the browser to /callback',
    truth: 'the page gives that address no route: Angular’s router reports an error there',
  },
  {
    samples: ['angular'],
    when: ({ code }) => /buildAngularAuthConfig\(/.test(code),
    holds: ({ code }) => /UserScope\.Email|['"]email['"]/.test(code),
    at: /buildAngularAuthConfig\(/,
    claim: 'sign-in by e-mail',
    truth: 'without scopes: [UserScope.Email] the application never learns the address',
  },
  {
    samples: ['angular'],
    when: ({ text, code }) =>
      /see the sign-out button|sign-out button/i.test(text) && /signOut\(\)/.test(code),
    holds: ({ code }) => /@if|\*ngIf/.test(code),
    at: /see the sign-out button/i,
    claim: 'after signing in there is the sign-out button',
    truth: 'the template shows both buttons at all times',
  },
  {
    samples: ['angular'],
    when: ({ text }) => /localStorage/.test(text),
    holds: ({ code }) => /localStorage|DefaultLocalStorageService/.test(code),
    at: /localStorage/,
    claim: 'the tokens are in localStorage',
    truth: 'angular-auth-oidc-client keeps them in sessionStorage unless told otherwise',
  },
  {
    samples: ['angular'],
    when: ({ text }) => /(?:calling\s*)`?\.signOut\(\)/i.test(text),
    holds: ({ code }) => /\.signOut\(/.test(code),
    at: /\.signOut\(\)/,
    claim: '.signOut() of the library',
    truth: 'it is called logoff(); signOut() is the component’s own',
  },
  {
    samples: ['nextjs', 'nextjs-v4'],
    when: ({ code }) => /\bsignOut\(/.test(code),
    holds: ({ code }) => /session\/end|end_session_endpoint/.test(code),
    at: /await signOut\(/,
    claim: 'signed out',
    truth:
      'the session at Logto stays open, and the next sign-in asks for nothing; the sample goes on to Logto’s end-session address',
  },
  {
    samples: ['nextjs', 'nextjs-v4'],
    when: ({ code, text }) => /next-auth|@\/auth/.test(code) && /redirect uri|重定向/i.test(text),
    holds: ({ text }) => /post sign-out redirect|退出登录后重定向/i.test(text),
    at: /redirect uri/i,
    claim: 'the application’s addresses in the Console',
    truth: 'no post sign-out redirect URI: Logto does not send the browser back after signing out',
  },
  {
    samples: ['nextjs', 'nextjs-v4'],
    when: ({ code }) => /offline_access/.test(code),
    holds: ({ code }) => /prompt:\s*['"]consent|prompt=consent/.test(code),
    at: /offline_access/,
    claim: 'scope offline_access',
    truth: 'Logto gives a refresh token only together with prompt=consent',
  },
  {
    samples: ['nextjs-v4'],
    when: ({ code }) => /wellKnown:/.test(code),
    holds: ({ code, text }) => /NEXTAUTH_SECRET|\bsecret:/.test(code + text),
    at: /wellKnown:/,
    claim: 'Next Auth v4 is set up',
    truth: 'without NEXTAUTH_SECRET every page of a production build answers with an error',
  },
  {
    samples: [],
    when: ({ text }) => /Direct ?Mail/i.test(text) && /phone number-based/.test(text),
    holds: () => false,
    at: /phone number-based/,
    claim: 'phone number-based sign-in',
    truth: 'an e-mail connector signs in by e-mail address',
  },
  {
    samples: [],
    when: ({ text }) => /AccessKey/.test(text) && /Create AccessKey|创建 AccessKey/.test(text),
    holds: ({ text }) => /\bRAM\b|访问控制/.test(text),
    at: /Create AccessKey|创建 AccessKey/,
    claim: 'an AccessKey of the account itself',
    truth: 'it may do everything: a RAM user with dm:SingleSendMail alone is enough',
  },
];

/** Whether somebody who does what the page says, and nothing else, ends where the page says. */
export function checkFlow(document: PublishedDocument, samples: Sample[]): Claim[] {
  const page = pageOf(document);
  return expectations
    .filter(
      ({ samples: names }) =>
        names.length === 0 || samples.some(({ name }) => names.includes(name)),
    )
    .filter(({ when }) => when(page))
    .map(({ holds, at, claim, truth }) => {
      const fits = holds(page);
      return {
        line: page.lineOf(at),
        kind: 'flow',
        status: fits ? 'same' : 'different',
        claim,
        truth: fits ? '' : truth,
      };
    });
}

function pageOf({ blocks, sentences }: PublishedDocument): Page {
  const lines = [
    ...blocks.flatMap(({ code, line }: Block) =>
      code.split('\n').map((text, i) => ({ text, line: line + i })),
    ),
    ...sentences,
  ];
  return {
    code: blocks.map(({ code }) => code).join('\n'),
    text: sentences.map(({ text }) => text).join('\n'),
    lineOf: (pattern) => lines.find(({ text }) => pattern.test(text))?.line ?? 1,
  };
}
