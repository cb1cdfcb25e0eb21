import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { chinese, chineseSearch } from './chinese.ts';
import { fileNames, placeholders, repositoryLinks } from './markdown.ts';
import { tokenize } from './search.ts';

/** The pages are outside this package, and what they become imports Vue. */
function resolved(name: string, module = name) {
  return {
    find: new RegExp(`^${name}$`),
    replacement: fileURLToPath(import.meta.resolve(module)),
  };
}

const names = [
  'angular',
  'nextjs',
  'nextjs-v4',
  'aliyun',
  'connector',
  'hardening',
  'running',
  'going-on',
];

function pages(folder: string, titles: string[]) {
  return names.map((name, index) => ({
    text: titles[index] ?? name,
    link: `${folder}/${name}`,
  }));
}

/** Where the repository is, for example `https://github.com/someone/something`. */
const repository = process.env.SITE_REPOSITORY;

/** The site shows the pages of `docs/` as they are: what `docs:sync` has written, never regions of its own. */
export default defineConfig({
  srcDir: '../../../docs',
  srcExclude: ['code/**', '**/parts/**', 'README.md', 'writing.md'],
  outDir: '../dist/site',
  cacheDir: '../dist/site-cache',
  base: process.env.SITE_BASE ?? '/',
  title: 'Sign in with an e-mail code',
  description: 'Angular and Next.js, Logto, and codes that Aliyun Direct Mail delivers',
  cleanUrls: true,
  vite: {
    plugins: [
      {
        name: 'nothing-prepared',
        // The theme's list of packages to prepare is looked up from the pages, where none is installed.
        configResolved: ({ optimizeDeps }) => {
          optimizeDeps.include = [];
        },
      },
    ],
    resolve: {
      alias: [
        resolved('vue', 'vue/dist/vue.runtime.esm-bundler.js'),
        resolved('vue/server-renderer'),
      ],
    },
  },
  rewrites: { 'en/:page': ':page' },
  // What runs on the reader's machine.
  ignoreDeadLinks: [/^https?:\/\/localhost/],
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      link: '/',
      themeConfig: {
        sidebar: pages('', [
          'Angular',
          'Next.js with Auth.js',
          'Next.js with Next Auth 4',
          'Aliyun Direct Mail',
          'The connector',
          'What production adds',
          'Running it',
          'Going on',
        ]),
      },
    },
    'zh-CN': {
      label: '简体中文',
      lang: 'zh-CN',
      link: '/zh-CN/',
      title: '用邮件验证码登录',
      description: 'Angular 与 Next.js、Logto，以及阿里云邮件推送发送的验证码',
      themeConfig: {
        ...chinese,
        sidebar: pages('/zh-CN', [
          'Angular',
          'Next.js 与 Auth.js',
          'Next.js 与 Next Auth 4',
          '阿里云邮件推送',
          '连接器',
          '生产环境的补充',
          '运行',
          '更进一步',
        ]),
      },
    },
  },
  themeConfig: {
    ...(repository && { socialLinks: [{ icon: 'github', link: repository }] }),
    search: {
      provider: 'local',
      options: { miniSearch: { options: { tokenize } }, locales: { 'zh-CN': chineseSearch } },
    },
  },
  markdown: {
    // GitHub's usual themes are too pale for axe.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => {
      placeholders(md);
      fileNames(md);
      repositoryLinks(md, repository);
    },
  },
});
