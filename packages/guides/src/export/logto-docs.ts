import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages, type Repository } from '../repository.ts';
import { chapters, type Page, pageOf, withoutHeading } from './chapters.ts';
import type { Files } from './files.ts';
import { connectorReadme, quickStartReadme } from './logto-readmes.ts';
import { englishId, tabsImport, toMdx } from './mdx.ts';

const roots: Record<Language, string> = {
  en: 'docs',
  'zh-CN': 'i18n/zh-CN/docusaurus-plugin-content-docs/current',
};

const words = {
  en: {
    v5: 'Auth.js v5',
    v4: 'Next Auth v4',
    built: 'Written for',
    sample: 'The code is that of a sample which is built and tested with every change.',
  },
  'zh-CN': {
    v5: 'Auth.js v5',
    v4: 'Next Auth v4',
    built: '适用于',
    sample: '代码来自示例，每次改动都会构建并测试。',
  },
};

/**
 * The files of Logto's documentation repository that its quick starts and tutorials are put together from, at their
 * places there. Which chapter of a page is which fragment, this file knows and nothing else.
 *
 * @throws when a page has lost a chapter.
 */
export function logtoDocs(repository: Repository): Files {
  const files: Files = new Map();
  for (const language of languages) {
    for (const [path, text] of filesOf(repository, language)) {
      files.set(`${roots[language]}/${path}`, `${text.trimEnd()}\n`);
      for (const [, name = ''] of text.matchAll(
        /\(@site\/docs\/quick-starts\/assets\/([^)]+)\)/g,
      )) {
        files.set(
          `docs/quick-starts/assets/${name}`,
          readFileSync(join(repository.root, 'docs/images', name)),
        );
      }
    }
  }
  return files;
}

function filesOf(repository: Repository, language: Language): Map<string, string> {
  const page = (name: string) => pageOf(repository, language, name);
  const link = (url: string) => addressOf(page, url);
  const mdx = ({ text, english }: Page, deeper = 1) =>
    toMdx(text, { english, link, image, deeper });
  const part = (name: string, ...titles: string[]) => mdx(chapters(page(name), titles));
  const body = (name: string, title: string) => mdx(withoutHeading(chapters(page(name), [title])));
  const { v5, v4, built, sample } = words[language];
  const { dependencies: angular } = manifest(repository, 'apps/angular');
  const { dependencies: nextjs } = manifest(repository, 'apps/nextjs');
  const tab = (value: string, label: string, content: string) =>
    `<TabItem value="${value}" label="${label}">\n\n${content.replace(`${tabsImport}\n`, '').trim()}\n\n</TabItem>`;
  const variant5 = part('nextjs', 'Set Auth.js up', 'Add the buttons');
  // Both variants are on one page, where an id stands once.
  const variant4 = part(
    'nextjs-v4',
    'Register it in Logto',
    'Set Next Auth up',
    'Add the buttons',
  ).replace(/\\\{#([\w-]+)\}/g, '\\{#$1-v4}');
  const aliyun = chapters(page('aliyun'), [
    'The account',
    'Domain and DNS',
    'Sender address',
    'Tag',
    'A key that may send mail, and nothing else',
    'Quotas',
  ]);
  const connector = chapters(page('connector'), [
    'Settings',
    'Templates',
    'Enable it',
    'Test it',
    'When no mail arrives',
  ]);

  return new Map([
    ...folder('quick-starts/framework/angular', {
      'README.mdx': quickStartReadme('angular', language, body('angular', 'What you need')),
      '_guide-tip.md': tip([
        `${built} Angular ${major(angular['@angular/core'])}, angular-auth-oidc-client ${major(angular['angular-auth-oidc-client'])}.`,
        sample,
      ]),
      '_installation.mdx': part('angular', 'Create the application'),
      '_integration.mdx': part(
        'angular',
        'Register it in Logto',
        'Configure the library',
        'Show who is signed in',
      ),
      '_get-user-information.mdx': part('angular', 'Use the session', 'Sign out'),
      '_api-resources.mdx': body('going-on', 'An API of your own'),
      '_for-tutorial.mdx': forTutorial('md'),
    }),
    ...folder('quick-starts/framework/next-auth', {
      'README.mdx': quickStartReadme('next-auth', language, body('nextjs', 'What you need')),
      '_guide-tip.mdx': tip([`${built} Next.js ${major(nextjs.next)}.`, sample]),
      '_installation.mdx': part('nextjs', 'Create the application'),
      '_integration.mdx': `${tabsImport}\n${part('nextjs', 'Register it in Logto')}\n<Tabs>\n\n${tab('v5', v5, variant5)}\n\n${tab('v4', v4, `${install(repository)}\n\n${variant4}`)}\n\n</Tabs>\n`,
      '_get-user-information.mdx': part('nextjs', 'Use the session', 'Sign out'),
      '_for-tutorial.mdx': forTutorial('mdx'),
    }),
    ...folder('integrations/email/aliyun-dm', {
      'README.mdx': connectorReadme(language),
      '_integration.mdx': `${mdx(aliyun, 0)}\n${mdx(connector, 0)}`,
    }),
  ]);
}

function folder(path: string, files: Record<string, string>): [string, string][] {
  return Object.entries(files).map(([name, text]) => [`${path}/${name}`, text]);
}

/** Where a page of ours is in Logto's documentation; what is not there is named without a link. */
function addressOf(page: (name: string) => Page, url: string): string | undefined {
  const [path = '', anchor] = url.split('#');
  const known: Record<string, string> = {
    'aliyun.md': '/integrations/aliyun-dm',
    'connector.md': '/integrations/aliyun-dm',
    'angular.md': '/quick-starts/angular',
    'nextjs.md': '/quick-starts/next-auth',
    'nextjs-v4.md': '/quick-starts/next-auth',
  };
  const target = known[path];
  const name = path.replace(/\.md$/, '');
  return target && (anchor ? `${target}#${englishId(page(name), anchor)}` : target);
}

function image(name: string): string {
  return `@site/docs/quick-starts/assets/${name}`;
}

function forTutorial(tipExtension: string): string {
  return `import GuideTip from './_guide-tip.${tipExtension}';
import Installation from './_installation.mdx';
import Integration from './_integration.mdx';

<GuideTip />

<Installation />

<Integration />
`;
}

function install(repository: Repository): string {
  const command = repository.read('docs/code/nextjs-v4/commands.sh')?.split('\n')[1] ?? '';
  return `\`\`\`bash\n${command}\n\`\`\``;
}

function tip(lines: string[]): string {
  return `:::tip\n\n${lines.map((line) => `- ${line}`).join('\n')}\n\n:::\n`;
}

function manifest(repository: Repository, path: string): { dependencies: Record<string, string> } {
  return JSON.parse(repository.read(`${path}/package.json`) ?? '{}');
}

function major(range = ''): string {
  return /\d+/.exec(range)?.[0] ?? '';
}
