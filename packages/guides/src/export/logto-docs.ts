import { type Language, languages, type Repository } from '../repository.ts';
import { chapters } from './chapters.ts';
import { tabsImport, toMdx } from './mdx.ts';

/** Files for another repository: path there, and text. */
export type Files = Map<string, string>;

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
 * The fragments of Logto's documentation repository that its quick starts and tutorials are put together from,
 * at their places there. Which chapter of a page is which fragment, this file knows and nothing else.
 */
export function logtoDocs(repository: Repository): Files {
  const files: Files = new Map();
  for (const language of languages) {
    const root = roots[language];
    const page = (name: string) => ({
      text: repository.read(`docs/${language}/${name}.md`) ?? '',
      english: repository.read(`docs/en/${name}.md`) ?? '',
    });
    const part = (name: string, from: number, to?: number, deeper = 1) => {
      const { text, english } = page(name);
      return toMdx(chapters(text, from, to), {
        english: chapters(english, from, to),
        link,
        deeper,
      });
    };
    const { v5, v4, built, sample } = words[language];
    const { dependencies: angular } = manifest(repository, 'apps/angular');
    const { dependencies: nextjs } = manifest(repository, 'apps/nextjs');
    const quickStarts = `${root}/quick-starts/framework`;

    files.set(
      `${quickStarts}/angular/_guide-tip.md`,
      tip([
        `${built} Angular ${major(angular['@angular/core'])}, angular-auth-oidc-client ${major(angular['angular-auth-oidc-client'])}.`,
        sample,
      ]),
    );
    files.set(`${quickStarts}/angular/_installation.mdx`, part('angular', 2, 3));
    files.set(`${quickStarts}/angular/_integration.mdx`, part('angular', 3, 6));
    files.set(`${quickStarts}/angular/_get-user-information.mdx`, part('angular', 7, 9));

    files.set(
      `${quickStarts}/next-auth/_guide-tip.mdx`,
      tip([`${built} Next.js ${major(nextjs.next)}.`, sample]),
    );
    files.set(`${quickStarts}/next-auth/_installation.mdx`, part('nextjs', 2, 3));
    const tab = (value: string, label: string, content: string) =>
      `<TabItem value="${value}" label="${label}">\n\n${content.replace(`${tabsImport}\n`, '').trim()}\n\n</TabItem>`;
    const v4Ids = part('nextjs-v4', 3, 6).replace(/\\\{#([\w-]+)\}/g, '\\{#$1-v4}');
    files.set(
      `${quickStarts}/next-auth/_integration.mdx`,
      `${tabsImport}\n${part('nextjs', 3, 4)}\n<Tabs>\n\n${tab('v5', v5, part('nextjs', 4, 6))}\n\n${tab('v4', v4, `${install(repository)}\n\n${v4Ids}`)}\n\n</Tabs>\n`,
    );
    files.set(`${quickStarts}/next-auth/_get-user-information.mdx`, part('nextjs', 7, 9));

    files.set(
      `${root}/integrations/email/aliyun-dm/_integration.mdx`,
      `${part('aliyun', 1, undefined, 0)}\n${part('connector', 3, undefined, 0)}`,
    );
    for (const name of ['angular', 'next-auth']) {
      files.set(
        `${quickStarts}/${name}/_for-tutorial.mdx`,
        forTutorial(name === 'angular' ? 'md' : 'mdx'),
      );
    }
  }
  return new Map([...files].map(([path, text]) => [path, `${text.trimEnd()}\n`]));
}

/** Where a page of ours is in Logto's documentation; what is not there is named without a link. */
function link(url: string): string | undefined {
  const [path = '', anchor] = url.split('#');
  const known: Record<string, string> = {
    'aliyun.md': '/integrations/aliyun-dm',
    'connector.md': '/integrations/aliyun-dm',
    'angular.md': '/quick-starts/angular',
    'nextjs.md': '/quick-starts/next-auth',
    'nextjs-v4.md': '/quick-starts/next-auth',
  };
  const target = path === '' ? '' : known[path];
  return target === undefined ? undefined : `${target}${anchor ? `#${anchor}` : ''}`;
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

function manifest(
  repository: Repository,
  folder: string,
): { dependencies: Record<string, string> } {
  return JSON.parse(repository.read(`${folder}/package.json`) ?? '{}');
}

function major(range = ''): string {
  return /\d+/.exec(range)?.[0] ?? '';
}
