import type { Language } from '../repository.ts';

interface QuickStart {
  /** What Logto's generator of tutorials and its list of quick starts read. */
  frontMatter: Record<string, string>;
  logo?: string;
  description: Record<Language, string>;
  title: Record<Language, string>;
  userInformation: string;
  /** The chapter on APIs: its imports, and its text. */
  apiResources: { imports: string; text: Record<Language, string> };
}

/** The two quick starts, under the titles and with the front matter and the ids of Logto's documentation. */
const quickStarts: Record<'angular' | 'next-auth', QuickStart> = {
  angular: {
    frontMatter: {
      language: 'js',
      official_link: 'https://angular.dev',
      app_type: 'Single page app',
      framework: 'Angular',
    },
    description: {
      en: 'Angular is a framework for building web applications.',
      'zh-CN': 'Angular 是用于构建 Web 应用的框架。',
    },
    title: {
      en: 'Add authentication to your Angular application',
      'zh-CN': '为你的 Angular 应用添加认证 (Authentication)',
    },
    userInformation: 'get-user-information',
    apiResources: {
      imports: "import ApiResources from './_api-resources.mdx';\n",
      text: { en: '<ApiResources />\n', 'zh-CN': '<ApiResources />\n' },
    },
  },
  'next-auth': {
    frontMatter: {
      language: 'js',
      official_link: 'https://authjs.dev/',
      app_type: 'Traditional web',
      framework: 'Auth.js (Next Auth)',
    },
    logo: 'next-auth.svg',
    description: {
      en: 'Authentication for Next.js.',
      'zh-CN': 'Next.js 的认证 (Authentication)。',
    },
    title: {
      en: 'Add authentication to your Auth.js (Next Auth) application',
      'zh-CN': '为你的 Auth.js (Next Auth) 应用添加认证 (Authentication)',
    },
    userInformation: 'fetch-user-information',
    // Logto's own, which say what holds for this application too.
    apiResources: {
      imports: `import ApiResourcesDescription from '../../fragments/_api-resources-description.md';
import ConfigApiResources from './api-resources/_config-api-resources.mdx';
import FetchAccessTokenForApiResources from './api-resources/_fetch-access-token-for-api-resources.mdx';
import FetchOrganizationTokenForUser from './api-resources/_fetch-organization-token-for-user.mdx';
`,
      text: {
        en: authJsApis([
          'Configure Logto provider',
          'Fetch access token for the API resource',
          'Fetch organization tokens',
        ]),
        'zh-CN': authJsApis(['配置 Logto provider', '获取 API 资源的访问令牌', '获取组织令牌']),
      },
    },
  },
};

const headings: Record<Language, Record<string, string>> = {
  en: {
    prerequisites: 'Prerequisites',
    installation: 'Installation',
    integration: 'Integration',
    user: 'Get user information',
    apis: 'API resources',
    more: 'Further readings',
  },
  'zh-CN': {
    prerequisites: '前提条件',
    installation: '安装',
    integration: '集成',
    user: '获取用户信息',
    apis: 'API 资源',
    more: '延伸阅读',
  },
};

const connector = {
  en: {
    description: 'Aliyun provides cloud computing services to online businesses.',
    title: 'Set up email verification with Aliyun Direct Mail',
    intro: 'Logto mails its codes through Aliyun Direct Mail once this connector is set up.',
  },
  'zh-CN': {
    description: '阿里云为在线业务提供云计算服务。',
    title: '使用 Aliyun Direct Mail 设置邮箱验证',
    intro: '设置好此连接器后，Logto 通过阿里云邮件推送发送验证码。',
  },
};

/** A quick start's page, put together from its fragments. */
export function quickStartReadme(
  name: keyof typeof quickStarts,
  language: Language,
  prerequisites: string,
): string {
  const { frontMatter, logo, description, title, userInformation, apiResources } =
    quickStarts[name];
  const says = headings[language];
  const tip = name === 'angular' ? '_guide-tip.md' : '_guide-tip.mdx';
  return `---
slug: /quick-starts/${name}
sidebar_label: ${frontMatter.framework}
sidebar_custom_props:
${logo ? `  logoFilename: '${logo}'\n` : ''}  description: ${description[language]}
${lines(frontMatter)}
---

import FurtherReadings from '../../fragments/_further-readings.md';
${apiResources.imports}
import GetUserInformation from './_get-user-information.mdx';
import GuideTip from './${tip}';
import Installation from './_installation.mdx';
import Integration from './_integration.mdx';

# ${title[language]}

<GuideTip />

## ${says.prerequisites} \\{#prerequisites}

${prerequisites.trim()}

## ${says.installation} \\{#installation}

<Installation />

## ${says.integration} \\{#integration}

<Integration />

## ${says.user} \\{#${userInformation}}

<GetUserInformation />

## ${says.apis} \\{#api-resources}

${apiResources.text[language]}
## ${says.more} \\{#further-readings}

<FurtherReadings />
`;
}

/** The connector's page. */
export function connectorReadme(language: Language): string {
  const { description, title, intro } = connector[language];
  const frontMatter = {
    tutorial_name: 'Aliyun Direct Mail',
    tutorial_config_name: 'Aliyun email connector',
    tutorial_sign_up_identifier: 'Email address',
  };
  return `---
slug: /integrations/aliyun-dm
sidebar_label: Aliyun Direct Mail
sidebar_custom_props:
  description: ${description}
  logoFilename: 'aliyun.svg'
${lines(frontMatter)}
---

import GuideTip from '../../fragments/_guide-tip.mdx';

import Integration from './_integration.mdx';

# ${title}

${intro}

<GuideTip />

<Integration />
`;
}

function authJsApis([configure, fetchToken, organization]: string[]): string {
  return `<ApiResourcesDescription />

### ${configure} \\{#configure-logto-provider}

<ConfigApiResources />

### ${fetchToken} \\{#fetch-access-token-for-the-api-resource}

<FetchAccessTokenForApiResources />

### ${organization} \\{#fetch-organization-tokens}

<FetchOrganizationTokenForUser />
`;
}

function lines(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
}
