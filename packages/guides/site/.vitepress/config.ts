import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

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
    resolve: {
      alias: [
        resolved('vue', 'vue/dist/vue.runtime.esm-bundler.js'),
        resolved('vue/server-renderer'),
      ],
    },
  },
  rewrites: { 'en/:page': ':page' },
  // Links to code lead out of the pages, into the repository.
  ignoreDeadLinks: [
    /^https?:\/\/localhost/,
    /^(\.\.\/)+(apps|packages|README|compose)/,
    /\/(apps|packages|compose|README)/,
  ],
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
      themeConfig: {
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
        outline: { label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
      },
    },
  },
  themeConfig: { search: { provider: 'local' } },
  markdown: {
    config: (md) => {
      // Placeholders of mails look like Vue's own.
      md.renderer.rules.code_inline = (tokens, index) =>
        `<code v-pre>${md.utils.escapeHtml(tokens[index]?.content ?? '')}</code>`;
      const { fence } = md.renderer.rules;
      md.renderer.rules.fence = (tokens, index, ...rest) => {
        const [, title] = /title="([^"]+)"/.exec(tokens[index]?.info ?? '') ?? [];
        const block = fence?.(tokens, index, ...rest) ?? '';
        return title ? `<p class="file-name"><code>${title}</code></p>${block}` : block;
      };
    },
  },
});
