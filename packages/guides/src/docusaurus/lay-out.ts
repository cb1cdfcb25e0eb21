import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Language, languages } from '../repository.ts';

const docs: Record<Language, string> = {
  en: 'docs',
  'zh-CN': 'i18n/zh-CN/docusaurus-plugin-content-docs/current',
};
const tutorials: Record<Language, string> = {
  en: 'tutorial',
  'zh-CN': 'i18n/zh-CN/docusaurus-plugin-content-blog-tutorial',
};
const guides: Record<Language, string> = {
  en: 'guides',
  'zh-CN': 'i18n/zh-CN/docusaurus-plugin-content-docs-guides/current',
};

const connector = 'integrations/email/aliyun-dm';
const quickStarts = ['quick-starts/framework/angular', 'quick-starts/framework/next-auth'];

/**
 * A Docusaurus site: stand-ins for Logto's own files, the overlay over them, and the MDX export beside it.
 *
 * @param exported The folder that `docs:export` wrote.
 */
export function layOut(site: string, standIns: string, exported: string): void {
  cpSync(standIns, site, { recursive: true });
  for (const language of languages) {
    cpSync(join(standIns, 'docs'), join(site, docs[language]), { recursive: true });
    cpSync(join(standIns, 'tutorial'), join(site, tutorials[language]), { recursive: true });
  }
  cpSync(join(exported, 'logto-docs'), site, { recursive: true });
  const images = join(exported, 'mdx/images');
  for (const language of languages) {
    cpSync(join(exported, 'mdx', language), join(site, guides[language]), { recursive: true });
    if (existsSync(images)) {
      cpSync(images, join(site, guides[language], '../images'), { recursive: true });
    }
    writeTutorials(site, language);
  }
}

/** As Logto generates them: each quick start crossed with the connector, by what their front matter says. */
function writeTutorials(site: string, language: Language): void {
  const folder = join(site, tutorials[language], 'build-with-logto');
  const template = readFileSync(join(folder, '_template-passwordless.mdx'), 'utf8');
  const email = frontMatter(join(site, docs[language], connector, 'README.mdx'));
  for (const quickStart of quickStarts) {
    const sdk = frontMatter(join(site, docs[language], quickStart, 'README.mdx'));
    const sdkPath = sdk('slug').split('/').at(-1) ?? '';
    const values: Record<string, string> = {
      connector: email('tutorial_name'),
      connectorPath: 'aliyun-direct-mail',
      connectorConfigName: email('tutorial_config_name'),
      connectorType: 'Email',
      passwordlessSignUpIdentifier: email('tutorial_sign_up_identifier'),
      connectorDocDir: `${docs[language]}/${connector}`,
      sdkDocDir: `${docs[language]}/${quickStart}`,
      sdk: sdk('sidebar_label'),
      sdkPath,
      sdkOfficialLink: sdk('official_link'),
      language: sdk('language'),
      appType: sdk('app_type'),
      framework: sdk('framework'),
    };
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `generated-${sdkPath}-aliyun-direct-mail.mdx`),
      template.replace(/\$\{(\w+)\}/g, (_all, name) => values[name] ?? ''),
    );
  }
}

/** @returns a page's values by their names. @throws when one is asked for that is not there. */
function frontMatter(file: string): (name: string) => string {
  const [, yaml = ''] = /^---\n(.*?)\n---\n/s.exec(readFileSync(file, 'utf8')) ?? [];
  const values: unknown = parse(yaml);
  return (name) => {
    const value = Object(values)[name];
    if (typeof value !== 'string') {
      throw new Error(`The front matter of ${file} has no ${name}.`);
    }
    return value;
  };
}
