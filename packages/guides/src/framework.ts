import { quote } from '@dm-kit/regions';
import type { PublishedDocument } from './published/document.ts';
import type { Repository } from './repository.ts';

/** What somebody who reads a page about this framework takes for given. */
export interface Framework {
  /** The guide of this kit that is about the same. */
  guide: 'angular' | 'nextjs' | 'nextjs-v4';
  /** As a reader calls it. */
  title: string;
  /** Where its development server is, unless told. */
  usualPort: number;
  /** Starts the development server. */
  server: string;
  /** Looks for mistakes as the development server does, and says in which line each is. */
  compile: string;
  /** Which type of application to create in the Logto Console. */
  applicationType: 'SPA' | 'Traditional';
  /** Where a file goes whose folder the page does not name. */
  folder: string;
}

const nextjs: Framework = {
  guide: 'nextjs',
  title: 'Next.js',
  usualPort: 3000,
  server: 'npm run dev',
  compile: 'npx next typegen && npx tsc --noEmit --incremental false --pretty false',
  applicationType: 'Traditional',
  folder: '',
};

export const frameworks: readonly Framework[] = [
  {
    guide: 'angular',
    title: 'Angular',
    usualPort: 4200,
    server: 'npm start',
    compile: 'npx ngc -p tsconfig.app.json --noEmit',
    applicationType: 'SPA',
    folder: 'src/app/',
  },
  nextjs,
  { ...nextjs, guide: 'nextjs-v4', title: 'Next.js with Next Auth 4' },
];

/** What a page is about, by what its code imports and installs; a page about both variants of Auth.js by the newer. */
export function frameworkOf({ blocks }: PublishedDocument): Framework | undefined {
  const code = blocks.map((block) => block.code).join('\n');
  const guide = /@angular\/|angular-auth-oidc-client/.test(code)
    ? 'angular'
    : /\bhandlers\b|next-auth@(beta|5)/.test(code)
      ? 'nextjs'
      : /next-auth/.test(code)
        ? 'nextjs-v4'
        : undefined;
  return frameworks.find((framework) => framework.guide === guide);
}

/** The commands that make a new project, as this kit's guide has them. */
export function starterOf(repository: Repository, { guide }: Framework): string[] {
  const folder = guide === 'angular' ? 'angular' : 'nextjs';
  const commands = repository.read(`docs/code/${folder}/commands.sh`) ?? '';
  return (quote(commands, 'create') ?? '').trim().split('\n');
}
